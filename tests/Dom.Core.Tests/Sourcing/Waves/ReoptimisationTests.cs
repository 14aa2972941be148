using System.Collections.Immutable;
using Dom.Core.Fulfillment;
using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Orders;
using Dom.Core.Profiles.Rules;
using Dom.Core.Sourcing;
using Dom.Core.Sourcing.Waves;
using Dom.Core.Tests.TestKit;
using static Dom.Core.Tests.TestKit.AWave;

namespace Dom.Core.Tests.Sourcing.Waves;

// A parcel costs 500, and 40 for each 100 km: from FAR, 1,000 km away, it costs 400 more than from NEAR, on the spot.
public sealed class ReoptimisationTests
{
    [Fact]
    public void Decide_moves_an_order_when_it_saves_more_than_the_churn_cost()
    {
        var plan = Decide(Stock(("NEAR", 1, 0), ("FAR", 1, 1)), Order("W-1", churn: 399, at: "FAR"));

        var move = Assert.Single(plan.Moves);
        Assert.Equal(("W-1", 1L, false), (move.OrderId.Value, move.SavingMinorUnits, move.NeedsOthers));
        Assert.Equal("W-1~1.1", Assert.Single(move.Shipments).Value);
        Assert.Equal(new PlannedLine(new LineId("1"), new LocationId("NEAR")), Assert.Single(move.Lines));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    public void Decide_leaves_an_order_that_saves_no_more_than_the_churn_cost(long churn)
    {
        Assert.Empty(Decide(Stock(("NEAR", 1, 0), ("FAR", 1, 1)), Order("W-1", churn, at: "FAR")).Moves);
    }

    [Fact]
    public void Decide_leaves_an_order_without_churn_cost_where_moving_saves_nothing()
    {
        Assert.Empty(Decide(Stock(("NEAR", 1, 1), ("FAR", 1, 0)), Order("W-1", churn: 0, at: "NEAR")).Moves);
    }

    [Fact]
    public void Decide_swaps_orders_that_hold_what_is_better_for_each_other()
    {
        var (north, south) = (A.Reno.North(1_000), A.Reno);

        var plan = Decide(
            Stock(("NEAR", 1, 1), ("FAR", 1, 1)),
            Order("W-1", churn: 100, at: "FAR") with { Destination = south },
            Order("W-2", churn: 100, at: "NEAR") with { Destination = north });

        Assert.Equal(["W-1 NEAR 300 True", "W-2 FAR 300 True"], plan.Moves.Select(Tell));
        Assert.Equal(2, plan.Together);
    }

    [Fact]
    public void Decide_moves_no_more_orders_than_save()
    {
        var plan = Decide(
            Stock(("NEAR", 1, 1), ("MIDDLE", 1, 0), ("FAR", 1, 1)),
            Order("W-1", churn: 50, at: "FAR"),
            Order("W-2", churn: 50, at: "NEAR"));

        Assert.Equal(["W-1 MIDDLE 150 False"], plan.Moves.Select(Tell));
    }

    [Fact]
    public void Decide_makes_room_for_what_found_nothing()
    {
        var near = new MaximumDistance { Id = "near", Km = 100 };
        var waiting = Order("W-2", churn: 50, at: null);

        var plan = Decide(
            Stock(("NEAR", 1, 1), ("FAR", 1, 0)),
            Order("W-1", churn: 50, at: "NEAR") with { Destination = A.Reno.North(500) },
            waiting with { Profile = waiting.Profile with { Rules = [near] } });

        Assert.Equal(["W-1 FAR -50 False"], plan.Moves.Select(Tell));
        Assert.Equal(1, plan.Served);
    }

    [Fact]
    public void Decide_counts_what_an_earlier_order_waits_for_as_taken()
    {
        var plan = Decide(
            Stock(("NEAR", 1, 0), ("FAR", 1, 1)),
            Order("W-1", churn: 0, at: null) with { Since = A.Moment.AddHours(-2) },
            Order("W-2", churn: 0, at: "FAR"));

        Assert.Empty(plan.Moves);
        Assert.Equal(1, plan.Served);
    }

    [Fact]
    public void Decide_moves_no_offer_that_the_rules_of_now_would_not_make()
    {
        var order = Order("W-1", churn: 0, at: "FAR");

        var plan = Decide(Stock(("NEAR", 1, 0), ("FAR", 1, 1)), order with { Profile = order.Profile with { Rules = [new MaximumDistance { Id = "near", Km = 100 }] } });

        Assert.Empty(plan.Moves);
    }

    [Fact]
    public void Decide_recalls_an_offer_as_a_whole_and_plans_what_stays_where_it_is()
    {
        var order = Order("W-1", churn: 10, at: "FAR") with { Lines = [A.Line("1"), A.Line("2", "SKU-2")], Offered = [Offer("W-1", "1", "FAR"), Offer("W-1", "2", "FAR")] };
        var supply = Stock(("NEAR", 1, 0), ("FAR", 1, 1));
        var withOther = supply with { Stock = supply.Stock.Add(new Sku("SKU-2"), [new StockLevel(new LocationId("FAR"), 1, 1), new StockLevel(new LocationId("NEAR"), 1, 0)]) };

        var move = Assert.Single(Decide(withOther, order).Moves);

        Assert.Equal(["1 NEAR", "2 NEAR"], move.Lines.Select(line => $"{line.LineId} {line.LocationId}"));
        Assert.Single(move.Shipments);
    }

    [Fact]
    public void Decide_gives_back_the_place_in_a_day_that_an_offer_takes()
    {
        var supply = Stock(("NEAR", 2, 1), ("FAR", 2, 1)) with
        {
            Locations = [.. Places.Select(location => location with { OrdersPerDay = 1 })],
            Loads = Places.ToImmutableDictionary(location => location.LocationId, _ => DayLoad.OfOrders(1)),
        };

        var plan = Decide(
            supply,
            Order("W-1", churn: 100, at: "FAR"),
            Order("W-2", churn: 100, at: "NEAR") with { Destination = A.Reno.North(1_000) });

        Assert.Equal(["W-1 NEAR 300 False", "W-2 FAR 300 False"], plan.Moves.Select(Tell));
    }

    [Fact]
    public void Decide_never_costs_more_and_never_plans_more_than_there_is()
    {
        for (var seed = 1; seed <= 60; seed++)
        {
            var (demands, supply) = Random(new Random(seed));

            var plan = Decide(supply, [.. demands]);

            Assert.True(plan.Served > 0 || plan.Moves.Sum(move => move.SavingMinorUnits) >= 0, $"seed {seed} costs more");
            Assert.True(plan.Moves.IsEmpty || plan.Served > 0 || plan.Moves.Sum(move => move.SavingMinorUnits) > 0, $"seed {seed} moves for nothing");
            foreach (var level in supply.Stock.Single().Value)
            {
                var gone = demands.Count(demand => demand.Offered.Any(line => line.LocationId == level.LocationId) && plan.Moves.Any(move => move.OrderId == demand.OrderId));
                var come = plan.Moves.Count(move => move.Lines.Any(line => line.LocationId == level.LocationId));
                Assert.True(level.Held - gone + come <= level.OnHand, $"seed {seed} sells {level.LocationId} twice");
            }
        }
    }

    private static (ImmutableArray<WaveDemand> Demands, WaveSupply Supply) Random(Random random)
    {
        ImmutableArray<Location> network = [.. Enumerable.Range(0, 5).Select(at => A.Location($"L{at}", A.Reno.North(random.Next(1_000))))];
        var held = new int[network.Length];
        ImmutableArray<WaveDemand> demands =
        [
            .. Enumerable.Range(0, 8).Select(at =>
            {
                var location = random.Next(network.Length + 1);
                var order = Order($"W-{at}", random.Next(200), at: null) with { Destination = A.Reno.North(random.Next(1_000)) };
                if (location == network.Length)
                {
                    return order;
                }

                held[location]++;
                return order with { Offered = [Offer(order.OrderId.Value, "1", network[location].LocationId.Value)] };
            }),
        ];
        var levels = network.Select((location, at) => new StockLevel(location.LocationId, held[at] + random.Next(2), held[at]));
        return (demands, new WaveSupply { At = A.Moment, Locations = network, Stock = ImmutableDictionary<Sku, ImmutableArray<StockLevel>>.Empty.Add(new Sku("SKU-1"), [.. levels]) });
    }
}
