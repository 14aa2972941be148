using System.Collections.Immutable;
using Dom.Core.Catalogue;
using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Profiles;
using Dom.Core.Profiles.Delivery;
using Dom.Core.Profiles.Rules;
using Dom.Core.Sourcing;

namespace Dom.Core.Tests.TestKit;

/// <summary>Profiles of every rule that a search heeds, hard and soft, from a seed.</summary>
internal static class RandomRules
{
    private static readonly string[] Groups = ["west", "east", "malls"];
    private static readonly CategoryPath[] Categories = [new("a"), new("a/b"), new("a/b/c"), new("x"), new("x/y")];

    /// <summary>The request with a profile of random rules, and with all that rules look at.</summary>
    public static SourcingRequest WithRules(this SourcingRequest request, int seed)
    {
        var random = new Random(seed);
        ImmutableArray<Location> network = [.. request.Network.Select(location => location with
        {
            Groups = [.. Groups.Where(_ => random.Next(2) == 0)],
            Type = (LocationType)random.Next(3),
            LinesPerDay = random.Next(6) == 0 ? random.Next(5) : null,
            UnitsPerDay = random.Next(6) == 0 ? random.Next(12) : null,
        })];
        return request with
        {
            Network = network,
            Order = request.Order with { AmountMinorUnits = random.Next(3) * 1000 },
            Products = request.Lines.Select(line => line.Sku).Distinct().Where(_ => random.Next(5) > 0).ToDictionary(sku => sku, sku => new Product
            {
                Sku = sku,
                Category = random.Next(4) > 0 ? Categories[random.Next(Categories.Length)] : null,
                Supplementary = [.. Categories.Where(_ => random.Next(6) == 0)],
            }),
            Loads = network.Where(_ => random.Next(2) == 0).ToDictionary(location => location.LocationId, _ => new DayLoad(random.Next(4), random.Next(4), random.Next(6))),
            Refusals = [.. network.SelectMany(location => request.Lines.Select(line => line.Sku).Distinct().Where(_ => random.Next(3) == 0)
                .Select(sku => new RecentRefusals(sku, location.LocationId, random.Next(1, 4), A.Moment.AddHours(-random.Next(48)))))],
            Profile = request.Profile with
            {
                Rules = [.. Enumerable.Range(0, random.Next(1, 12)).Select(number => Vary(random, Make(random, network), number))],
                Conflicts = new RuleConflicts { HighestDailyLimitCounts = random.Next(2) == 0, CategoryWinsOverSupplementary = random.Next(2) == 0 },
                Delivery = new DeliveryPolicy
                {
                    Groups = random.Next(4) == 0 ? [.. Groups.Where(_ => random.Next(3) > 0).Select(group => new GroupUse(group, random.Next(4) > 0, random.Next(4) > 0))] : [],
                    Modes = random.Next(3) == 0 ? [new ModeDelivery { Mode = new DeliveryMode("sameDay"), Kind = DeliveryKind.Pickup }] : [],
                },
            },
        };
    }

    private static Rule Make(Random random, ImmutableArray<Location> network) => random.Next(14) switch
    {
        0 or 1 => new MinimumInventory { Id = "x", Units = random.Next(4), At = Place(random, network), For = Product(random) },
        2 => new InventoryThreshold { Id = "x", Units = random.Next(5), At = Place(random, network), For = Product(random) },
        3 => new PartialOrders { Id = "x", Orders = random.Next(2) == 0, MaximumLocations = random.Next(2) == 0 ? random.Next(1, 4) : null, For = Product(random) },
        4 => new Unsplittable { Id = "x", BelowMinorUnits = random.Next(3) == 0 ? null : random.Next(3) * 1000, For = Product(random) },
        5 => new OfflineLocation { Id = "x", At = Place(random, network), For = Product(random) },
        6 => new MaximumRejects { Id = "x", Refusals = random.Next(1, 4), CoolingOff = TimeSpan.FromHours(random.Next(1, 48)), At = Place(random, network), For = Product(random) },
        7 or 8 => new MaximumDistance { Id = "x", Km = random.Next(3000), At = Place(random, network), For = Product(random) },
        9 or 10 => new DailyLimit
        {
            Id = "x",
            Orders = random.Next(2) == 0 ? random.Next(6) : null,
            Lines = random.Next(2) == 0 ? random.Next(8) : null,
            Units = random.Next(2) == 0 ? random.Next(16) : null,
            At = Place(random, network),
        },
        11 => new KeepTogether { Id = "x", For = Product(random) },
        12 => new LocalRadius { Id = "x", Km = random.Next(1, 3000), At = Place(random, network) },
        _ => new ExcludeLine { Id = "x", For = Product(random) with { Categories = [Categories[random.Next(Categories.Length)]] } },
    };

    private static Rule Vary(Random random, Rule rule, int number) => rule with
    {
        Id = $"rule-{number}",
        IsHard = random.Next(2) == 0,
        Importance = random.Next(1, 5),
        IsDisabled = random.Next(15) == 0,
        Effective = random.Next(15) == 0 ? new Effective(DateOnly.FromDateTime(A.Moment.UtcDateTime).AddDays(1), null) : default,
    };

    private static PlaceScope Place(Random random, ImmutableArray<Location> network) => new()
    {
        Locations = random.Next(3) == 0 ? [network[random.Next(network.Length)].LocationId, new LocationId("GONE")] : [],
        Groups = random.Next(3) == 0 ? [Groups[random.Next(Groups.Length)]] : [],
        Types = random.Next(4) == 0 ? [(LocationType)random.Next(3)] : [],
    };

    private static ProductScope Product(Random random) => new()
    {
        Skus = random.Next(4) == 0 ? [new Sku($"SKU-{random.Next(1, 5)}")] : [],
        Categories = random.Next(3) == 0 ? [Categories[random.Next(Categories.Length)]] : [],
    };
}
