namespace Dom.Benchmarks.Report;

/// <summary>A table in Markdown.</summary>
/// <param name="heads">The columns' heads.</param>
internal sealed class MarkdownTable(params string[] heads)
{
    private readonly List<string[]> _rows = [];

    /// <summary>A table of counts.</summary>
    /// <param name="what">Head of what is counted.</param>
    /// <param name="times">Head of the counts.</param>
    /// <param name="counts">The counts.</param>
    public static MarkdownTable Of(string what, string times, IEnumerable<KeyValuePair<string, int>> counts)
    {
        var table = new MarkdownTable(what, times);
        foreach (var (name, count) in counts)
        {
            table.Add(name, Figures.Of(count));
        }

        return table;
    }

    /// <summary>Adds a row.</summary>
    /// <param name="cells">One text for each column.</param>
    public void Add(params string[] cells) => _rows.Add(cells);

    /// <summary>The table as text; numbers stand to the right.</summary>
    public override string ToString()
    {
        var rule = heads.Select((_, column) => _rows.All(row => IsNumber(row[column])) ? "---:" : "---");
        return string.Join(Environment.NewLine, new[] { heads, [.. rule] }.Concat(_rows).Select(cells => $"| {string.Join(" | ", cells)} |")) + Environment.NewLine;
    }

    private static bool IsNumber(string cell) => cell.TrimStart('-') is var digits && (digits.Length == 0 || char.IsAsciiDigit(digits[0]));
}
