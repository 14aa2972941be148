using Dom.Core.Solving;
using Dom.Core.Solving.Checking;
using Dom.Core.Solving.Models;
using Dom.Core.Solving.Plans;
using Dom.Core.Solving.Prices;
using Dom.Core.Tests.Fulfillment;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Solving.Large;

public sealed class LargePlannerTests
{
    [Theory]
    [InlineData(4)]
    [InlineData(8)]
    public void Find_is_within_a_few_per_mille_of_the_exact_plan(int lines)
    {
        var problem = LargeProblems.Generated(orders: 40, lines, locations: 60, seed: lines);
        var (exact, large) = (new Workshop(problem, new(1)), new Workshop(problem, new(1), mostStates: 1));
        var (prices, empty, left) = (new PriceVector(exact.Tables.Padded), new Ledger(exact), new Ledger(large));
        var (least, found) = (0L, 0L);
        foreach (var order in large.Large.All)
        {
            least += new ResidualScan(exact, 0).Find(order.Order, exact.Shapes[order.Order]!, empty, prices);

            found += large.Large.Planner(0).Find(order, left, prices).Cost;
        }

        Assert.InRange(found, least, least + (least * 3 / 1000));
    }

    [Fact]
    public void Find_takes_only_what_others_left()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var shop = new Workshop(LargeProblems.Random(seed), new(1), mostStates: 1);
            var (prices, ledger) = (new PriceVector(shop.Tables.Padded), new Ledger(shop));
            foreach (var order in shop.Large.All)
            {
                var plan = shop.Large.Planner(0).Find(order, ledger, prices);

                Property.Holds(ledger.Fits(plan) && plan.Cost <= ledger.Plans.Nothing[order.Order], () => $"Seed {seed}, order {order.Order}: {plan}.");
                ledger.Apply(order.Order, plan);
                var again = shop.Large.Planner(0).Find(order, ledger, prices, plan.Locations);
                Property.Holds(again.Cost <= plan.Cost, () => $"Seed {seed}, order {order.Order}: again {again.Cost}, before {plan.Cost}.");
            }

            var assembled = new PlanAssembly(shop).Assemble(ledger.Plans);
            var cost = PlanChecker.Check(shop.Problem, assembled).Match(feasible => feasible.Cost, _ => -1);
            Property.Holds(cost * shop.Tables.UnitsPerMinorUnit == ledger.TotalCost, () => $"Seed {seed}: {cost} checked, {ledger.TotalCost} counted.");
        }
    }

    [Theory]
    [InlineData(1, 9)]
    [InlineData(2, 16)]
    [InlineData(3, 25)]
    public void Find_is_near_the_optimum_of_an_order_alone(int seed, int lines)
    {
        var problem = LargeProblems.Generated(orders: 1, lines, locations: 12, seed);
        var shop = new Workshop(problem, new(1));

        var plan = shop.Large.Planner(0).Find(shop.Large.All[0], new Ledger(shop), new PriceVector(shop.Tables.Padded));

        var optimum = (long)Math.Round(Cbc.Solve(SourcingModel.Of(problem), asMps: false).Objective) * shop.Tables.UnitsPerMinorUnit;
        Assert.InRange(plan.Cost, optimum, optimum + (optimum * 5 / 1000));
    }
}
