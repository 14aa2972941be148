using System.Diagnostics;
using Dom.Core.Solving;
using Dom.Core.Solving.Checking;

namespace Dom.Benchmarks.Solving;

/// <summary>What a baseline's plan costs, and how long it took.</summary>
/// <param name="Cost">Minor units.</param>
/// <param name="Seconds">By the clock.</param>
/// <param name="ProcessorSeconds">Of all threads together.</param>
/// <param name="PeakBytes">Most physical memory of the process meanwhile, problem included.</param>
internal sealed record BaselineRun(long Cost, double Seconds, double ProcessorSeconds, long PeakBytes)
{
    /// <summary>Runs a baseline.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="solve">The baseline.</param>
    public static BaselineRun Of(SourcingProblem problem, Func<SourcingProblem, AssignmentPlan> solve)
    {
        PeakMemory.Restart();
        var (watch, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var plan = solve(problem);
        var (seconds, processor) = (watch.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
        return new(PlanChecker.Cost(problem, plan), seconds, processor, PeakMemory.Bytes(Environment.ProcessId) ?? 0);
    }
}
