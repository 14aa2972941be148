namespace Dom.Core.Solving.Checking;

/// <summary>Whether a plan takes more from a slot than is available. Sorts the assignments by slot: memory grows with the plan, not with the stock.</summary>
internal static class SharedStock
{
    /// <summary>Checks every slot that the plan takes from.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="plan">A plan of good form.</param>
    /// <param name="violations">Where violations are noted.</param>
    public static void Check(SourcingProblem problem, AssignmentPlan plan, ViolationList violations)
    {
        // The slot above, the assignment below: sorted, the assignments of a slot stand together in the plan's order.
        var takes = new long[plan.Line.Length];
        var count = 0;
        for (var at = 0; at < plan.Line.Length; at++)
        {
            var slot = problem.Stock.Find(problem.Lines.Sku[plan.Line[at]], plan.Location[at]);
            if (slot >= 0)
            {
                takes[count++] = ((long)slot << 32) | (uint)at;
            }
            else
            {
                Add(problem, plan, at, plan.Quantity[at], 0, violations);
            }
        }

        Array.Sort(takes, 0, count);
        for (int start = 0, end; start < count; start = end)
        {
            end = CheckSlot(problem, plan, takes.AsSpan(0, count), start, violations);
        }
    }

    private static int CheckSlot(SourcingProblem problem, AssignmentPlan plan, ReadOnlySpan<long> takes, int start, ViolationList violations)
    {
        var slot = (int)(takes[start] >> 32);
        var available = problem.Stock.Available[slot];
        var (units, firstBeyond, end) = (0L, -1, start);
        for (; end < takes.Length && (int)(takes[end] >> 32) == slot; end++)
        {
            var at = (int)(takes[end] & uint.MaxValue);
            units += plan.Quantity[at];
            firstBeyond = firstBeyond < 0 && units > available ? at : firstBeyond;
        }

        if (firstBeyond >= 0)
        {
            Add(problem, plan, firstBeyond, units, available, violations);
        }

        return end;
    }

    private static void Add(SourcingProblem problem, AssignmentPlan plan, int at, long units, int available, ViolationList violations) =>
        violations.Add(new PlanViolation(PlanRule.Stock, OrderOf(problem, plan.Line[at]), plan.Line[at], plan.Location[at], units, available));

    private static int OrderOf(SourcingProblem problem, int line)
    {
        // Orders without lines share their start with the next: the last of those that start at or before the line has it.
        var (low, high) = (0, problem.OrderCount - 1);
        while (low < high)
        {
            var middle = low + ((high - low + 1) / 2);
            (low, high) = problem.Orders.LineStart[middle] <= line ? (middle, high) : (low, middle - 1);
        }

        return low;
    }
}
