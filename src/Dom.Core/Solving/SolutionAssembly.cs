using Dom.Core.Solving.Checking;
using Dom.Core.Solving.Plans;
using Dom.Core.Solving.Prices;

namespace Dom.Core.Solving;

/// <summary>Turns the best plan and the best prices of a solve into its solution, and checks it.</summary>
/// <param name="shop">What the solve works with.</param>
internal sealed class SolutionAssembly(Workshop shop)
{
    /// <summary>Makes the solution.</summary>
    /// <param name="plans">The best plan.</param>
    /// <param name="prices">The prices of the bound.</param>
    /// <param name="lowerBound">The bound, minor units.</param>
    /// <param name="stoppedBy">What ended the solve, where it is not proof.</param>
    /// <exception cref="InvalidOperationException">The plan is not feasible, or costs less than the bound: the solver is wrong.</exception>
    public Solution Assemble(PlanBook plans, PriceVector prices, long lowerBound, StopReason stoppedBy)
    {
        var plan = new PlanAssembly(shop).Assemble(plans);
        var cost = PlanChecker.Check(shop.Problem, plan).Match(
            feasible => feasible.Cost,
            infeasible => throw new InvalidOperationException($"The solver made a plan that is not feasible: {infeasible.Violations[0].ToSentence(shop.Problem)}"));
        return new Solution
        {
            Plan = plan,
            Cost = cost,
            LowerBound = lowerBound <= cost ? lowerBound : throw new InvalidOperationException($"The solver's bound {lowerBound} is above its cost {cost}."),
            Certificate = Certify(prices),
            StoppedBy = cost <= lowerBound ? StopReason.Proof : stoppedBy,
            RelaxedOrders = shop.Large.All.Count,
        };
    }

    private PriceCertificate Certify(PriceVector prices)
    {
        var slots = Enumerable.Range(1, prices.Slot.Length - 1).Where(number => prices.Slot[number] > 0)
            .Select(number => (Slot: shop.Slots.Slots[number], Price: prices.Slot[number])).Order().ToArray();
        return new PriceCertificate
        {
            UnitsPerMinorUnit = shop.Tables.UnitsPerMinorUnit,
            LocationPrice = prices.Location[..shop.Problem.LocationCount],
            Slot = [.. slots.Select(slot => slot.Slot)],
            SlotPrice = [.. slots.Select(slot => slot.Price)],
            RelaxedOrder = [.. shop.Large.All.Select(order => order.Order)],
            RelaxedUnitValue = [.. shop.Large.All.SelectMany(order => order.Best)],
        };
    }
}
