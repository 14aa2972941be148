using System.Collections.Immutable;
using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Orders;
using Dom.Core.Profiles;
using Dom.Core.Profiles.Rules;
using Dom.Core.Sourcing;
using A = Dom.Core.Tests.TestKit.A;

namespace Dom.Core.Tests.Sourcing;

public sealed class SupplyTests
{
    [Theory]
    [InlineData(2, 3, false)]
    [InlineData(3, 3, true)]
    [InlineData(3, 2, true)]
    public void For_serves_a_line_whole_or_not(int onHand, int wanted, bool isServed)
    {
        var supply = With(A.Location(), onHand);

        Assert.Equal(isServed, !supply.For(Waiting(A.Line(quantity: wanted))).IsEmpty);
    }

    [Fact]
    public void For_keeps_the_rules_that_a_location_must_meet()
    {
        var supply = With(A.Location(), 9);

        Assert.Empty(With(A.Location() with { IsActive = false }, 9).For(Waiting(A.Line())));
        Assert.Empty(With(A.Location() with { Modes = [DeliveryMode.Pickup] }, 9).For(Waiting(A.Line())));
        Assert.Empty(supply.For(Waiting(A.Line() with { RefusedBy = [new LocationId("S1")] })));
        Assert.Empty((supply with { Profiles = [A.Profile(new MinimumInventory { Id = "floor", Units = 9 })] }).For(Waiting(A.Line())));
        Assert.Single(supply.For(Waiting(A.Line())));
    }

    [Theory]
    [InlineData(23, false)]
    [InlineData(24, true)]
    public void For_passes_a_location_over_until_it_has_cooled_off(int hoursAgo, bool isServed)
    {
        var supply = With(A.Location(), 9) with
        {
            Profiles = [A.Profile(new MaximumRejects { Id = "cool", Refusals = 1, CoolingOff = TimeSpan.FromDays(1) })],
            Refusals = [new RecentRefusals(new Sku("SKU-1"), new LocationId("S1"), 1, A.Moment.AddHours(-hoursAgo))],
        };

        Assert.Equal(isServed, !supply.For(Waiting(A.Line())).IsEmpty);
    }

    [Fact]
    public void For_serves_a_line_from_elsewhere_than_a_wave_had_planned() =>
        Assert.Single(With(A.Location(), 9).For(Waiting(A.Line() with { PlannedAt = [new LocationId("S2")] })));

    [Fact]
    public void For_leaves_limits_of_the_whole_order_to_its_sourcing()
    {
        var supply = With(A.Location(), 9) with { Profiles = [A.Profile(new PartialOrders { Id = "parts", Orders = false, MaximumLocations = 1 })] };

        var served = supply.For(Waiting(A.Line() with { KeepTogether = "set" }, A.Line("2", "SKU-2") with { KeepTogether = "set" }));

        Assert.Equal("1", Assert.Single(served).LineId.Value);
    }

    [Fact]
    public void For_without_a_profile_serves_nobody()
    {
        var supply = With(A.Location(), 9) with { Profiles = [A.Profile() with { Scope = new ProfileScope { Channels = ["phone"] } }] };

        Assert.Empty(supply.For(Waiting(A.Line())));
    }

    [Fact]
    public void Without_leaves_the_rest_of_the_units_and_of_the_day()
    {
        var supply = With(A.Location() with { OrdersPerDay = 2 }, 5);
        var order = Waiting(A.Line(quantity: 2));

        var after = supply.Without(supply.For(order));
        var twice = after.Without(after.For(order));

        Assert.NotEmpty(after.For(order));
        Assert.Empty(twice.For(Waiting(A.Line(quantity: 1))));
        Assert.Equal(4, twice.Stock[new Sku("SKU-1")][0].Held);
    }

    private static WaitingOrder Waiting(params DemandLine[] lines) => new()
    {
        OrderId = new OrderId("W-1"),
        Since = A.Moment,
        Order = new() { Channel = "web" },
        Destination = A.Reno,
        Lines = [.. lines],
    };

    private static Supply With(Location location, int onHand) => new()
    {
        At = A.Moment,
        Locations = [location],
        Profiles = [A.Profile()],
        Stock = ImmutableDictionary<Sku, ImmutableArray<StockLevel>>.Empty.Add(new Sku("SKU-1"), [new StockLevel(location.LocationId, onHand, 0)]),
        Loads = ImmutableDictionary<LocationId, DayLoad>.Empty,
    };
}
