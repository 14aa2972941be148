namespace Dom.Benchmarks.Report;

/// <summary>A table in Markdown.</summary>
/// <param name="heads">The columns' heads.</param>
internal sealed class MarkdownTable(params string[] heads)
{
    private readonly List<string[]> _rows = [];

    /// <summary>Adds a row.</summary>
    /// <param name="cells">One text for each column.</param>
    public void Add(params string[] cells) => _rows.Add(cells);

    /// <summary>The table as text; numbers stand to the right.</summary>
    public override string ToString()
    {
        var rule = heads.Select((_, column) => _rows.All(row => IsNumber(row[column])) ? "---:" : "---");
        return string.Join(Environment.NewLine, new[] { heads, [.. rule] }.Concat(_rows).Select(cells => $"| {string.Join(" | ", cells)} |")) + Environment.NewLine;
    }

    private static bool IsNumber(string cell) => cell.Length == 0 || char.IsAsciiDigit(cell[0]);
}
