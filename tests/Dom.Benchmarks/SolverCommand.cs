using System.CommandLine;
using Dom.Benchmarks.Report;
using Dom.Benchmarks.Solving;
using Dom.Core.Solving;
using Dom.Core.Solving.Baselines;

namespace Dom.Benchmarks;

/// <summary><c>solver</c>: a horizon solved as one, beside one order at a time and beside the nearest location.</summary>
internal static class SolverCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var instances = new InstanceOptions("S,M,L,Sh,Mh,Lh", seeds: 3);
        var threads = ListOption.Numbers("--threads", "Numbers of threads.", "1,2", least: 1);
        var baselines = new Option<bool>("--baselines") { Description = "Whether to run the baselines too.", DefaultValueFactory = _ => true };
        var command = new Command("solver", "Cost, proven gap and time of whole horizons.") { threads, baselines };
        instances.AddTo(command);
        command.SetAction(async parsed =>
        {
            await Surroundings.PrintAsync(hostDll: null);
            var table = new MarkdownTable(
                "Instance", "Threads", "To 1 % s", "To 0.1 % s", "Seconds", "Gap %", "Cost", "Greedy costs more %", "Nearest costs more %", "Greedy s", "Peak memory MB");
            foreach (var instance in instances.Read(parsed))
            {
                Add(table, instance, parsed.GetRequiredValue(threads), parsed.GetValue(baselines));
            }

            Console.WriteLine(table);
        });
        return command;
    }

    private static void Add(MarkdownTable table, Instance instance, int[] threads, bool baselines)
    {
        var problem = instance.Generate();
        HorizonSolver.Solve(instance.Size.IsVeryLarge ? Instance.WarmUp.Generate() : problem, new SolverOptions { Threads = threads[^1] });
        var greedy = baselines ? BaselineRun.Of(problem, GreedyBaseline.Solve) : null;
        var nearest = baselines ? BaselineRun.Of(problem, NearestBaseline.Solve) : null;
        foreach (var count in threads)
        {
            var run = OwnRun.Of(problem, count);
            table.Add(
                instance.ToString(),
                Figures.Of(count),
                Figures.Seconds(run.Milestones.SecondsTo(0.01)),
                Figures.Seconds(run.Milestones.SecondsTo(0.001)),
                Figures.Of(run.Seconds, 2),
                Figures.Of(run.Solution.Gap * 100, 3),
                Figures.Money(run.Solution.Cost),
                greedy is null ? "" : Figures.Of(Figures.More(greedy.Cost, run.Solution.Cost), 1),
                nearest is null ? "" : Figures.Of(Figures.More(nearest.Cost, run.Solution.Cost), 1),
                greedy is null ? "" : Figures.Of(greedy.Seconds, 2),
                Figures.Megabytes(run.PeakBytes));
        }
    }
}
