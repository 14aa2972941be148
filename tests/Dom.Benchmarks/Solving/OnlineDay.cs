using System.Diagnostics;
using Dom.Core.Solving;
using Dom.Core.Solving.Checking;
using Dom.Core.Solving.Online;

namespace Dom.Benchmarks.Solving;

/// <summary>A day whose orders are decided one at a time.</summary>
/// <param name="Cost">What it cost, as the checker found, minor units.</param>
/// <param name="MicrosecondsPerOrder">How long a decision took.</param>
internal sealed record OnlineDay(long Cost, double MicrosecondsPerOrder)
{
    /// <summary>Decides a day.</summary>
    /// <param name="problem">The day.</param>
    /// <param name="prices">The prices; none to charge nothing.</param>
    public static OnlineDay Decide(SourcingProblem problem, ResourcePrices? prices)
    {
        var solver = new OnlineSolver(problem, prices);
        var watch = Stopwatch.StartNew();
        for (var order = 0; order < problem.OrderCount; order++)
        {
            solver.Decide(order);
        }

        var microseconds = watch.Elapsed.TotalMicroseconds / problem.OrderCount;
        var cost = PlanChecker.Check(problem, solver.ToPlan()).Match(
            feasible => feasible.Cost, infeasible => throw new InvalidOperationException(infeasible.Violations[0].ToSentence(problem)));
        return new OnlineDay(cost, microseconds);
    }
}
