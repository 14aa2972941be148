using Dom.Core.Network;
using Dom.Core.Profiles.Delivery;
using Dom.Core.Profiles.Rules;
using Dom.Core.Sourcing;

namespace Dom.Core.Tests.TestKit;

/// <summary>What rules say, written from their words and from nothing of the product but the distance and what a scope matches.</summary>
internal sealed class RuleWords(SourcingRequest request, int fallen)
{
    private IEnumerable<Rule> On => request.Profile.Rules.Where(rule => rule.Holds(request.At) && (rule.IsHard || rule.Importance > fallen || rule is LocalRadius or LocationPriority));

    public int? MaxLocations => For<PartialOrders>().Select(rule => rule.MaximumLocations)
        .Concat(For<Unsplittable>().Where(rule => rule.BelowMinorUnits is null || request.Order.AmountMinorUnits < rule.BelowMinorUnits).Select(_ => (int?)1))
        .Min();

    public bool IsShippedComplete => For<PartialOrders>().Any(rule => !rule.Orders);

    public IEnumerable<int[]> Together => On.OfType<KeepTogether>()
        .Select(rule => request.Lines.Index().Where(line => Covers(rule, line.Item) && !IsExcluded(line.Item)).Select(line => line.Index).ToArray());

    public static GeoPoint? Target(SourcingRequest request, DemandLine line) =>
        KindOf(request, line) == DeliveryKind.ShipToStore
            ? request.Network.SingleOrDefault(location => location.LocationId == line.PickupLocationId)?.Position
            : request.Destination;

    public static DeliveryKind KindOf(SourcingRequest request, DemandLine line) => request.Profile.Delivery.Of(line.Mode).Kind;

    public bool IsExcluded(DemandLine line) => On.OfType<ExcludeLine>().Any(rule => Covers(rule, line));

    public int Metres(DemandLine line, Location location)
    {
        var ground = GreatCircle.Metres(location.Position, Target(request, line)!.Value);
        var twins = request.Lines.Where(other => other.Mode == line.Mode && (KindOf(request, line) == DeliveryKind.Ship || other.PickupLocationId == line.PickupLocationId));
        return twins.SelectMany(twin => At<LocalRadius>(twin, location)).Any(rule => ground <= rule.Km * 1000) ? 0 : ground;
    }

    public int Floor(DemandLine line, Location location) => Particular<MinimumInventory>(line, location)?.Units ?? 0;

    public (int? Orders, int? Lines, int? Units) Limit(DemandLine line, Location location)
    {
        var rules = At<DailyLimit>(line, location).ToArray();
        int? Several(Func<DailyLimit, int?> measure) => request.Profile.Conflicts.HighestDailyLimitCounts ? rules.Max(measure) : rules.Min(measure);
        return (
            new[] { location.OrdersPerDay, Several(rule => rule.Orders) }.Min(),
            new[] { location.LinesPerDay, Several(rule => rule.Lines) }.Min(),
            new[] { location.UnitsPerDay, Several(rule => rule.Units) }.Min());
    }

    public bool MayServe(DemandLine line, Location location, int available)
    {
        var (kind, target) = (KindOf(request, line), Target(request, line));
        var limit = Limit(line, location);
        var load = request.Loads.GetValueOrDefault(location.LocationId);
        return location.IsActive
            && location.Modes.Contains(line.Mode)
            && !line.RefusedBy.Contains(location.LocationId)
            && !IsExcluded(line)
            && Groups(kind, line, location)
            && (kind == DeliveryKind.Pickup ? line.PickupLocationId == location.LocationId : target is not null)
            && (kind == DeliveryKind.Pickup || At<MaximumDistance>(line, location).All(rule => GreatCircle.Metres(location.Position, target!.Value) <= rule.Km * 1000))
            && !At<OfflineLocation>(line, location).Any()
            && !Cools(line, location)
            && (!On.OfType<LocationPriority>().Any(rule => rule.IsHard && Covers(rule, line)) || At<LocationPriority>(line, location).Any())
            && !(load.Orders + 1 > limit.Orders) && !(load.Lines + 1 > limit.Lines) && !(load.Units + line.Quantity > limit.Units)
            && available >= (Particular<InventoryThreshold>(line, location)?.Units ?? 0)
            && available - line.Quantity >= Floor(line, location);
    }

    private bool Groups(DeliveryKind kind, DemandLine line, Location location)
    {
        var uses = request.Profile.Delivery.Groups;
        var store = kind == DeliveryKind.ShipToStore ? request.Network.SingleOrDefault(known => known.LocationId == line.PickupLocationId) : location;
        return uses.IsEmpty
            || ((kind == DeliveryKind.Pickup || uses.Any(use => use.Ships && location.Groups.Contains(use.Group)))
                && (kind == DeliveryKind.Ship || uses.Any(use => use.HandsOver && store is not null && store.Groups.Contains(use.Group))));
    }

    private bool Cools(DemandLine line, Location location)
    {
        var refused = request.Refusals.SingleOrDefault(known => known.Sku == line.Sku && known.LocationId == location.LocationId);
        var rule = At<MaximumRejects>(line, location).OrderBy(known => known.Refusals).ThenByDescending(known => known.CoolingOff).FirstOrDefault();
        return rule is not null && refused is not null && refused.Count >= rule.Refusals && refused.LastAt + rule.CoolingOff > request.At;
    }

    private T? Particular<T>(DemandLine line, Location location)
        where T : Rule =>
        At<T>(line, location)
            .OrderByDescending(rule => Match(rule, line)).ThenByDescending(rule => rule.At.Match(location)).ThenByDescending(UnitsOf)
            .FirstOrDefault();

    private static int UnitsOf(Rule rule) => rule is MinimumInventory floor ? floor.Units : ((InventoryThreshold)rule).Units;

    private IEnumerable<T> At<T>(DemandLine line, Location location)
        where T : Rule => On.OfType<T>().Where(rule => Covers(rule, line) && rule.At.Match(location) is not null);

    private IEnumerable<T> For<T>()
        where T : Rule => On.OfType<T>().Where(rule => request.Lines.Any(line => Covers(rule, line)));

    private bool Covers(Rule rule, DemandLine line) => Match(rule, line) is not null;

    private int? Match(Rule rule, DemandLine line) => rule.For.Match(line.Sku, request.Products.GetValueOrDefault(line.Sku), line.Mode, request.Profile.Conflicts);
}
