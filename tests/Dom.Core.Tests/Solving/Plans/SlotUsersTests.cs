using Dom.Core.Solving;
using Dom.Core.Solving.Generation;
using Dom.Core.Solving.Plans;
using Dom.Core.Solving.Pools;
using Dom.Core.Solving.Prices;

namespace Dom.Core.Tests.Solving.Plans;

public sealed class SlotUsersTests
{
    [Fact]
    public void Find_gives_those_who_hold_a_slot_while_plans_come_and_go()
    {
        var problem = ProblemGenerator.Generate(
            new GeneratorOptions { Orders = 300, Locations = 20, Skus = 30, Seed = 2, Contention = Contention.High });
        var shop = new Workshop(problem, new(1));
        new PoolStage(shop).Build([.. Enumerable.Range(0, problem.OrderCount)], _ => 6);
        var (ledger, prices) = (new Ledger(shop), new PriceVector(shop.Tables.Padded));
        prices.Resize(shop.Slots.Count);
        new Construction(shop).Run(prices, ledger);
        var users = new SlotUsers(shop, ledger.Plans);

        for (var order = 0; order < problem.OrderCount; order += 3)
        {
            users.Remove(order, ledger.Plans);
            ledger.Remove(order);
        }

        AssertKnows(users, shop, ledger.Plans);
        users.Load(ledger.Plans);
        AssertKnows(users, shop, ledger.Plans);
    }

    private static void AssertKnows(SlotUsers users, Workshop shop, PlanBook plans)
    {
        for (var number = 1; number < shop.Slots.Count; number++)
        {
            var found = new List<int>();
            users.Find(number, start: 7, found, most: 1000);
            Assert.Equal(Holders(shop, plans, shop.Slots.SlotOf(number)), found.Order());
        }
    }

    private static IEnumerable<int> Holders(Workshop shop, PlanBook plans, int slot)
    {
        for (var order = 0; order < shop.Problem.OrderCount; order++)
        {
            for (var part = 0; part < plans.States(order).Length && plans.States(order)[part] > 0; part++)
            {
                foreach (var need in shop.Needs(order, plans.States(order)[part], plans.Locations(order)[part]))
                {
                    if (need.Slot == slot)
                    {
                        yield return order;
                    }
                }
            }
        }
    }
}
