using Dom.Core.Solving;

namespace Dom.LocalHost.Solving;

/// <summary>Rules that make one plan and prove nothing of it: their bound is 0, as costs are never less.</summary>
internal static class BaselineSolver
{
    /// <summary>A rule as a solver.</summary>
    /// <param name="rule">The rule. It is quick, and is not interrupted.</param>
    public static SolveProblem Of(Func<SourcingProblem, AssignmentPlan> rule) => (problem, _, _, _) =>
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
    };
}
