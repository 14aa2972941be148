using System.Text.Json;

namespace Dom.Core.Solving.Files;

/// <summary>Writes <c>summary.json</c>.</summary>
public static class SummaryFile
{
    private static readonly JsonSerializerOptions Indented = new(DomJson.Options) { WriteIndented = true, NewLine = "\n" };

    /// <summary>Writes a summary.</summary>
    /// <param name="summary">The summary.</param>
    /// <param name="create">Creates the file in the folder.</param>
    public static void Write(SolveSummary summary, CreateFile create)
    {
        ArgumentNullException.ThrowIfNull(summary);
        ArgumentNullException.ThrowIfNull(create);
        using var stream = create(FileNames.Summary);
        JsonSerializer.Serialize(stream, summary, Indented);
        stream.WriteByte((byte)'\n');
    }
}
