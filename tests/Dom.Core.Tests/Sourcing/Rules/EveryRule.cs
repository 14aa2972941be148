using System.Text.Json;
using System.Text.Json.Serialization;
using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Profiles;
using Dom.Core.Profiles.Rules;
using Dom.Core.Sourcing;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Sourcing.Rules;

/// <summary>A rule of each kind, and one request that every one of them changes the decision of.</summary>
internal static class EveryRule
{
    private static readonly Rule[] Rules =
    [
        new MinimumInventory { Id = "rule", Units = 1 },
        new InventoryThreshold { Id = "rule", Units = 2 },
        new LocationPriority { Id = "rule", Priority = 1, At = new PlaceScope { Locations = [new LocationId("S1")] } },
        new PartialOrders { Id = "rule", MaximumLocations = 1 },
        new Unsplittable { Id = "rule", BelowMinorUnits = 800 },
        new MinimumParcelValue { Id = "rule", MinorUnits = 201 },
        new OfflineLocation { Id = "rule" },
        new MaximumRejects { Id = "rule", Refusals = 2, CoolingOff = TimeSpan.FromHours(3) },
        new MaximumDistance { Id = "rule", Km = 399 },
        new DailyLimit { Id = "rule", Units = 0 },
        new MaximumLocationsPerLine { Id = "rule", Locations = 1 },
        new KeepTogether { Id = "rule" },
        new DeliveryDate { Id = "rule" },
        new LocalRadius { Id = "rule", Km = 100.5 },
        new ExcludeLine { Id = "rule" },
    ];

    /// <summary>The kinds of the rules that are tried.</summary>
    public static IEnumerable<string> Names => Rules.Select(KindOf);

    /// <summary>The same for theories.</summary>
    public static TheoryData<string> Kinds => [.. Names];

    /// <summary>Those of rules that hold at places: a place of its own makes a difference. Where a priority holds nowhere, a hard one keeps everybody out.</summary>
    public static TheoryData<string> KindsWithPlaces =>
        [.. Rules.Where(rule => rule is MinimumInventory or InventoryThreshold or OfflineLocation or MaximumRejects or MaximumDistance or DailyLimit or DeliveryDate or LocalRadius).Select(KindOf)];

    /// <summary>Those of rules that keep something out, and fall where they are soft.</summary>
    public static TheoryData<string> KindsThatFall => [.. Rules.Where(rule => rule is not (LocationPriority or LocalRadius)).Select(KindOf)];

    /// <summary>The kinds that profiles know, and the words by which they do.</summary>
    public static Dictionary<Type, string> Known { get; } = typeof(Rule).GetCustomAttributes(typeof(JsonDerivedTypeAttribute), inherit: false)
        .Cast<JsonDerivedTypeAttribute>().ToDictionary(kind => kind.DerivedType, kind => (string)kind.TypeDiscriminator!);

    /// <summary>Two of A from S1 and S2 together, one each, and one of B from S1, which is nearer.</summary>
    public static SourcingRequest Request { get; } = A.Request(A.Line("1", "A", 2) with { UnitPriceMinorUnits = 200 }, A.Line("2", "B") with { UnitPriceMinorUnits = 300 })
        .At(A.Location("S1", A.Reno.North(100)) with { Groups = ["west"] }, ("A", 1), ("B", 1))
        .At(A.Location("S2", A.Reno.North(400)) with { Groups = ["west"] }, ("A", 1)) with
    {
        Order = new OrderFacts { Channel = "web", AmountMinorUnits = 700, RequestedDeliveryDate = DateOnly.FromDateTime(A.Moment.UtcDateTime) },
        Refusals = [new RecentRefusals(new Sku("A"), new LocationId("S2"), 2, A.Moment.AddHours(-1))],
    };

    public static Rule Of(string kind) => Rules.Single(rule => KindOf(rule) == kind);

    /// <summary>What is decided, as it is written down, with the rule and one that lets lines be split.</summary>
    public static string Decide(params Rule[] rules) => JsonSerializer.Serialize(Source(rules), DomJson.Options);

    public static SourcingDecision Source(params Rule[] rules) => Core.Sourcing.Sourcing.Source(Request.With([new PartialOrders { Id = "parts", Lines = true }, .. rules]));

    private static string KindOf(Rule rule) => Known[rule.GetType()];
}
