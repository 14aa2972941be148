namespace Dom.Core.Sourcing.Search;

/// <summary>How far down the priorities of locations an order has to go.</summary>
/// <param name="LastPriority">The worst priority of locations that it may come from; none where no priority holds.</param>
/// <param name="IsProven">Whether no better one would do.</param>
/// <param name="States">Partial plans that were looked at.</param>
internal sealed record PriorityReach(int? LastPriority, bool IsProven, long States)
{
    /// <summary>
    /// Finds the best priority such that with the locations up to it as many units of the order can be fulfilled as with all locations, all limits kept and
    /// whatever it costs. Within those locations cost alone decides.
    /// </summary>
    /// <param name="screening">The screened request.</param>
    /// <param name="costs">Tell which parcels can be sent.</param>
    /// <param name="limits">The priorities, and how the order may be taken apart.</param>
    /// <param name="wanted">Units of each line that are wanted.</param>
    public static PriorityReach Find(Screening screening, IPlanCosts costs, OrderLimits limits, int[] wanted)
    {
        if (limits.PriorityOfLocation is not { } priorities || priorities.Length == 0)
        {
            return new PriorityReach(null, IsProven: true, 0);
        }

        var fill = new FillCosts(costs);
        var (isProven, states) = (true, 0L);
        var last = priorities.Max();
        long? leastLeft = null;
        foreach (var priority in priorities.Distinct().Order().TakeWhile(priority => priority < last))
        {
            var left = UnitsLeft(priority);
            if (left == 0 || left <= (leastLeft ??= UnitsLeft(last)))
            {
                return new PriorityReach(priority, isProven, states);
            }
        }

        return new PriorityReach(last, isProven, states);

        long UnitsLeft(byte priority)
        {
            var problem = ProblemBuilder.Build(screening, fill, limits, wanted, priority);
            var outcome = PlanFinder.Solve(problem);
            isProven &= outcome.IsProvenBest;
            states += outcome.States;
            return problem.CostOf(outcome.Weight);
        }
    }
}
