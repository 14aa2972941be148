using Dom.Benchmarks.Hosting;
using Dom.Benchmarks.Report;
using Dom.Benchmarks.Solving;
using Dom.Core.Solving;
using Dom.Core.Solving.Baselines;

namespace Dom.Benchmarks.Rivals;

/// <summary>Lets every solver solve an instance, one after the other.</summary>
/// <param name="rivals">The other solvers.</param>
/// <param name="createModel">Makes the model that they are given.</param>
/// <param name="limits">What each is given.</param>
/// <param name="largestModel">Bytes of the largest model file that is written.</param>
internal sealed class ContestRun(IReadOnlyList<Rival> rivals, Func<SourcingProblem, IRivalModel> createModel, RivalLimits limits, long largestModel)
{
    private const double OnePercent = 0.01;
    private static readonly int[] Threads = [1, 2];

    /// <summary>Runs them.</summary>
    /// <param name="instance">The instance.</param>
    public async Task<Contest> RunAsync(Instance instance)
    {
        // The end of the last instance's awaits called us: until we yield, their frames keep its model, and its memory would count as ours.
        await Task.Yield();
        var problem = instance.Generate();
        WarmUp(instance.Size.IsVeryLarge ? Instance.WarmUp.Generate() : problem);
        var nearest = BaselineRun.Of(problem, NearestBaseline.Solve);
        var greedy = BaselineRun.Of(problem, GreedyBaseline.Solve);
        var standings = new List<Standing> { Of("nearest", nearest), Of("greedy", greedy) };
        OwnRun? own = null;
        foreach (var threads in Threads)
        {
            own = OwnRun.Of(problem, threads);
            standings.Add(Of(threads == 1 ? "ours, 1 thread" : $"ours, {threads} threads", own));
        }

        standings.AddRange(await LetRivalsAsync(problem));
        return new(instance, problem.OrderCount, problem.LineCount, greedy.Cost, nearest.Cost, own!.Solution.LowerBound, [.. own.Milestones.Told], standings);
    }

    // What a service runs has long been compiled.
    private static void WarmUp(SourcingProblem problem)
    {
        NearestBaseline.Solve(problem);
        GreedyBaseline.Solve(problem);
        HorizonSolver.Solve(problem, new SolverOptions());
    }

    private async Task<IEnumerable<Standing>> LetRivalsAsync(SourcingProblem problem)
    {
        if (rivals.Count == 0)
        {
            return [];
        }

        var estimate = ModelEstimate.Of(problem, createModel);
        if (estimate.Bytes > largestModel)
        {
            var remark = $"not run: a model of about {Figures.Of(estimate.Columns / 1e6, 1)} million columns, {Figures.Megabytes((long)estimate.Bytes)} MB";
            return rivals.Select(rival => new Standing { Solver = rival.Name, Remark = remark });
        }

        using var scratch = new ScratchFolder();
        var model = ModelFile.Write(createModel(problem), scratch.Data("model.mps"));
        var size = $"{Figures.Of(model.Columns)} columns, {Figures.Of(model.Rows)} rows, {Figures.Of(model.Bytes / 1e6, 1)} MB";
        var standings = new List<Standing>();
        foreach (var rival in rivals)
        {
            var standing = await RivalRun.RunAsync(rival, problem, model, limits);
            standings.Add(standing with { Remark = standing.Remark is null ? size : $"{size}; {standing.Remark}" });
        }

        return standings;
    }

    private static Standing Of(string solver, BaselineRun run) => new()
    {
        Solver = solver,
        Cost = run.Cost,
        IsBaseline = true,
        Seconds = run.Seconds,
        ProcessorSeconds = run.ProcessorSeconds,
        PeakBytes = run.PeakBytes,
    };

    private static Standing Of(string solver, OwnRun run) => new()
    {
        Solver = solver,
        Cost = run.Solution.Cost,
        Bound = run.Solution.LowerBound,
        SecondsToOnePercent = run.Milestones.SecondsTo(OnePercent),
        ProcessorSeconds = run.Milestones.ProcessorSecondsTo(OnePercent),
        Seconds = run.Seconds,
        PeakBytes = run.PeakBytes,
    };
}
