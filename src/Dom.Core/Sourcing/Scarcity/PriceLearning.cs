using System.Collections.Immutable;
using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Solving;
using Dom.Core.Solving.Online;

namespace Dom.Core.Sourcing.Scarcity;

/// <summary>Learns scarcity prices: sources a horizon of demand jointly, and keeps the prices that make every order's own best choice the joint one.</summary>
public static class PriceLearning
{
    private const long Thousandths = 1000;

    /// <summary>Learns.</summary>
    /// <param name="demand">The demand, and what there is for it.</param>
    /// <param name="options">How long and how hard to try.</param>
    /// <param name="cancellationToken">Ends the learning early, with the prices so far.</param>
    /// <returns>
    /// The prices. Those of a SKU are told apart from what it costs wherever it is cheapest: a SKU that is short everywhere is no dearer to one order than to
    /// another, only where it is taken from can be chosen.
    /// </returns>
    /// <exception cref="ArgumentException">The demand has more than 64 pairs of a profile and a mode.</exception>
    public static LearnedPrices Learn(LearningDemand demand, SolverOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(demand);
        var horizon = new HorizonProblem(demand);
        var problem = horizon.Problem;
        var solution = HorizonSolver.Solve(problem, options, progress: null, cancellationToken);
        var certificate = solution.Certificate;
        var places = Enumerable.Range(0, problem.LocationCount)
            .Select(location => Price(problem, location, certificate.LocationPrice[location], horizon.Divisor, certificate.UnitsPerMinorUnit))
            .Where(price => price.Thousandths > 0);
        var bySlot = new int[problem.Stock.Location.Length];
        for (var at = 0; at < certificate.Slot.Length; at++)
        {
            bySlot[certificate.Slot[at]] = certificate.SlotPrice[at];
        }

        var units = ImmutableArray.CreateBuilder<SkuUnitPrices>();
        for (var sku = 0; sku < problem.Stock.Skus.Length; sku++)
        {
            var (from, to) = (problem.Stock.RowStart[sku], problem.Stock.RowStart[sku + 1]);
            var least = bySlot[from..to].DefaultIfEmpty().Min();
            ImmutableArray<LocationPrice> prices =
            [
                .. Enumerable.Range(from, to - from)
                    .Select(slot => Price(problem, problem.Stock.Location[slot], bySlot[slot] - least, horizon.Divisor, certificate.UnitsPerMinorUnit))
                    .Where(price => price.Thousandths > 0),
            ];
            if (!prices.IsEmpty)
            {
                units.Add(new SkuUnitPrices(new Sku(problem.Stock.Skus[sku]), prices));
            }
        }

        return new LearnedPrices([.. places], units.ToImmutable(), solution.Gap)
        {
            StakeThousandths = (long)(PlaceSteering.Stake(problem, solution) * horizon.Divisor * Thousandths),
            OrdersByHour = ByHour(demand.Orders),
        };
    }

    private static ImmutableArray<int> ByHour(ImmutableArray<DemandOrder> orders)
    {
        var byHour = new int[DayProgress.Hours];
        foreach (var order in orders)
        {
            byHour[order.Hour]++;
        }

        return [.. byHour];
    }

    private static LocationPrice Price(SourcingProblem problem, int location, long priceUnits, long divisor, int unitsPerMinorUnit) =>
        new(new LocationId(problem.Locations.Ids[location]), ((priceUnits * divisor * Thousandths) + (unitsPerMinorUnit / 2)) / unitsPerMinorUnit);
}
