namespace Microsoft.DurableTask.Client;

/// <summary>How a purge goes.</summary>
/// <param name="Recursive">True to remove sub-orchestrations as well.</param>
public record PurgeInstanceOptions(bool Recursive = false);
