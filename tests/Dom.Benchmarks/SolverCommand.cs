using System.CommandLine;
using System.Diagnostics;
using Dom.Benchmarks.Report;
using Dom.Benchmarks.Solving;
using Dom.Core.Solving;
using Dom.Core.Solving.Baselines;
using Dom.Core.Solving.Checking;

namespace Dom.Benchmarks;

/// <summary><c>solver</c>: a horizon solved as one, beside one order at a time and beside the nearest location.</summary>
internal static class SolverCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var sizes = new Option<string>("--sizes") { Description = "Sizes, by commas: S, M, L, XL, XXL, with an h for scarce ones.", DefaultValueFactory = _ => "S,M,L,Sh,Mh,Lh" };
        var seeds = new Option<int>("--seeds") { Description = "How many seeds of each, from 1.", DefaultValueFactory = _ => 3 };
        var threads = new Option<string>("--threads") { Description = "Numbers of threads, by commas.", DefaultValueFactory = _ => "1,2" };
        var baselines = new Option<bool>("--baselines") { Description = "Whether to run the baselines too.", DefaultValueFactory = _ => true };
        var command = new Command("solver", "Cost, proven gap and time of whole horizons.") { sizes, seeds, threads, baselines };
        command.SetAction(async parsed =>
        {
            await Surroundings.PrintAsync(hostDll: null);
            Console.WriteLine(Measure(
                parsed.GetValue(sizes)!.Split(','),
                parsed.GetValue(seeds),
                [.. parsed.GetValue(threads)!.Split(',').Select(int.Parse)],
                parsed.GetValue(baselines)));
        });
        return command;
    }

    private static MarkdownTable Measure(string[] sizes, int seeds, int[] threads, bool baselines)
    {
        var table = new MarkdownTable(
            "Instance", "Threads", "To 1 % s", "To 0.1 % s", "Seconds", "Gap %", "Cost", "Greedy costs more %", "Nearest costs more %", "Greedy s", "Peak memory MB");
        foreach (var instance in sizes.SelectMany(size => Enumerable.Range(1, seeds).Select(seed => new Instance(size, seed))))
        {
            var problem = instance.Generate();

            // Once before it is measured: what a service runs has long been compiled.
            HorizonSolver.Solve(instance.Size.StartsWith('X') ? new Instance("L", 1).Generate() : problem, new SolverOptions { Threads = threads[^1] });
            foreach (var count in threads)
            {
                var milestones = new Milestones();
                var watch = Stopwatch.StartNew();
                var solution = HorizonSolver.Solve(problem, new SolverOptions { Threads = count }, milestones);
                var seconds = watch.Elapsed.TotalSeconds;
                var (greedy, greedySeconds) = baselines ? Baseline(problem, GreedyBaseline.Solve) : default;
                var (nearest, _) = baselines ? Baseline(problem, NearestBaseline.Solve) : default;
                table.Add(
                    $"{instance.Size}, seed {instance.Seed}",
                    Figures.Of(count),
                    Seconds(milestones.SecondsTo(0.01)),
                    Seconds(milestones.SecondsTo(0.001)),
                    Figures.Of(seconds, 2),
                    Figures.Of(solution.Gap * 100, 3),
                    Figures.Of(solution.Cost / 100.0, 2),
                    baselines ? Figures.Of(More(greedy, solution.Cost), 1) : "",
                    baselines ? Figures.Of(More(nearest, solution.Cost), 1) : "",
                    baselines ? Figures.Of(greedySeconds, 2) : "",
                    Figures.Of(Process.GetCurrentProcess().PeakWorkingSet64 / 1_000_000));
            }
        }

        return table;
    }

    private static (long Cost, double Seconds) Baseline(SourcingProblem problem, Func<SourcingProblem, AssignmentPlan> solve)
    {
        var watch = Stopwatch.StartNew();
        var plan = solve(problem);
        var seconds = watch.Elapsed.TotalSeconds;
        return (CostOf(problem, plan), seconds);
    }

    private static long CostOf(SourcingProblem problem, AssignmentPlan plan) => PlanChecker.Check(problem, plan).Match(
        feasible => feasible.Cost, infeasible => throw new InvalidOperationException(infeasible.Violations[0].ToSentence(problem)));

    private static double More(long cost, long than) => ((double)cost / than - 1) * 100;

    private static string Seconds(double? seconds) => seconds is { } value ? Figures.Of(value, 3) : "not reached";
}
