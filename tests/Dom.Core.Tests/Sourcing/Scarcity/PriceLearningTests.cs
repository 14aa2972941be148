using Dom.Core.Network;
using Dom.Core.Orders;
using Dom.Core.Profiles;
using Dom.Core.Solving;
using Dom.Core.Sourcing.Scarcity;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Sourcing.Scarcity;

public sealed class PriceLearningTests
{
    private static readonly GeoPoint South = A.Reno.North(-500);

    // S is nearer to everybody, and has four units for eight orders: half of them would lose 8 by going to N, the others 200.
    private static readonly LearningDemand Demand = new()
    {
        Network = [A.Location("N"), A.Location("S", South)],
        Profiles = [A.Profile()],
        Orders = [.. Enumerable.Range(0, 8).Select(number => Order(number % 2 == 0 ? South : South.North(240)))],
        Stock = [new SkuStock(new("A"), [new(new("N"), 20, 0), new(new("S"), 5, 1)])],
        At = A.Moment,
        Days = 1,
    };

    [Fact]
    public void Learn_prices_stock_by_what_it_spares_those_who_want_it_most()
    {
        var learned = Learn(Demand);

        var price = Assert.Single(Assert.Single(learned.Units).Prices);
        Assert.Equal("S", price.LocationId.Value);
        Assert.InRange(price.Thousandths, 7_000, 200_000);
        Assert.Empty(learned.Places);
    }

    [Fact]
    public void Learn_prices_places_of_locations_that_are_full()
    {
        var learned = Learn(Demand with
        {
            Network = [A.Location("N"), A.Location("S", South) with { OrdersPerDay = 4 }],
            Stock = [new SkuStock(new("A"), [new(new("N"), 20, 0), new(new("S"), 20, 0)])],
        });

        Assert.Equal("S", Assert.Single(learned.Places).LocationId.Value);
        Assert.Empty(learned.Units);
    }

    [Fact]
    public void Learn_tells_no_location_apart_where_all_are_short()
    {
        var learned = Learn(Demand with { Network = [A.Location("N"), A.Location("S")], Stock = [new SkuStock(new("A"), [new(new("N"), 1, 0), new(new("S"), 1, 0)])] });

        Assert.All(learned.Units.SelectMany(sku => sku.Prices), price => Assert.InRange(price.Thousandths, 1, 500));
    }

    [Fact]
    public void Learn_finds_no_prices_where_there_is_enough()
    {
        var learned = Learn(Demand with { Stock = [new SkuStock(new("A"), [new(new("N"), 20, 0), new(new("S"), 20, 0)])] });

        Assert.Empty(learned.Units);
        Assert.Empty(learned.Places);
    }

    [Fact]
    public void Learn_tells_what_is_at_stake_and_when_orders_come()
    {
        var learned = Learn(Demand with { Orders = [.. Demand.Orders.Select((order, number) => order with { Hour = number })] });

        Assert.InRange(learned.StakeThousandths, 500_000 / 4, 750_000 / 4);
        Assert.Equal([1, 1, 1, 1, 1, 1, 1, 1, .. new int[16]], learned.OrdersByHour.AsEnumerable());
    }

    [Fact]
    public void Learn_finds_the_same_with_any_number_of_threads()
    {
        var random = new Random(5);
        var demand = Demand with { Orders = [.. Enumerable.Range(0, 400).Select(_ => Order(A.Reno.North(random.Next(-600, 100)), random.Next(1, 4)))] };

        var (one, two) = (PriceLearning.Learn(demand, new() { Threads = 1 }), PriceLearning.Learn(demand, new() { Threads = 3 }));

        Assert.Equal(one.Units.SelectMany(sku => sku.Prices), two.Units.SelectMany(sku => sku.Prices));
    }

    [Fact]
    public void Learn_takes_costs_and_orders_of_any_size()
    {
        var learned = Learn(Demand with
        {
            Profiles = [A.Profile(costs: A.Costs() with { ParcelMinorUnits = 5_000_000_000, MinorUnitsPer100Km = 70_000_000 })],
            Orders = [.. Demand.Orders, Order(South, 1_000_000)],
        });

        Assert.All(learned.Units.SelectMany(sku => sku.Prices), price => Assert.True(price.Thousandths > 0));
    }

    [Fact]
    public void Of_parts_an_order_by_profile_mode_and_destination()
    {
        var pickup = new Profile { ProfileId = new("pickup"), Version = 1, Name = "Pickup", Costs = A.Costs(), Scope = new ProfileScope { Modes = [DeliveryMode.Pickup] } };
        var order = new Order
        {
            OrderId = new("W-1"),
            Channel = "web",
            PlacedAt = A.Moment,
            Currency = "USD",
            Destination = new Destination { City = "Reno", Region = "NV", PostalCode = "89501", Country = "US", Position = A.Reno },
            Lines = [Line("1", "A", 1), Line("2", "A", 2), Line("3", "B", 1, DeliveryMode.Pickup, "S"), Line("4", "B", 1, DeliveryMode.ShipToStore, "GONE")],
        };

        var parts = DemandOrder.Of(order, [pickup, A.Profile()], new Dictionary<LocationId, GeoPoint> { [new("S")] = South });

        Assert.Equal(2, parts.Length);
        Assert.Equal((DeliveryMode.Ship, A.Reno, (LocationId?)null, new SkuQuantity(new("A"), 3)), (parts[0].Mode, parts[0].To, parts[0].OnlyAt, parts[0].Lines.Single()));
        Assert.Equal((new ProfileId("pickup"), South, new LocationId("S")), (parts[1].ProfileId, parts[1].To, parts[1].OnlyAt!.Value));
    }

    private static LearnedPrices Learn(LearningDemand demand) => PriceLearning.Learn(demand, new SolverOptions { Threads = 1 });

    private static DemandOrder Order(GeoPoint to, int units = 1) => new(A.Profile().ProfileId, DeliveryMode.Ship, to, null, [new SkuQuantity(new("A"), units)]);

    private static OrderLine Line(string id, string sku, int quantity, DeliveryMode? mode = null, string? store = null) => new()
    {
        LineId = new(id),
        Sku = new(sku),
        Quantity = quantity,
        Mode = mode ?? DeliveryMode.Ship,
        PickupLocationId = store is null ? null : new LocationId(store),
    };
}
