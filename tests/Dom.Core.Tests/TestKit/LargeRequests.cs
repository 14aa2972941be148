using System.Collections.Immutable;
using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Profiles.Costs;
using Dom.Core.Profiles.Rules;
using Dom.Core.Sourcing;

namespace Dom.Core.Tests.TestKit;

/// <summary>Orders of many lines in networks of many locations, with rates by zone and weight or by distance, plenty of stock or little, from a seed.</summary>
internal static class LargeRequests
{
    private static readonly long[] CostOfBand = [450, 520, 640, 790, 900, 1150, 1750, 2900];

    public static SourcingRequest Make(int seed, int lines, int locations, int quantity)
    {
        var random = new Random(seed);
        ImmutableArray<Location> network =
        [
            .. Enumerable.Range(0, locations).Select(number => A.Location($"L{number:D4}", new GeoPoint(30 + (random.NextDouble() * 15), -120 + (random.NextDouble() * 45)))),
        ];
        Sku[] skus = [.. Enumerable.Range(0, lines).Select(line => new Sku($"SKU-{line}"))];
        var share = random.Next(2) == 0 ? 0.5 : Math.Max(0.06, 2.5 / locations);
        var request = A.Request([.. skus.Select((sku, line) => A.Line($"{line}", sku.Value, random.Next(1, quantity + 1)) with { UnitGrams = random.Next(1, 17) * 50 })]);
        return request with
        {
            Network = network,
            Loads = ImmutableDictionary<LocationId, DayLoad>.Empty,
            Stock = skus.ToDictionary(sku => sku, _ => network.Where(_ => random.NextDouble() < share)
                .Select(location => new StockLevel(location.LocationId, random.Next(1, quantity + 3), 0)).ToImmutableArray()),
            Profile = request.Profile with
            {
                Rules = random.Next(4) == 0 ? [] : [new PartialOrders { Id = "partial", Lines = random.Next(3) > 0, MaximumLocations = random.Next(3) == 0 ? random.Next(2, 5) : null }],
                Costs = Costs(random),
            },
        };
    }

    private static CostFactors Costs(Random random)
    {
        var costs = new CostFactors { Currency = "USD", UnassignedUnitMinorUnits = 100_000, UnitMinorUnits = random.Next(40), SplitMinorUnits = random.Next(2) * random.Next(300) };
        return random.Next(3) == 0
            ? costs with { ParcelMinorUnits = 500, MinorUnitsPer100Km = 40 }
            : costs with
            {
                MinorUnitsPer100Km = random.Next(2) * random.Next(20),
                Handling = random.Next(2) == 0 ? [] : [new HandlingCost { Id = "h", LineMinorUnits = random.Next(60), LocationMinorUnits = random.Next(200), OrderMinorUnits = random.Next(60) }],
                Shipping = [new ShippingCost { Id = "zones", DimensionalDivisor = random.Next(3) == 0 ? 5000 : null, Rates = Rates() }],
            };
    }

    private static RateTable Rates() => new()
    {
        ZoneKm = [150, 300, 600, 1000, 1600, null],
        BandGrams = [250, 500, 1000, 2000, 3000, 5000, 10_000, null],
        MinorUnits = [.. Enumerable.Range(0, 6).SelectMany(zone => CostOfBand.Select(cost => cost * (100 + (15 * zone)) / 100))],
    };
}
