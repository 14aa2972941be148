using Dom.Core.Solving.Files;

namespace Dom.LocalHost.Solving;

/// <summary>A folder that holds a problem's files.</summary>
/// <param name="path">The folder.</param>
internal sealed class ProblemFolder(string path)
{
    /// <summary>Opens one of its files.</summary>
    /// <param name="name">The file's name.</param>
    /// <returns>The file; none where there is no such file.</returns>
    /// <exception cref="FileFaultException">The file may not be read.</exception>
    public Stream? Open(string name)
    {
        try
        {
            var file = Path.Combine(path, name);
            return Path.Exists(file) ? new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan) : null;
        }
        catch (UnauthorizedAccessException)
        {
            throw new FileFaultException([new FileFault(Path.Combine(path, name), 0, "", "not readable", "a file that may be read")]);
        }
    }
}
