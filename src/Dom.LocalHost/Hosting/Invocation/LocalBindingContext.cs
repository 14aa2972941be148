using Microsoft.Azure.Functions.Worker;

namespace Dom.LocalHost.Hosting.Invocation;

/// <summary>What a trigger knows besides the bound value.</summary>
/// <param name="bindingData">Values by name.</param>
internal sealed class LocalBindingContext(IReadOnlyDictionary<string, object?> bindingData) : BindingContext
{
    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, object?> BindingData => bindingData;
}
