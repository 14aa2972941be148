namespace Microsoft.Azure.Functions.Worker;

/// <summary>What a trigger knows besides the bound value.</summary>
public abstract class BindingContext
{
    /// <summary>Values by name, such as route values or message metadata.</summary>
    public abstract IReadOnlyDictionary<string, object?> BindingData { get; }
}
