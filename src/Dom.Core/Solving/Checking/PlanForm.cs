namespace Dom.Core.Solving.Checking;

/// <summary>What must hold of a plan's columns before its assignments mean anything.</summary>
internal static class PlanForm
{
    /// <summary>Checks the columns.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="plan">Its plan.</param>
    /// <param name="violations">Where violations are noted.</param>
    public static void Check(SourcingProblem problem, AssignmentPlan plan, ViolationList violations)
    {
        var count = plan.Line.Length;
        foreach (var length in (ReadOnlySpan<int>)[plan.Location.Length, plan.Quantity.Length])
        {
            if (length != count)
            {
                violations.Add(new PlanViolation(PlanRule.Columns, null, null, null, length, count));
            }
        }

        for (var at = 0; at < count && violations.Count == 0; at++)
        {
            CheckIndices(problem, plan, at, violations);
        }

        var order = 0;
        for (var at = 0; at < count && violations.Count == 0; at++)
        {
            while (plan.Line[at] >= problem.Orders.LineStart[order + 1])
            {
                order++;
            }

            if (at > 0 && (plan.Line[at], plan.Location[at]).CompareTo((plan.Line[at - 1], plan.Location[at - 1])) <= 0)
            {
                violations.Add(new PlanViolation(PlanRule.Ascending, null, plan.Line[at], plan.Location[at], at, at - 1));
            }
            else if (plan.Quantity[at] < 1)
            {
                violations.Add(new PlanViolation(PlanRule.AtLeastOne, order, plan.Line[at], plan.Location[at], plan.Quantity[at], 1));
            }
        }
    }

    private static void CheckIndices(SourcingProblem problem, AssignmentPlan plan, int at, ViolationList violations)
    {
        if (plan.Line[at] < 0 || plan.Line[at] >= problem.LineCount)
        {
            violations.Add(new PlanViolation(PlanRule.KnownLine, null, null, null, plan.Line[at], problem.LineCount - 1));
        }

        if (plan.Location[at] < 0 || plan.Location[at] >= problem.LocationCount)
        {
            violations.Add(new PlanViolation(PlanRule.KnownLocation, null, null, null, plan.Location[at], problem.LocationCount - 1));
        }
    }
}
