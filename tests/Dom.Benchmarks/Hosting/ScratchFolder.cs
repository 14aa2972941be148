namespace Dom.Benchmarks.Hosting;

/// <summary>A folder that goes when it is disposed of.</summary>
internal sealed class ScratchFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dom-bench-");

    /// <summary>Full path of a data folder in it.</summary>
    /// <param name="name">The data folder's name.</param>
    public string Data(string name) => Path.Combine(_folder.FullName, name);

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);
}
