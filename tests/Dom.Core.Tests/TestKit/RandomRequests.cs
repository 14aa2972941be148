using System.Collections.Immutable;
using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Orders;
using Dom.Core.Profiles;
using Dom.Core.Profiles.Costs;
using Dom.Core.Profiles.Rules;
using Dom.Core.Sourcing;
using Dom.Core.Sourcing.Scarcity;

namespace Dom.Core.Tests.TestKit;

/// <summary>Small requests with every feature in them, from a seed.</summary>
internal static class RandomRequests
{
    public static SourcingRequest Make(int seed, int maxLines = 5, int maxLocations = 5)
    {
        var random = new Random(seed);
        var locations = random.Next(1, maxLocations + 1);
        var network = Enumerable.Range(0, locations).Select(index => Location(random, index)).ToArray();
        random.Shuffle(network);
        var ids = network.Select(location => location.LocationId).ToArray();
        var skus = Enumerable.Range(1, 4).Select(number => new Sku($"SKU-{number}")).ToArray();
        var lines = Enumerable.Range(1, random.Next(1, maxLines + 1)).Select(number => Line(random, number, skus, ids)).ToImmutableArray();
        var stocked = skus.Where(_ => random.Next(12) > 0).ToDictionary(
            sku => sku,
            _ => ids.Where(_ => random.Next(4) > 0).Select(id => new StockLevel(id, random.Next(8), random.Next(3))).ToImmutableArray());
        return new SourcingRequest
        {
            OrderId = new OrderId($"R-{seed}"),
            Attempt = 1,
            At = A.Moment,
            Destination = random.Next(30) == 0 ? null : Point(random),
            Lines = lines,
            Network = [.. network],
            Stock = stocked,
            Loads = ids.Where(_ => random.Next(2) == 0).ToDictionary(id => id, _ => DayLoad.OfOrders(random.Next(4))),
            Profile = A.Profile(Costs(random), [.. Rules(random)]),
        };
    }

    /// <summary>The request with scarcity prices, and a profile that heeds them.</summary>
    public static SourcingRequest WithPrices(this SourcingRequest request, int seed)
    {
        var random = new Random(seed);
        var version = new ScarcityVersion
        {
            Version = "20261121T030000Z",
            LearnedAt = A.Moment.AddHours(-7),
            From = A.Moment.AddHours(-31),
            To = A.Moment.AddHours(-7),
            NetworkVersion = "1",
            Orders = 100,
            DriftPerMille = random.Next(2) * random.Next(1001),
            Places = Prices(random, request),
        };
        var units = request.Stock.Keys.ToImmutableDictionary(sku => sku, sku => new SkuPrices(sku, version.Version, Prices(random, request)));
        return request with
        {
            Scarcity = new ScarcityPrices(version, units),
            Profile = request.Profile with { Scarcity = new ScarcityPolicy { StrengthPerMille = random.Next(1, 2001), DriftDampingPerMille = random.Next(1500) } },
        };
    }

    private static ImmutableArray<LocationPrice> Prices(Random random, SourcingRequest request) =>
        [.. request.Network.Where(_ => random.Next(2) == 0).Select(location => new LocationPrice(location.LocationId, random.Next(1, 400_000))), new LocationPrice(new LocationId("OLD"), 5)];

    private static IEnumerable<Rule> Rules(Random random)
    {
        Rule?[] rules =
        [
            random.Next(3) == 0 ? new MaximumDistance { Id = "distance", Km = random.Next(300, 3000) } : null,
            random.Next(3) == 0 ? new MinimumInventory { Id = "floor", Units = random.Next(3) } : null,
            new PartialOrders { Id = "parts", MaximumLocations = random.Next(2) == 0 ? random.Next(1, 4) : null, Orders = random.Next(4) > 0 },
        ];
        return rules.OfType<Rule>();
    }

    private static CostFactors Costs(Random random) => new()
    {
        Currency = "USD",
        ParcelMinorUnits = random.Next(3) == 0 ? 0 : random.Next(1000),
        MinorUnitsPer100Km = random.Next(4) == 0 ? 0 : random.Next(100),
        UnitMinorUnits = random.Next(50),
        UnassignedUnitMinorUnits = random.Next(3) switch { 0 => random.Next(300), 1 => 2000, _ => 1_000_000 },
    };

    private static Location Location(Random random, int index) => A.Location($"L{index}", Point(random)) with
    {
        Modes = [.. new[] { DeliveryMode.Ship, DeliveryMode.Pickup, DeliveryMode.ShipToStore, new DeliveryMode("sameDay") }.Where(_ => random.Next(6) > 0)],
        OrdersPerDay = random.Next(3) == 0 ? random.Next(5) : null,
        IsActive = random.Next(12) > 0,
    };

    // Few different points, so that equal distances are common.
    private static GeoPoint Point(Random random) => new(30 + (5 * random.Next(4)), -120 + (10 * random.Next(4)));

    private static DemandLine Line(Random random, int number, Sku[] skus, LocationId[] ids)
    {
        var mode = random.Next(8) switch { 0 => DeliveryMode.Pickup, 1 => DeliveryMode.ShipToStore, 2 => new DeliveryMode("sameDay"), _ => DeliveryMode.Ship };
        return new DemandLine
        {
            LineId = new LineId($"{number}"),
            Sku = skus[random.Next(skus.Length)],
            Quantity = random.Next(1, 5),
            Mode = mode,
            PickupLocationId = mode == DeliveryMode.Pickup || mode == DeliveryMode.ShipToStore ? (random.Next(10) == 0 ? new LocationId("GONE") : ids[random.Next(ids.Length)]) : null,
            KeepTogether = random.Next(4) == 0 ? $"K{random.Next(2)}" : null,
            RefusedBy = [.. ids.Where(_ => random.Next(8) == 0)],
        };
    }
}
