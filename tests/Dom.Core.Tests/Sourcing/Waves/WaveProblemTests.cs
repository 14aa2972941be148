using Dom.Core.Network;
using Dom.Core.Profiles;
using Dom.Core.Profiles.Costs;
using Dom.Core.Profiles.Rules;
using Dom.Core.Sourcing;
using Dom.Core.Sourcing.Waves;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Sourcing.Waves;

public sealed class WaveProblemTests
{
    private static readonly SourcingRequest Two = A.Request(A.Line("1", quantity: 2), A.Line("2", "SKU-2"))
        .At(A.Location("L1", A.Reno.North(100)), ("SKU-1", 9), ("SKU-2", 9))
        .At(A.Location("L2", A.Reno.North(300)), ("SKU-1", 9), ("SKU-2", 9));

    [Fact]
    public void Of_applies_the_rules_and_leaves_what_may_serve_each_line()
    {
        var wave = Written(Two.With(new MaximumDistance { Id = "far", Km = 200 }, new MinimumInventory { Id = "floor", Units = 4 }));

        Assert.Equal([0, 1, 2], wave.Problem.Candidates!.LineStart);
        Assert.Equal([0, 0], wave.Problem.Candidates.Location);
        Assert.Equal([5, 5], wave.Problem.Stock.Available);
        Assert.Equal(50, wave.Problem.Candidates.Cost[0]);
    }

    [Fact]
    public void Of_writes_a_tariff_as_it_is_so_that_orders_share_it()
    {
        var other = Two with { OrderId = new("W-2"), Destination = A.Reno.North(50) };

        var wave = WaveProblem.Of([Two, other]).Match(whole => whole.Wave, not => throw new InvalidOperationException(not.Sentence));

        Assert.Equal(("ship", 500, 40), (wave.Problem.Modes.Single().Name, wave.Problem.Modes[0].Cost.Single(), wave.Problem.Modes[0].CostPer100Km));
        Assert.Equal(["W-1", "W-2"], wave.Problem.Orders.Ids);
    }

    // The first order reaches two zones, the second only the third one, the third all but the last: they pay by one table.
    [Fact]
    public void Of_writes_zones_that_an_order_does_not_reach_so_that_orders_share_the_table()
    {
        var rates = new RateTable { ZoneKm = [200, 400, null], BandGrams = [null], MinorUnits = [10, 20, 30] };
        var one = Two.With(A.Costs() with { Shipping = [new ShippingCost { Id = "zones", Rates = rates }] });
        SourcingRequest[] orders = [one, one with { OrderId = new("W-2"), Destination = A.Reno.North(2000) }, one with { OrderId = new("W-3"), Destination = A.Reno.North(350) }];

        var wave = WaveProblem.Of([.. orders]).Match(whole => whole.Wave, not => throw new InvalidOperationException(not.Sentence));

        Assert.Equal([510, 520, 530], wave.Problem.Modes.Single().Cost);
    }

    // Each location takes three orders more; where only some lines are limited to two, it matters once more than two orders could come.
    [Theory]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public void Of_counts_the_orders_that_could_come_where_limits_differ_by_line(int orders, bool isExpressible)
    {
        var limit = new DailyLimit { Id = "few", Orders = 2, For = new ProductScope { Skus = [new("SKU-2")] } };
        var request = Two.With(limit) with { Network = [.. Two.Network.Select(location => location with { OrdersPerDay = 3 })] };

        var wave = WaveProblem.Of([.. Enumerable.Range(1, orders).Select(number => request with { OrderId = new($"W-{number}") })]);

        Assert.Equal(isExpressible ? "" : "'L1' takes a number of orders today that differs by line.", wave.Match(_ => "", not => not.Sentence));
    }

    [Fact]
    public void Of_writes_what_rates_by_distance_cannot_say_place_by_place()
    {
        var shipping = new ShippingCost { Id = "west", ParcelMinorUnits = 70, At = new PlaceScope { Locations = [new LocationId("L2")] } };

        var wave = Written(Two.With(A.Costs() with { Shipping = [shipping] }));

        Assert.Equal([540, 690], wave.Problem.Modes.Single().Cost);
    }

    [Fact]
    public void Of_leaves_the_orders_of_a_day_to_the_problem()
    {
        var request = Two with
        {
            Network = [.. Two.Network.Select(location => location with { OrdersPerDay = 5 })],
            Loads = Two.Network.ToDictionary(location => location.LocationId, location => DayLoad.OfOrders(location.LocationId.Value == "L1" ? 2 : 0)),
        };

        Assert.Equal([3, 5], Written(request).Problem.Locations.MaxOrders);
    }

    public static TheoryData<SourcingRequest, string> NotExpressible => new()
    {
        { Two with { Lines = [.. Two.Lines.Select(line => line with { KeepTogether = "A" }), A.Line("3")] }, "one location together" },
        { Two.With(new MinimumParcelValue { Id = "value", MinorUnits = 500 }), "goods worth 500" },
        { Two.With(new PartialOrders { Id = "parts", Lines = true }, new MaximumLocationsPerLine { Id = "per", Locations = 1 }), "from 1 locations at most" },
        { Two.With(new LocationPriority { Id = "first", Priority = 1, IsHard = false, At = new PlaceScope { Locations = [new LocationId("L1")] } }), "different priorities" },
        { Two.With(A.Costs() with { SplitMinorUnits = 100 }), "by the number of its locations" },
        { Two.With(A.Costs() with { ParcelMinorUnits = 5_000_000_000 }), "32 bits" },
        { Two.With(A.Costs() with { UnassignedUnitMinorUnits = 900_000_000 }), "holds less than" },
        { Two.With(new MaximumDistance { Id = "far", Km = 200 }.Soft()), "Soft rules may fall" },
        { Two with { Network = [.. Two.Network.Select(location => location with { LinesPerDay = 1 })] }, "fewer lines" },
        { Two with { Network = [.. Two.Network.Select(location => location with { UnitsPerDay = 2 })] }, "fewer units" },
    };

    [Theory]
    [MemberData(nameof(NotExpressible), DisableDiscoveryEnumeration = true)]
    public void Of_says_what_a_problem_cannot_hold(SourcingRequest request, string part)
    {
        var sentence = WaveProblem.Of([request]).Match(_ => "", not => not.Sentence);

        Assert.Contains(part, sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_writes_an_order_whose_lines_come_together_as_one_that_comes_whole_from_one_location()
    {
        var wave = Written(Two with { Lines = [.. Two.Lines.Select(line => line with { KeepTogether = "A" })] });

        Assert.Equal((1, true), (wave.Problem.Orders.MaxLocations[0], wave.Problem.Orders.ShipComplete[0]));
    }

    [Theory]
    [InlineData(null, 2)]
    [InlineData(1, 1)]
    public void Of_writes_the_locations_of_an_only_line_as_those_of_the_order(int? ofOrder, int expected)
    {
        var (parts, perLine) = (new PartialOrders { Id = "parts", Lines = true, MaximumLocations = ofOrder }, new MaximumLocationsPerLine { Id = "per", Locations = 2 });

        var wave = Written((Two with { Lines = [A.Line(quantity: 9)] }).At(A.Location("L3"), ("SKU-1", 9)).With(parts, perLine));

        Assert.Equal(expected, wave.Problem.Orders.MaxLocations[0]);
    }

    [Fact]
    public void Of_assigning_the_same_again_knows_what_each_further_location_costs()
    {
        var request = Two.With(A.Costs() with { SplitMinorUnits = 100 });
        var decision = Core.Sourcing.Sourcing.Source(request);

        var wave = WaveProblem.Of(request, decision).Match(same => same.Wave, not => throw new InvalidOperationException(not.Sentence));

        Assert.Equal((-100, 100), (wave.ConstantMinorUnits, wave.Problem.Locations.ParcelCost[0]));
    }

    [Fact]
    public void Of_refuses_requests_of_two_moments()
    {
        var fault = Assert.Throws<ArgumentException>(() => WaveProblem.Of([Two, Two with { OrderId = new("W-2"), At = Two.At.AddHours(1) }]));

        Assert.Contains("'W-2' is of another moment or network than 'W-1'", fault.Message, StringComparison.Ordinal);
    }

    private static WaveProblem Written(SourcingRequest request) =>
        WaveProblem.Of([request]).Match(whole => whole.Wave, not => throw new InvalidOperationException(not.Sentence));
}
