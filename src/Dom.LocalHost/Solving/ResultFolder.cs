namespace Dom.LocalHost.Solving;

/// <summary>A folder into which files go whole: each is written beside its place, and takes it when all is well.</summary>
internal sealed class ResultFolder : IDisposable
{
    private const string Unfinished = ".part";
    private readonly string _path;
    private readonly List<string> _names = [];

    private ResultFolder(string path) => _path = path;

    /// <summary>Creates a folder where there is none, and sees whether it can be written to.</summary>
    /// <param name="path">The folder.</param>
    /// <exception cref="IOException">It cannot be created.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be written to.</exception>
    public static ResultFolder Open(string path)
    {
        Directory.CreateDirectory(path);
        var probe = Path.Combine(path, $".{Environment.ProcessId}{Unfinished}");
        File.Create(probe).Dispose();
        File.Delete(probe);
        return new ResultFolder(path);
    }

    /// <summary>Begins a file.</summary>
    /// <param name="name">Its name.</param>
    public Stream Create(string name)
    {
        _names.Add(name);
        return new FileStream(Path.Combine(_path, name + Unfinished), FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
    }

    /// <summary>Deletes a file of an earlier run.</summary>
    /// <param name="name">Its name.</param>
    public void Delete(string name) => File.Delete(Path.Combine(_path, name));

    /// <summary>Puts the files written so far into their places.</summary>
    public void Keep()
    {
        foreach (var name in _names)
        {
            File.Move(Path.Combine(_path, name + Unfinished), Path.Combine(_path, name), overwrite: true);
        }

        _names.Clear();
    }

    /// <summary>Deletes the files that were not kept.</summary>
    public void Dispose()
    {
        foreach (var name in _names)
        {
            File.Delete(Path.Combine(_path, name + Unfinished));
        }
    }
}
