using Dom.Core.Profiles.Costs;
using Dom.Core.Profiles.Rules;
using Dom.Core.Sourcing;

namespace Dom.Core.Tests.TestKit;

/// <summary>Requests of which many can be written as problems, from a seed: with rates, handling, refusals, lines that may be split.</summary>
internal static class RandomWaves
{
    public static SourcingRequest Make(int seed, int maxLines = 4, int maxLocations = 5)
    {
        // Of seeds of its own: the request's would deal the same cards again.
        var random = new Random(seed + 500_000);
        var request = RandomRequests.Make(seed, maxLines, maxLocations);
        if (random.Next(4) > 0)
        {
            request = request.WithCosts(seed + 1_000_000, withRatesByContents: random.Next(3) > 0);
        }

        var costs = request.Profile.Costs;
        var isSplit = random.Next(3) == 0;
        var isOneTariff = random.Next(2) == 0;
        var radius = new LocalRadius { Id = "near", Km = random.Next(2000) };
        var isOneGroup = seed % 7 == 0;
        var perLine = new MaximumLocationsPerLine { Id = "per", Locations = 1 + (seed % 2) };
        return request with
        {
            Lines = [.. request.Lines.Select(line => line with { KeepTogether = isOneGroup ? "all" : random.Next(12) == 0 ? line.KeepTogether : null })],
            Profile = request.Profile with
            {
                Costs = costs with
                {
                    Shipping = isOneTariff ? [Rated(random)] : [.. costs.Shipping.Select(cost => random.Next(4) == 0 ? cost : cost with
                    {
                        Surcharges = [],
                        DimensionalDivisor = null,
                    })],
                    Handling = [.. costs.Handling.Select(cost => random.Next(9) == 0 ? cost : cost with
                    {
                        OrderMinorUnits = 0,
                        LocationMinorUnits = random.Next(2) * cost.LocationMinorUnits,
                        SecondsPerUnit = isSplit ? 0 : cost.SecondsPerUnit,
                    })],
                    SplitMinorUnits = random.Next(8) == 0 ? costs.SplitMinorUnits : 0,
                    Carbon = costs.Carbon with { MilligramsPerKgKm = 0 },
                },
                Rules =
                [
                    .. request.Profile.Rules.Select(rule => rule is PartialOrders parts && isSplit ? parts with { Orders = true, Lines = parts.MaximumLocations != 1 } : rule),
                    .. random.Next(4) == 0 ? new[] { radius } : [],
                    .. seed % 5 == 0 ? new[] { perLine } : [],
                ],
            },
        };
    }

    // What a carrier's table looks like; zones, bands and tiers cut across each other.
    private static ShippingCost Rated(Random random) => new()
    {
        Id = "rated",
        ParcelMinorUnits = random.Next(300),
        MinorUnitsPer100Km = random.Next(2) * random.Next(60),
        Tiers = random.Next(3) == 0 ? [new(900, 50, 10), new(null, 90, random.Next(2) * 10)] : [],
        Rates = new RateTable
        {
            ZoneKm = [600, 1400, random.Next(2) == 0 ? null : 2600],
            BandGrams = [1500, 4000, random.Next(2) == 0 ? null : 9000],
            MinorUnits = [.. Enumerable.Range(0, 9).Select(_ => (long)random.Next(1500))],
        },
    };
}
