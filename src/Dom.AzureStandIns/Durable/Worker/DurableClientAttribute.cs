using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Marks the parameter through which a function gets the client that starts and drives orchestrations.</summary>
public sealed class DurableClientAttribute : InputBindingAttribute
{
    /// <summary>The task hub to talk to; null is the app's own.</summary>
    public string? TaskHub { get; set; }

    /// <summary>Name of the setting that holds the storage connection; null is the app's own.</summary>
    public string? ConnectionName { get; set; }
}
