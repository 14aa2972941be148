using System.Globalization;
using System.Text.RegularExpressions;

namespace Dom.Benchmarks.Rivals;

/// <summary>The log of GLPK 5.0's <c>glpsol</c>.</summary>
internal sealed partial class GlpkLog : ISolverLog
{
    private double? _simplex;

    /// <inheritdoc/>
    public double? Cost { get; private set; }

    /// <inheritdoc/>
    public double? Bound { get; private set; }

    /// <inheritdoc/>
    public void Read(string line)
    {
        if (SimplexLine().Match(line) is { Success: true } simplex)
        {
            _simplex = Number(simplex.Groups["cost"]);
        }
        else if (line.StartsWith("OPTIMAL LP SOLUTION FOUND", StringComparison.Ordinal))
        {
            Bound = Greater(_simplex);
        }
        else if (HeuristicLine().Match(line) is { Success: true } heuristic)
        {
            Cost = Number(heuristic.Groups["cost"]) ?? Cost;
        }
        else if (TreeLine().Match(line) is { Success: true } tree)
        {
            Cost = Number(tree.Groups["cost"]) ?? Cost;
            Bound = tree.Groups["empty"].Success ? Cost ?? Bound : Greater(Number(tree.Groups["bound"]));
        }
    }

    [GeneratedRegex(@"^[* ]\s*\d+: obj = +(?<cost>\S+)")]
    private static partial Regex SimplexLine();

    [GeneratedRegex(@"^Solution found by heuristic: (?<cost>\S+)")]
    private static partial Regex HeuristicLine();

    [GeneratedRegex(@"^\+ *\d+: (?:mip =|>>>>>) +(?:not found yet|(?<cost>\S+)) >= +(?:(?<empty>tree is empty)|-inf|(?<bound>\S+))")]
    private static partial Regex TreeLine();

    private static double? Number(Group group) => group.Success ? double.Parse(group.Value, CultureInfo.InvariantCulture) : null;

    private double? Greater(double? bound) => bound is { } proven ? Math.Max(proven, Bound ?? proven) : Bound;
}
