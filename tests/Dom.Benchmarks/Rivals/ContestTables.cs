using Dom.Benchmarks.Report;

namespace Dom.Benchmarks.Rivals;

/// <summary>The tables of the command <c>rivals</c>.</summary>
internal static class ContestTables
{
    private static readonly string[] Heads =
    [
        "Solver", "To 1 % s", "Ends after s", "Gap by its own bound %", "Gap by our bound %", "Costs more than greedy %", "Costs more than nearest %", "Peak memory MB",
    ];

    /// <summary>Every solver on every instance.</summary>
    /// <param name="contests">The instances.</param>
    public static MarkdownTable Each(IEnumerable<Contest> contests)
    {
        var table = new MarkdownTable(["Instance", .. Heads, "Cost", "Remark"]);
        foreach (var contest in contests)
        {
            foreach (var standing in contest.Standings)
            {
                table.Add([contest.Instance.ToString(), .. Cells([(contest, standing)]), standing.Cost is { } cost ? Figures.Money(cost) : "", standing.Remark ?? ""]);
            }
        }

        return table;
    }

    /// <summary>The worst that each solver did on each size, number by number.</summary>
    /// <param name="contests">The instances.</param>
    public static MarkdownTable Worst(IEnumerable<Contest> contests)
    {
        var table = new MarkdownTable(["Size", .. Heads]);
        foreach (var size in contests.GroupBy(contest => contest.Instance.Size))
        {
            foreach (var solver in size.First().Standings.Select(standing => standing.Solver))
            {
                table.Add([size.Key.ToString(), .. Cells([.. size.Select(contest => (contest, contest.Standings.First(standing => standing.Solver == solver)))])]);
            }
        }

        return table;
    }

    /// <summary>The exponents with which time grows over sizes without scarcity, and with it.</summary>
    /// <param name="contests">The instances.</param>
    public static MarkdownTable Growth(IReadOnlyList<Contest> contests)
    {
        var table = new MarkdownTable("Solver", "Sizes", "Seconds, by orders", "Seconds, by lines", "Processor seconds, by orders", "Processor seconds, by lines");
        foreach (var kind in contests.GroupBy(contest => contest.Instance.Size.IsHard))
        {
            foreach (var solver in contests.SelectMany(contest => contest.Standings).Select(standing => standing.Solver).Distinct())
            {
                var measured = kind.Select(contest => (Contest: contest, Standing: contest.Standings.First(standing => standing.Solver == solver))).ToArray();
                var sizes = measured.Where(pair => pair.Standing.GrowthSeconds is not null).Select(pair => pair.Contest.Instance.Size).Distinct().ToArray();
                if (sizes.Length > 1)
                {
                    table.Add(
                        solver,
                        $"{sizes[0]} to {sizes[^1]}",
                        Exponent(pair => pair.Contest.Orders, pair => pair.Standing.GrowthSeconds),
                        Exponent(pair => pair.Contest.Lines, pair => pair.Standing.GrowthSeconds),
                        Exponent(pair => pair.Contest.Orders, pair => pair.Standing.ProcessorSeconds),
                        Exponent(pair => pair.Contest.Lines, pair => pair.Standing.ProcessorSeconds));
                }

                string Exponent(Func<(Contest Contest, Standing Standing), double> by, Func<(Contest Contest, Standing Standing), double?> measure) =>
                    GrowthFit.Exponent(measured.Where(pair => measure(pair) is > 0).Select(pair => (by(pair), measure(pair)!.Value))) is { } exponent ? Figures.Of(exponent, 2) : "";
            }
        }

        return table;
    }

    private static string[] Cells(IReadOnlyList<(Contest Contest, Standing Standing)> runs) =>
    [
        runs[0].Standing.Solver,
        Worst(runs.Select(run => run.Standing.SecondsToOnePercent), 3),
        Worst(runs.Select(run => run.Standing.Seconds), 2),
        Worst(runs.Select(run => run.Standing.GapPercent(run.Standing.Bound)), 3),
        Worst(runs.Select(run => run.Standing.GapPercent(run.Contest.Bound)), 3),
        Worst(runs.Select(run => run.Standing.MorePercent(run.Contest.Greedy)), 1),
        Worst(runs.Select(run => run.Standing.MorePercent(run.Contest.Nearest)), 1),
        Worst(runs.Select(run => run.Standing.PeakBytes / 1e6), 0),
    ];

    /// <summary>The greatest of some numbers, and how many are missing.</summary>
    private static string Worst(IEnumerable<double?> numbers, int decimals)
    {
        var all = numbers.ToArray();
        var missing = all.Count(number => number is null);
        return missing == all.Length ? "none" : Figures.Of(all.Max()!.Value, decimals) + (missing == 0 ? "" : $" (none: {missing} of {all.Length})");
    }
}
