using Dom.Core.Solving;

namespace Dom.LocalHost.Solving;

/// <summary>A rule that makes one plan and proves nothing of it: its bound is 0, as costs are never less.</summary>
/// <param name="rule">The rule. It is quick, and is not interrupted.</param>
internal sealed class BaselineSolver(Func<SourcingProblem, AssignmentPlan> rule) : ISolve
{
    /// <inheritdoc/>
    public Solution Solve(SourcingProblem problem, SolverOptions options, IProgress<SolveProgress>? progress, CancellationToken cancellationToken)
    {
        var plan = rule(problem);
        var cost = CheckedPlan.Cost(problem, plan);
        return new Solution
        {
            Plan = plan,
            Cost = cost,
            LowerBound = 0,
            Certificate = new PriceCertificate
            {
                UnitsPerMinorUnit = 1,
                LocationPrice = new int[problem.LocationCount],
                Slot = [],
                SlotPrice = [],
                RelaxedOrder = [],
                RelaxedUnitValue = [],
            },
            StoppedBy = cost == 0 ? StopReason.Proof : StopReason.Stalled,
            RelaxedOrders = 0,
        };
    }
}
