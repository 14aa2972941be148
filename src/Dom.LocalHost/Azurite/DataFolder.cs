namespace Dom.LocalHost.Azurite;

/// <summary>The folder in which the local host keeps everything, and this process's claim on it.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly FileStream? _claim;

    private DataFolder(string path, FileStream? claim)
    {
        FullPath = path;
        _claim = claim;
    }

    /// <summary>Its full path.</summary>
    public string FullPath { get; }

    /// <summary>Whether no other process had claimed it when it was opened.</summary>
    public bool IsClaimed => _claim is not null;

    /// <summary>Creates the folder where it is missing, makes sure that it can be written, and claims it if it is free.</summary>
    /// <param name="path">A path, relative to the current folder or full.</param>
    /// <exception cref="LocalHostException">It cannot be created or written.</exception>
    public static DataFolder Open(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        try
        {
            Directory.CreateDirectory(full);
            var trial = Path.Combine(full, $".trial-{Environment.ProcessId}");
            // A byte, because an empty file can still be made on a full disk.
            File.WriteAllBytes(trial, [0]);
            File.Delete(trial);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new LocalHostException(
                $"The data folder '{full}' cannot be written: {failure.Message} " +
                "Make room or make it writable, or name another one with --data.", failure);
        }

        return new DataFolder(full, TryClaim(Path.Combine(full, "azurite.lock")));
    }

    /// <summary>Gives up the claim.</summary>
    public void Dispose() => _claim?.Dispose();

    // The system lets go of the lock when the process ends, however it ends.
    private static FileStream? TryClaim(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
