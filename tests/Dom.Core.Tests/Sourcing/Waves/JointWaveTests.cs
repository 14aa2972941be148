using System.Collections.Immutable;
using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Profiles;
using Dom.Core.Profiles.Rules;
using Dom.Core.Sourcing;
using Dom.Core.Sourcing.Scarcity;
using Dom.Core.Sourcing.Waves;
using Dom.Core.Tests.TestKit;
using static Dom.Core.Tests.TestKit.AWave;

namespace Dom.Core.Tests.Sourcing.Waves;

/// <summary>What columns cannot hold of a profile keeps no order out of what a wave decides together. Parcels cost as in <see cref="ReoptimisationTests"/>.</summary>
public sealed class JointWaveTests
{
    private static readonly MaximumDistance Close = new() { Id = "close", Km = 400 };

    // W-1 is offered from afar under a rule that fell; what it is to have keeps the rule.
    [Fact]
    public void Decide_swaps_orders_although_soft_rules_may_fall_for_them()
    {
        var plan = Decide(Stock(("NEAR", 1, 1), ("FAR", 1, 1)), Swapped(Close.Soft(), new MinimumInventory { Id = "floor", Units = 0 }.Soft(2)));

        Assert.Equal(["W-1 NEAR 300 True", "W-2 FAR 300 True"], plan.Moves.Select(Tell));
        Assert.Equal(2, plan.Together);
    }

    [Fact]
    public void Decide_swaps_orders_whose_units_and_places_are_scarce()
    {
        var supply = Stock(("NEAR", 1, 1), ("FAR", 1, 1)) with { Scarcity = Prices(unitAtNear: 70_000) };

        var plan = Decide(supply, Swapped());

        Assert.Equal(["W-1 NEAR 230 True", "W-2 FAR 370 True"], plan.Moves.Select(Tell));
        Assert.Equal(2, plan.Together);
    }

    // By themselves both would come from NEAR, which has the better priority and one unit: the one that it serves better has it, and the other chooses anew.
    [Fact]
    public void Decide_gives_the_better_location_to_whom_it_serves_better()
    {
        var first = new LocationPriority { Id = "first", Priority = 1, IsHard = false, At = new PlaceScope { Locations = [new LocationId("NEAR")] } };

        var plan = Decide(Stock(("NEAR", 1, 1), ("FAR", 1, 1)), Swapped(first));

        Assert.Equal(["W-1 NEAR 300 True", "W-2 FAR 300 True"], plan.Moves.Select(Tell));
        Assert.Equal(1, plan.Together);
    }

    [Fact]
    public void Decide_swaps_orders_whose_lines_come_together()
    {
        var supply = Stock(("NEAR", 1, 1), ("FAR", 1, 1));
        var pair = Array.ConvertAll(Swapped(new KeepTogether { Id = "set" }), order => order with
        {
            Lines = [A.Line("1"), A.Line("2", "SKU-2")],
            Offered = [.. order.Offered, order.Offered[0] with { LineId = new("2") }],
        });

        var plan = Decide(supply with { Stock = supply.Stock.Add(new("SKU-2"), supply.Stock[new("SKU-1")]) }, pair);

        Assert.Equal(["1 NEAR", "2 NEAR", "1 FAR", "2 FAR"], plan.Moves.SelectMany(move => move.Lines).Select(line => $"{line.LineId} {line.LocationId}"));
        Assert.Equal(2, plan.Together);
    }

    // W-1 may come from FAR and MIDDLE only because a rule falls, and both are better off when W-3 has FAR.
    [Fact]
    public void Decide_lets_a_soft_rule_fall_for_an_order_that_makes_room()
    {
        var supply = Stock(("NEAR", 1, 1), ("MIDDLE", 1, 1), ("FAR", 1, 1));

        var plan = Decide(
            supply,
            With(Order("W-1", churn: 10, at: "FAR"), Close.Soft()),
            With(Order("W-2", churn: 10, at: "NEAR"), Close.Soft()),
            With(Order("W-3", churn: 10, at: "MIDDLE") with { Destination = A.Reno.North(1_000) }, Close.Soft()));

        Assert.Equal(["W-1 MIDDLE 190 True", "W-3 FAR 190 True"], plan.Moves.Select(Tell));
        Assert.Equal(2, plan.Together);
    }

    // While rules hold, W-4 could have what W-1 has because a rule fell. That must not cost W-1 its offer, nor W-2 and W-3 their swap.
    [Fact]
    public void Decide_takes_no_offer_from_an_order_that_a_soft_rule_fell_for()
    {
        var plan = Decide(
            Stock(("NEAR", 1, 1), ("MIDDLE", 1, 1), ("FAR", 1, 1)),
            With(Order("W-1", churn: 10, at: "FAR"), Close.Soft()),
            With(Order("W-2", churn: 10, at: "MIDDLE"), Close.Soft()),
            With(Order("W-3", churn: 10, at: "NEAR") with { Destination = A.Reno.North(500) }, Close.Soft()),
            With(Order("W-4", churn: 10, at: null) with { Destination = A.Reno.North(1_000) }, Close));

        Assert.Equal(["W-2 NEAR 190 True", "W-3 MIDDLE 190 True"], plan.Moves.Select(Tell));
        Assert.Equal(0, plan.Served);
    }

    [Fact]
    public void Decide_serves_by_a_fallen_rule_beside_a_swap()
    {
        var supply = Stock(("NEAR", 1, 1), ("FAR", 1, 1));
        var network = supply.Locations.Add(A.Location("WEST", new GeoPoint(A.Reno.Latitude, A.Reno.Longitude - 10)));
        var between = new GeoPoint(A.Reno.Latitude, A.Reno.Longitude - 5.2);
        var levels = supply.Stock[new("SKU-1")].Add(new StockLevel(new("WEST"), 1, 0));

        var plan = Decide(
            supply with { Locations = network, Stock = supply.Stock.SetItem(new("SKU-1"), levels) },
            [.. Swapped(Close.Soft()), With(Order("W-3", churn: 100, at: null) with { Destination = between }, Close.Soft())]);

        Assert.Equal(["W-1 NEAR 300 True", "W-2 FAR 300 True"], plan.Moves.Select(Tell));
        Assert.Equal(1, plan.Served);
    }

    // Two lines could come to either, which takes one.
    [Theory]
    [InlineData(1, null)]
    [InlineData(null, 1)]
    public void Decide_swaps_orders_at_locations_that_take_few_lines_or_units(int? lines, int? units)
    {
        var supply = Stock(("NEAR", 1, 1), ("FAR", 1, 1)) with
        {
            Locations = [.. Places.Select(location => location with { LinesPerDay = lines, UnitsPerDay = units })],
            Loads = Places.ToImmutableDictionary(location => location.LocationId, _ => new DayLoad(1, 1, 1)),
        };

        var plan = Decide(supply, Swapped());

        Assert.Equal(["W-1 NEAR 300 True", "W-2 FAR 300 True"], plan.Moves.Select(Tell));
        Assert.Equal(2, plan.Together);
    }

    // W-3 would save 40 at NEAR, but for what a place costs there. That W-1 and W-2 give theirs back while all is decided together makes it no cheaper.
    [Theory]
    [InlineData(2, "")]
    [InlineData(0, "W-3 NEAR 40 False")]
    public void Decide_prices_places_as_they_were_when_the_wave_began(int taken, string expected)
    {
        var supply = Stock(("NEAR", 3, 2), ("FAR", 1, 1)) with
        {
            Locations = [.. Places.Select(location => location with { OrdersPerDay = 4 })],
            Loads = ImmutableDictionary<LocationId, DayLoad>.Empty.Add(new("NEAR"), DayLoad.OfOrders(taken)),
            Scarcity = Prices(unitAtNear: 0, stake: 4_000_000),
        };

        var plan = Decide(
            supply, Order("W-1", churn: 0, at: "NEAR"), Order("W-2", churn: 0, at: "NEAR"), Order("W-3", churn: 0, at: "FAR") with { Destination = A.Reno.North(450) });

        Assert.Equal(expected, string.Join(' ', plan.Moves.Select(Tell)));
    }

    private static WaveDemand[] Swapped(params Rule[] rules) =>
        [With(Order("W-1", churn: 100, at: "FAR"), rules), With(Order("W-2", churn: 100, at: "NEAR") with { Destination = A.Reno.North(1_000) }, rules)];

    private static WaveDemand With(WaveDemand order, params Rule[] rules) => order with { Profile = order.Profile with { Rules = [.. rules] } };

    private static ScarcityPrices Prices(long unitAtNear, long stake = 0)
    {
        var version = new ScarcityVersion
        {
            Version = "20261121T030000Z",
            LearnedAt = A.Moment.AddHours(-7),
            From = A.Moment.AddHours(-31),
            To = A.Moment.AddHours(-7),
            NetworkVersion = "1",
            Orders = 100,
            DriftPerMille = 0,
            StakeThousandths = stake,
            OrdersByHour = [.. Enumerable.Repeat(1, 24)],
            Places = [],
        };
        var near = new SkuPrices(new("SKU-1"), version.Version, [new LocationPrice(new("NEAR"), unitAtNear)]);
        return new ScarcityPrices(version, ImmutableDictionary<Sku, SkuPrices>.Empty.Add(near.Sku, near));
    }
}
