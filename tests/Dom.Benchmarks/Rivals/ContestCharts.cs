using Dom.Benchmarks.Charts;

namespace Dom.Benchmarks.Rivals;

/// <summary>The charts of the command <c>rivals</c>.</summary>
internal static class ContestCharts
{
    // Okabe and Ito's colours, which people with any sight tell apart.
    private static readonly string[] Colours = ["#0072b2", "#d55e00", "#009e73", "#cc79a7"];

    /// <summary>The proven gap of our solver's last run over time, on L and Lh, with greedy's cost against the same bound.</summary>
    /// <param name="contests">The instances.</param>
    public static LogLogChart GapOverTime(IEnumerable<Contest> contests)
    {
        var chart = new LogLogChart(
            "Proven gap over time", "10,000 orders × 500 locations; each line is one seed; 2 threads", "seconds since the solve began", "gap between cost and bound, % of the cost");
        foreach (var (size, at) in contests.Where(contest => contest.Instance.Size.Letters == "L").GroupBy(contest => contest.Instance.Size).Select((size, at) => (size, at)))
        {
            var kind = size.Key.IsHard ? "Lh: scarce stock" : "L";
            foreach (var contest in size)
            {
                var points = contest.Course
                    .Where(progress => progress.Gap is > 0 and < 1)
                    .Select(progress => (progress.Elapsed.TotalSeconds, progress.Gap * 100)).ToArray();
                chart.Add(new(contest.Instance.Seed == 1 ? kind : null, Colours[at], points, SeriesForm.Steps));
            }

            var greedy = size.Max(contest => (contest.Greedy - contest.Bound) * 100.0 / contest.Greedy);
            chart.Add(new($"greedy on {size.Key}", Colours[at], [(1, greedy)], SeriesForm.Level));
        }

        return chart;
    }

    /// <summary>The time until a gap of 1 % was proven, over the number of orders, worst seed: our solver's last run beside the rivals.</summary>
    /// <param name="contests">The instances.</param>
    /// <param name="limitSeconds">What the rivals were given.</param>
    public static LogLogChart TimeToOnePercent(IReadOnlyList<Contest> contests, double limitSeconds)
    {
        var plain = contests.Where(contest => !contest.Instance.Size.IsHard).ToArray();
        var sizes = string.Join(", ", plain.Select(contest => contest.Instance.Size).Distinct());
        var chart = new LogLogChart(
            "Time until a gap of 1 % is proven", $"Worst seed of {sizes}; hollow: not within {limitSeconds:0} s, or the model is too large", "orders", "seconds");

        // Without the first of ours, which has one thread.
        string[] solvers = [.. plain.SelectMany(contest => contest.Standings).Where(standing => !standing.IsBaseline).Select(standing => standing.Solver).Distinct().Skip(1)];
        for (var at = 0; at < solvers.Length; at++)
        {
            var times = plain.GroupBy(contest => contest.Orders).Select(size => (
                Orders: (double)size.Key,
                Seconds: size.Select(contest => contest.Standings.First(standing => standing.Solver == solvers[at]).SecondsToOnePercent).ToArray())).ToArray();
            var reached = times.Where(size => size.Seconds.All(seconds => seconds is not null)).Select(size => (size.Orders, size.Seconds.Max()!.Value)).ToArray();

            // Side by side, or the rivals' would hide one another.
            var missed = times.Where(size => size.Seconds.Any(seconds => seconds is null)).Select(size => (size.Orders * Math.Pow(1.12, at - 2), limitSeconds)).ToArray();
            chart.Add(new(solvers[at], Colours[at % Colours.Length], reached, SeriesForm.Dots));
            chart.Add(new(null, Colours[at % Colours.Length], missed, SeriesForm.Hollow));
        }

        return chart;
    }
}
