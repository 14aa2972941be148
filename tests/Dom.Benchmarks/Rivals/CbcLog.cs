using System.Globalization;
using System.Text.RegularExpressions;

namespace Dom.Benchmarks.Rivals;

/// <summary>The log of CBC 2.10.</summary>
internal sealed partial class CbcLog : ISolverLog
{
    // CBC says 1e50 where it has none.
    private const double Unknown = 1e49;

    private bool _isOptimal;

    /// <inheritdoc/>
    public double? Cost { get; private set; }

    /// <inheritdoc/>
    public double? Bound { get; private set; }

    /// <inheritdoc/>
    public void Read(string line)
    {
        if (CostLine().Match(line) is { Success: true } cost && Number(cost) is < Unknown and var reached)
        {
            Cost = Math.Min(reached, Cost ?? reached);
        }

        if (BoundLine().Match(line) is { Success: true } bound && Number(bound) is > -Unknown and < Unknown and var proven)
        {
            Bound = Math.Max(proven, Bound ?? proven);
        }

        _isOptimal |= OptimalLine().IsMatch(line);
        Bound = _isOptimal ? Cost ?? Bound : Bound;
    }

    [GeneratedRegex(
        @"^Cbc00(?:04|12|16)I Integer solution of (?<number>\S+) found|^Cbc0010I .* on tree, (?<number>\S+) best solution"
        + @"|^Cbc0005I Partial search - best objective (?<number>\S+) |^Cbc0001I Search completed - best objective (?<number>[^,]+),|^Objective value:\s+(?<number>\S+)")]
    private static partial Regex CostLine();

    [GeneratedRegex(
        @"^Continuous objective value is (?<number>\S+) |^Cbc0013I At root node, .* changed objective from \S+ to (?<number>\S+) in"
        + @"|^Cbc0010I .* best possible (?<number>\S+) |^Cbc0005I .* \(best possible (?<number>[^)]+)\)|^Lower bound:\s+(?<number>\S+)")]
    private static partial Regex BoundLine();

    [GeneratedRegex(@"^Cbc0001I Search completed|^Result - Optimal solution found$")]
    private static partial Regex OptimalLine();

    private static double Number(Match match) => double.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture);
}
