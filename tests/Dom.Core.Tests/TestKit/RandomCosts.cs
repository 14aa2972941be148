using System.Collections.Immutable;
using Dom.Core.Catalogue;
using Dom.Core.Network;
using Dom.Core.Profiles;
using Dom.Core.Profiles.Costs;
using Dom.Core.Sourcing;

namespace Dom.Core.Tests.TestKit;

/// <summary>Requests with every kind of cost in their profiles, from a seed.</summary>
internal static class RandomCosts
{
    private static readonly string[] Categories = ["a", "a/b", "a/b/c", "d", "d/e"];

    private static readonly string[] Groups = ["west", "east"];

    /// <summary>The request with products, groups, histories, and costs of all kinds. Rates by weight only where they are asked for.</summary>
    public static SourcingRequest WithCosts(this SourcingRequest request, int seed, bool withRatesByContents = true)
    {
        var random = new Random(seed);
        var network = request.Network.Select(location => location with
        {
            Type = (LocationType)random.Next(3),
            Groups = [.. Groups.Where(_ => random.Next(2) == 0)],
        }).ToImmutableArray();
        var products = request.Lines.Select(line => line.Sku).Distinct().Where(_ => random.Next(5) > 0).ToDictionary(sku => sku, sku => new Product
        {
            Sku = sku,
            Category = random.Next(4) == 0 ? null : Category(random),
            Supplementary = random.Next(3) == 0 ? [Category(random)] : [],
            UnitGrams = random.Next(3000),
            Size = random.Next(2) == 0 ? new UnitSize(random.Next(1, 600), random.Next(1, 400), random.Next(1, 300)) : null,
        });
        return request with
        {
            Network = network,
            Products = products,
            Destination = request.Destination ?? A.Reno,
            Lines = [.. request.Lines.Select(line => line with { UnitGrams = random.Next(2) * random.Next(2000) })],
            Order = new OrderFacts { Channel = "web", PostalCode = random.Next(3) == 0 ? null : $"{random.Next(3)}9501" },
            Answers = network.Where(_ => random.Next(3) > 0).ToDictionary(location => location.LocationId, _ => History(random)),
            AnswersByCategory = [.. network.Where(_ => random.Next(3) == 0).Select(location => new CategoryAnswers(location.LocationId, new CategoryPath(random.Next(2) == 0 ? "a" : "d"), History(random)))],
            Profile = request.Profile with { Costs = Costs(random, request.Profile.Costs, network, withRatesByContents) },
        };
    }

    private static CostFactors Costs(Random random, CostFactors plain, ImmutableArray<Location> network, bool withRatesByContents) => plain with
    {
        Shipping = [.. Enumerable.Range(1, random.Next(4)).Select(number => Shipping(random, number, network, withRatesByContents))],
        Handling = [.. Enumerable.Range(1, random.Next(4)).Select(number => Handling(random, number, network))],
        SplitMinorUnits = random.Next(2) * random.Next(300),
        Refusal = new RefusalCost { LineMinorUnits = random.Next(2) * random.Next(2000), PriorPerMille = random.Next(1001), PriorOffers = random.Next(1, 40) },
        Carbon = new CarbonCost
        {
            ParcelGrams = random.Next(500),
            MilligramsPerKgKm = withRatesByContents ? random.Next(2) * random.Next(2000) : 0,
            TonneMinorUnits = random.Next(2) * random.Next(300_000),
        },
    };

    private static ShippingCost Shipping(Random random, int number, ImmutableArray<Location> network, bool withRatesByContents) => new()
    {
        Id = $"ship-{number}",
        Modes = random.Next(3) > 0 ? [] : [DeliveryMode.Ship],
        At = Place(random, network),
        Effective = random.Next(6) == 0 ? new Effective(null, new DateOnly(2026, 11, 20)) : default,
        ParcelMinorUnits = random.Next(2) * random.Next(500),
        MinorUnitsPer100Km = random.Next(2) * random.Next(80),
        Tiers = random.Next(2) == 0 ? [] : [new(random.Next(100, 900), random.Next(400), random.Next(30)), new(random.Next(3) == 0 ? 2500 : null, random.Next(900), random.Next(30))],
        Rates = withRatesByContents && random.Next(3) > 0 ? Table(random) : null,
        DimensionalDivisor = random.Next(2) == 0 ? 5000 : null,
        Surcharges = withRatesByContents && random.Next(2) == 0
            ? [.. Enumerable.Range(1, 2).Select(surcharge => new Surcharge($"extra-{surcharge}", random.Next(200))
            {
                For = Product(random),
                IsPerUnit = random.Next(2) == 0,
                PostalPrefixes = random.Next(2) == 0 ? [] : ["09", "29"],
            })]
            : [],
    };

    private static RateTable Table(Random random)
    {
        ImmutableArray<double?> zones = [500, 1500, random.Next(4) == 0 ? 3000 : null];
        ImmutableArray<long?> bands = [1000, 3000, 8000, random.Next(4) == 0 ? 20_000 : null];
        return new RateTable { ZoneKm = zones, BandGrams = bands, MinorUnits = [.. Enumerable.Range(0, zones.Length * bands.Length).Select(_ => (long)random.Next(2000))] };
    }

    private static HandlingCost Handling(Random random, int number, ImmutableArray<Location> network) => new()
    {
        Id = $"handle-{number}",
        At = Place(random, network),
        For = Product(random),
        Effective = random.Next(6) == 0 ? new Effective(new DateOnly(2026, 11, 22), null) : default,
        UnitMinorUnits = random.Next(2) * random.Next(50),
        LineMinorUnits = random.Next(2) * random.Next(90),
        LocationMinorUnits = random.Next(2) * random.Next(200),
        OrderMinorUnits = random.Next(2) * random.Next(100),
        SecondsPerUnit = random.Next(2) * random.Next(200),
        HourMinorUnits = random.Next(4000),
    };

    private static PlaceScope Place(Random random, ImmutableArray<Location> network) => random.Next(4) switch
    {
        0 => PlaceScope.Everywhere,
        1 => new PlaceScope { Types = [(LocationType)random.Next(3)] },
        2 => new PlaceScope { Groups = ["west"], Types = [LocationType.Dc] },
        _ => new PlaceScope { Locations = [network[random.Next(network.Length)].LocationId, new LocationId("GONE")], Groups = ["east"] },
    };

    private static ProductScope Product(Random random) => random.Next(3) switch
    {
        0 => ProductScope.Everything,
        1 => new ProductScope { Categories = [Category(random)] },
        _ => new ProductScope { Skus = [new($"SKU-{random.Next(1, 5)}")], Modes = random.Next(2) == 0 ? [] : [DeliveryMode.Ship] },
    };

    private static CategoryPath Category(Random random) => new(Categories[random.Next(Categories.Length)]);

    private static AnswerHistory History(Random random)
    {
        var offered = random.Next(60);
        return new AnswerHistory(offered, random.Next(offered + 1));
    }
}
