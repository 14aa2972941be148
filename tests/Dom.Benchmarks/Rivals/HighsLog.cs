using System.Globalization;

namespace Dom.Benchmarks.Rivals;

/// <summary>The log of <c>highs/solve.mjs</c>: lines <c>progress COST BOUND</c> in JavaScript's numbers.</summary>
internal sealed class HighsLog : ISolverLog
{
    private const string Start = "progress ";

    /// <inheritdoc/>
    public double? Cost { get; private set; }

    /// <inheritdoc/>
    public double? Bound { get; private set; }

    /// <inheritdoc/>
    public void Read(string line)
    {
        if (line.StartsWith(Start, StringComparison.Ordinal))
        {
            var numbers = line[Start.Length..].Split(' ');
            (Cost, Bound) = (Number(numbers[0]) ?? Cost, Number(numbers[1]) ?? Bound);
        }
    }

    private static double? Number(string text)
    {
        // JavaScript writes Infinity and NaN as .NET's invariant culture reads them.
        var number = double.Parse(text, CultureInfo.InvariantCulture);
        return double.IsFinite(number) ? number : null;
    }
}
