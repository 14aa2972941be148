using Dom.Core.Solving;
using Dom.Core.Solving.Checking;

namespace Dom.LocalHost.Solving;

/// <summary>Plans that have passed the check that knows nothing of solvers.</summary>
internal static class CheckedPlan
{
    /// <summary>What a plan costs, minor units.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="plan">The plan.</param>
    /// <exception cref="LocalHostException">The plan breaks a rule of the problem: the solver has a bug.</exception>
    public static long Cost(SourcingProblem problem, AssignmentPlan plan) => PlanChecker.Check(problem, plan).Match(
        feasible => feasible.Cost,
        infeasible => throw new LocalHostException(
            $"The plan breaks {infeasible.Count} rules of the problem; nothing was written. Please report this as a bug, with the problem's files.\n"
            + string.Join('\n', infeasible.Violations)));
}
