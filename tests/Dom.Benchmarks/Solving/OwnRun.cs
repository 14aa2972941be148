using System.Diagnostics;
using Dom.Core.Solving;

namespace Dom.Benchmarks.Solving;

/// <summary>A horizon solved by this project's solver, and how that went.</summary>
/// <param name="Solution">Plan and bound.</param>
/// <param name="Milestones">When it had come how close.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="PeakBytes">Most physical memory of the process meanwhile, problem included.</param>
internal sealed record OwnRun(Solution Solution, Milestones Milestones, double Seconds, long PeakBytes)
{
    /// <summary>Solves a problem.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="threads">With how many threads.</param>
    public static OwnRun Of(SourcingProblem problem, int threads)
    {
        PeakMemory.Restart();
        var milestones = new Milestones();
        var watch = Stopwatch.StartNew();
        var solution = HorizonSolver.Solve(problem, new SolverOptions { Threads = threads }, milestones);
        return new(solution, milestones, watch.Elapsed.TotalSeconds, PeakMemory.Bytes(Environment.ProcessId) ?? 0);
    }
}
