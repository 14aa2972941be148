using Dom.Benchmarks.Hosting;
using Dom.Core.Solving;
using Dom.Core.Solving.Checking;

namespace Dom.Benchmarks.Rivals;

/// <summary>One rival on one model.</summary>
internal static class RivalRun
{
    private const double OnePercent = 0.01;

    /// <summary>Lets a rival solve a model, and checks its plan.</summary>
    /// <param name="rival">The rival.</param>
    /// <param name="problem">The problem.</param>
    /// <param name="model">Its model.</param>
    /// <param name="limits">What the rival is given.</param>
    public static async Task<Standing> RunAsync(Rival rival, SourcingProblem problem, ModelFile model, RivalLimits limits)
    {
        using var scratch = new ScratchFolder();
        var solution = scratch.Data("solution.txt");
        var log = rival.CreateLog();
        var run = await SolverProcess.RunAsync(rival.Start(model.Path, solution, limits.Seconds), log, limits, OnePercent);
        var values = File.Exists(solution) ? rival.ReadSolution(File.ReadLines(solution)) : null;
        var (cost, fault) = values is null
            ? (null, "no plan")
            : PlanChecker.Check(problem, model.Model.PlanOf(values)).Match<(long?, string?)>(
                feasible => (feasible.Cost, null),
                infeasible => (null, $"its plan breaks {infeasible.Count} rules, first {infeasible.Violations[0].ToSentence(problem)}"));
        return new Standing
        {
            Solver = rival.Name,
            Cost = cost,
            Bound = log.Bound,
            SecondsToOnePercent = run.SecondsToGap,
            Seconds = run.Seconds,
            PeakBytes = run.PeakBytes,
            Remark = run.Ended is null || fault is null ? run.Ended ?? fault : $"{run.Ended}; {fault}",
        };
    }
}
