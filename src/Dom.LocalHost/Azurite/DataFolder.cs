namespace Dom.LocalHost.Azurite;

/// <summary>The folder in which the local host keeps everything, and this process's claim on it.</summary>
internal sealed class DataFolder : IDisposable
{
    private FileStream? _claim;

    private DataFolder(string path) => FullPath = path;

    /// <summary>Its full path.</summary>
    public string FullPath { get; }

    /// <summary>Creates the folder where it is missing, and makes sure that it can be written.</summary>
    /// <param name="path">A path, relative to the current folder or full.</param>
    /// <exception cref="LocalHostException">It cannot be created or written.</exception>
    public static DataFolder Open(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        try
        {
            Directory.CreateDirectory(full);
            Try(Path.Combine(full, $".trial-{Environment.ProcessId}"));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new LocalHostException(
                $"The data folder '{full}' cannot be written: {failure.Message.TrimEnd('.')}. " +
                "Make room or make it writable, or name another one with --data.", failure);
        }

        return new DataFolder(full);
    }

    /// <summary>Claims the folder for this process until it ends, however it ends: the system then lets go of the
    /// lock.</summary>
    /// <returns>False when another process has claimed it.</returns>
    public bool TryClaim()
    {
        try
        {
            _claim ??= new FileStream(
                Path.Combine(FullPath, "azurite.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>Gives up the claim.</summary>
    public void Dispose() => _claim?.Dispose();

    private static void Try(string path)
    {
        using var trial = new FileStream(
            path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose);

        // A byte, because an empty file can still be made on a full disk.
        trial.WriteByte(0);
    }
}
