namespace Microsoft.DurableTask.Client;

/// <summary>How an instance is terminated.</summary>
/// <param name="Output">The output it ends with.</param>
/// <param name="Recursive">True to terminate its sub-orchestrations as well.</param>
public record TerminateInstanceOptions(object? Output = null, bool Recursive = false);
