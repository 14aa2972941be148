using System.Globalization;

namespace Dom.Core.Solving.Checking;

/// <summary>
/// Says whether a plan keeps to every rule of its problem, and what it costs, from the problem and the plan alone. It shares nothing with the
/// solver but the problem's columns, takes time in proportion to the plan, and stands between every solver and every use of a plan.
/// </summary>
public static class PlanChecker
{
    /// <summary>Most violations that are told one by one; the others are counted.</summary>
    public const int MaxListed = 20;

    /// <summary>Checks a plan.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="plan">The plan; nothing is taken for granted of it.</param>
    /// <exception cref="OverflowException">The plan's cost is beyond a long integer.</exception>
    public static PlanCheck Check(SourcingProblem problem, AssignmentPlan plan)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(plan);
        var violations = new ViolationList();
        PlanForm.Check(problem, plan, violations);
        if (violations.Count > 0)
        {
            return violations.ToOutcome();
        }

        var cost = new OrderChecks(problem, plan, violations).Run();
        SharedStock.Check(problem, plan, violations);
        return violations.Count > 0 ? violations.ToOutcome() : new PlanCheck.Feasible(cost);
    }

    /// <summary>What a plan costs that must be feasible, minor units.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="plan">The plan; nothing is taken for granted of it.</param>
    /// <exception cref="InvalidOperationException">The plan breaks a rule: the message tells how many violations there are, and the first of them.</exception>
    /// <exception cref="OverflowException">The plan's cost is beyond a long integer.</exception>
    public static long Cost(SourcingProblem problem, AssignmentPlan plan) => Check(problem, plan).Match(
        feasible => feasible.Cost,
        infeasible => throw new InvalidOperationException(string.Create(
            CultureInfo.InvariantCulture, $"The plan breaks the problem's rules {infeasible.Count} times, first {infeasible.Violations[0].ToSentence(problem)}")));
}
