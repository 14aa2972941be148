using Dom.Core.Solving;
using Dom.Core.Solving.Checking;
using Dom.Core.Solving.Large;
using Dom.Core.Solving.Plans;
using Dom.Core.Solving.Pools;
using Dom.Core.Solving.Prices;
using Dom.Core.Tests.Fulfillment;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Solving.Large;

public sealed class LargePricerTests
{
    [Fact]
    public void Price_is_what_the_checker_finds_at_the_same_prices_and_values()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var problem = LargeProblems.Random(seed);
            var random = new Random(seed);
            var shop = Built(problem, mostStates: 8);
            for (var trial = 0; trial < 3; trial++)
            {
                var prices = Prices(shop, random);
                foreach (var order in shop.Large.All)
                {
                    var part = shop.Large.Pricer(0).Price(order, prices);

                    var expected = Checked(shop, order, prices);
                    Property.Holds(part == expected, () => $"Seed {seed}, trial {trial}, order {order.Order}: {part}, expected {expected}.");
                }
            }
        }
    }

    [Fact]
    public void Price_is_never_above_the_exact_price_and_chooses_a_plan_that_fits()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var problem = RandomProblems.Make(seed, (ProblemFeatures)new Random(seed).Next(4096), maxOrders: 3, maxLocations: 8, maxLines: 6);
            var (shop, exact) = (Built(problem, mostStates: 1), new Workshop(problem, new(1)));
            var (none, empty) = (new PriceVector(shop.Tables.Padded), new Ledger(exact));
            none.Resize(shop.Slots.Count);
            foreach (var order in shop.Large.All.Where(order => exact.Shapes[order.Order] is not null))
            {
                var part = shop.Large.Pricer(0).Price(order, none);

                var plan = shop.Large.Pricer(0).Plan;
                var least = new ResidualScan(exact, 0).Find(order.Order, exact.Shapes[order.Order]!, empty, new PriceVector(shop.Tables.Padded));
                Property.Holds(part <= least && empty.Fits(plan), () => $"Seed {seed}, order {order.Order}: part {part}, exact {least}, chosen {plan.Cost}.");
            }
        }
    }

    private static Workshop Built(SourcingProblem problem, int mostStates)
    {
        var shop = new Workshop(problem, new(1), mostStates);
        new PoolStage(shop).Build([.. Enumerable.Range(0, problem.OrderCount)], _ => 3);
        return shop;
    }

    private static PriceVector Prices(Workshop shop, Random random)
    {
        var prices = new PriceVector(shop.Tables.Padded);
        prices.Resize(shop.Slots.Count);
        for (var number = 1; number < prices.Slot.Length; number++)
        {
            prices.Slot[number] = random.Next(shop.Tables.UnfilledUnitCost + 1) / random.Next(1, 9);
        }

        for (var location = 0; location < shop.Problem.LocationCount; location++)
        {
            prices.Location[location] = random.Next(2) == 0 ? 0 : random.Next(10 * shop.Tables.UnitsPerMinorUnit);
        }

        return prices;
    }

    private static Int128 Checked(Workshop shop, LargeOrder order, PriceVector prices)
    {
        var slots = Enumerable.Range(1, prices.Slot.Length - 1).Where(number => prices.Slot[number] > 0).Select(number => (Slot: shop.Slots.Slots[number], Price: prices.Slot[number])).Order().ToArray();
        var certificate = new PriceCertificate
        {
            UnitsPerMinorUnit = shop.Tables.UnitsPerMinorUnit,
            LocationPrice = prices.Location[..shop.Problem.LocationCount],
            Slot = [.. slots.Select(slot => slot.Slot)],
            SlotPrice = [.. slots.Select(slot => slot.Price)],
            RelaxedOrder = [order.Order],
            RelaxedUnitValue = order.Values,
        };
        var supply = new PricedSupply(shop.Problem, certificate);
        supply.MoveTo(order.Order);
        return new RelaxedOrderBound(shop.Problem, certificate, supply).Of(order.Order, order.Values);
    }
}
