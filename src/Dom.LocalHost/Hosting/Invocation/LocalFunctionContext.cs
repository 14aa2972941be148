using Dom.LocalHost.Hosting.Catalog;
using Microsoft.Azure.Functions.Worker;

namespace Dom.LocalHost.Hosting.Invocation;

/// <summary>One invocation of a function by this host.</summary>
/// <param name="function">The function.</param>
/// <param name="services">The services of the invocation's scope.</param>
/// <param name="bindingData">What the trigger knows besides the bound value.</param>
/// <param name="cancellationToken">Cancelled when the host stops or the caller goes away.</param>
internal sealed class LocalFunctionContext(
    FunctionDescriptor function,
    IServiceProvider services,
    IReadOnlyDictionary<string, object?> bindingData,
    CancellationToken cancellationToken) : FunctionContext
{
    /// <inheritdoc/>
    public override string InvocationId { get; } = Guid.NewGuid().ToString();

    /// <inheritdoc/>
    public override string FunctionId => function.Name;

    /// <inheritdoc/>
    public override TraceContext TraceContext { get; } = new LocalTraceContext();

    /// <inheritdoc/>
    public override BindingContext BindingContext { get; } = new LocalBindingContext(bindingData);

    /// <inheritdoc/>
    public override RetryContext RetryContext { get; } = new LocalRetryContext();

    /// <inheritdoc/>
    public override IServiceProvider InstanceServices { get; set; } = services;

    /// <inheritdoc/>
    public override FunctionDefinition FunctionDefinition { get; } = new LocalFunctionDefinition(function);

    /// <inheritdoc/>
    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

    /// <inheritdoc/>
    public override IInvocationFeatures Features { get; } = new LocalInvocationFeatures();

    /// <inheritdoc/>
    public override CancellationToken CancellationToken => cancellationToken;
}
