namespace Dom.Benchmarks.Rivals;

/// <summary>A model written to a file.</summary>
/// <param name="Model">The model.</param>
/// <param name="Path">The file.</param>
/// <param name="Columns">How many variables it has.</param>
/// <param name="Rows">How many constraints.</param>
/// <param name="Bytes">How large the file is.</param>
internal sealed record ModelFile(IRivalModel Model, string Path, int Columns, int Rows, long Bytes)
{
    /// <summary>Writes a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="path">The file.</param>
    public static ModelFile Write(IRivalModel model, string path)
    {
        int columns, rows;
        using (var writer = new StreamWriter(path))
        {
            (columns, rows) = model.Write(writer);
        }

        return new(model, path, columns, rows, new FileInfo(path).Length);
    }
}
