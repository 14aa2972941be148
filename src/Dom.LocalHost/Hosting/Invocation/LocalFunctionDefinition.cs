using System.Collections.Immutable;
using Dom.LocalHost.Hosting.Catalog;
using Microsoft.Azure.Functions.Worker;

namespace Dom.LocalHost.Hosting.Invocation;

/// <summary>What is known of a function before it runs.</summary>
/// <param name="function">The function.</param>
internal sealed class LocalFunctionDefinition(FunctionDescriptor function) : FunctionDefinition
{
    /// <inheritdoc/>
    public override ImmutableArray<FunctionParameter> Parameters =>
        [.. function.Method.GetParameters().Select(parameter => new FunctionParameter(parameter.Name!, parameter.ParameterType))];

    /// <inheritdoc/>
    public override string PathToAssembly => function.Method.Module.FullyQualifiedName;

    /// <inheritdoc/>
    public override string EntryPoint => function.EntryPoint;

    /// <inheritdoc/>
    public override string Id => function.Name;

    /// <inheritdoc/>
    public override string Name => function.Name;

    /// <inheritdoc/>
    public override IImmutableDictionary<string, BindingMetadata> InputBindings =>
        ImmutableDictionary<string, BindingMetadata>.Empty.Add(
            function.TriggerParameter.Name!, new LocalTriggerMetadata(function));

    /// <inheritdoc/>
    public override IImmutableDictionary<string, BindingMetadata> OutputBindings =>
        ImmutableDictionary<string, BindingMetadata>.Empty;
}
