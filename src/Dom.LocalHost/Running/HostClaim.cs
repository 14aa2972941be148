using Dom.LocalHost.Azurite;

namespace Dom.LocalHost.Running;

/// <summary>
/// A host's claim on its data folder. Other programs may share the storage; a second durable engine would stop the first, since both would go on
/// with the same orchestrations.
/// </summary>
internal sealed class HostClaim : IAsyncDisposable
{
    private readonly FileStream _lock;

    private HostClaim(FileStream held) => _lock = held;

    /// <summary>Claims a data folder until the claim is disposed or the process ends, however it ends.</summary>
    /// <param name="folder">The data folder; it is made where it is missing.</param>
    /// <exception cref="LocalHostException">Another host has it, or it cannot be written.</exception>
    public static HostClaim Take(string folder)
    {
        using var data = DataFolder.Open(folder);
        try
        {
            return new(new FileStream(Path.Combine(data.FullPath, "host.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException held)
        {
            throw new LocalHostException($"Another host runs on the data folder '{data.FullPath}'. Stop it, or name another folder with --data.", held);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _lock.DisposeAsync();
}
