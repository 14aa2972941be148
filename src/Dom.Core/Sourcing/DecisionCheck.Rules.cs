using Dom.Core.Network;
using Dom.Core.Profiles.Delivery;
using Dom.Core.Profiles.Rules;

namespace Dom.Core.Sourcing;

internal sealed partial class DecisionCheck
{
    private IEnumerable<Rule> Rules => _request.Profile.Rules.Where(rule => rule.Holds(_request.At));

    /// <summary>The kind of rule that a location breaks by fulfilling units of a line; none where it keeps all.</summary>
    private string? Broken(DemandLine line, Location location, int units)
    {
        var kind = _request.Profile.Delivery.Of(line.Mode).Kind;
        var store = _request.Network.FirstOrDefault(known => known.LocationId == line.PickupLocationId);
        var to = kind == DeliveryKind.ShipToStore ? store?.Position : _request.Destination;
        var metres = kind != DeliveryKind.Pickup && to is { } point ? GreatCircle.Metres(location.Position, point) : -1;
        var available = Available(line.Sku, location.LocationId);
        return !location.IsActive ? "inactive"
            : !location.Modes.Contains(line.Mode) ? "mode"
            : kind == DeliveryKind.Pickup && line.PickupLocationId != location.LocationId ? "pickupLocation"
            : kind != DeliveryKind.Pickup && metres < 0 ? "destination"
            : !line.RefusedBy.IsDefaultOrEmpty && line.RefusedBy.Contains(location.LocationId) ? "refusedBefore"
            : !line.PlannedAt.IsDefaultOrEmpty && !line.PlannedAt.Contains(location.LocationId) ? "plannedElsewhere"
            : !DoesIts(kind, location, store) ? "locationGroup"
            : For<ExcludeLine>(line).Any() ? "excludeLine"
            : At<OfflineLocation>(line, location).Any() ? "offlineLocation"
            : metres > At<MaximumDistance>(line, location).Select(rule => rule.Km * 1000).DefaultIfEmpty(double.PositiveInfinity).Min() ? "maximumDistance"
            : IsCooling(line, location) ? "maximumRejects"
            : For<LocationPriority>(line).Any(rule => rule.IsHard) && !At<LocationPriority>(line, location).Any() ? "locationPriority"
            : IsLate(line, location) ? "deliveryDate"
            : IsClosing(line, location) ? "closing"
            : available < Particular<InventoryThreshold>(line, location, rule => rule.Units) ? "inventoryThreshold"
            : available - units < FloorOf(line, location) ? "minimumInventory"
            : null;
    }

    private bool DoesIts(DeliveryKind kind, Location location, Location? store)
    {
        var groups = _request.Profile.Delivery.Groups;
        var (ships, handsOver) = (Any(location, use => use.Ships), Any(kind == DeliveryKind.ShipToStore ? store : location, use => use.HandsOver));
        return groups.IsEmpty || kind switch
        {
            DeliveryKind.Ship => ships,
            DeliveryKind.Pickup => handsOver,
            _ => ships && handsOver,
        };

        bool Any(Location? place, Func<GroupUse, bool> does) => groups.Any(use => place is not null && place.Groups.Contains(use.Group) && does(use));
    }

    private bool IsCooling(DemandLine line, Location location)
    {
        var rules = At<MaximumRejects>(line, location).OrderBy(rule => rule.Refusals).ThenByDescending(rule => rule.CoolingOff);
        return rules.FirstOrDefault() is { } rule && _request.Refusals.Any(refused =>
            refused.Sku == line.Sku && refused.LocationId == location.LocationId && refused.Count >= rule.Refusals && _request.At < refused.LastAt + rule.CoolingOff);
    }

    private bool IsLate(DemandLine line, Location location)
    {
        if (_request.Order.RequestedDeliveryDate is not { } wanted || At<DeliveryDate>(line, location).Select(rule => rule.GraceDays).Order().ToArray() is not [var grace, ..])
        {
            return false;
        }

        var at = _request.Network.Count(other => string.CompareOrdinal(other.LocationId.Value, location.LocationId.Value) < 0);
        return !(_arrivals?.Of(_request.Lines.IndexOf(line), at).Day <= wanted.AddDays(grace));
    }

    // Its working time until it closes is less than the time that it is to have.
    private bool IsClosing(DemandLine line, Location location)
    {
        var policy = _request.Profile.Acceptance;
        if (!policy.NeedsFullTime || location.Calendar is null || policy.AcceptsByItself(line.Mode, location.Type))
        {
            return false;
        }

        var (at, time) = (_request.At, policy.TimeFor(line.Mode, location.Type));
        return WorkingTime.AddWorkingTime(at, time, location.Calendar, location.TimeZone) is not { } deadline
            || (WorkingTime.ClosingBetween(at, deadline, location.Calendar, location.TimeZone) is { } closes
                && WorkingTime.Between(at, closes, location.Calendar, location.TimeZone) < time);
    }

    private int FloorOf(DemandLine line, Location location) => Particular<MinimumInventory>(line, location, rule => rule.Units);

    private DayLimit LimitOf(DemandLine line, Location location)
    {
        var rules = At<DailyLimit>(line, location).ToArray();
        return new DayLimit(Lowest(location.OrdersPerDay, Of(rule => rule.Orders)), Lowest(location.LinesPerDay, Of(rule => rule.Lines)), Lowest(location.UnitsPerDay, Of(rule => rule.Units)));

        int? Of(Func<DailyLimit, int?> measure) => _request.Profile.Conflicts.HighestDailyLimitCounts ? rules.Max(measure) : rules.Min(measure);

        static int? Lowest(int? one, int? other) => one < other ? one : other ?? one;
    }

    private int Particular<T>(DemandLine line, Location location, Func<T, int> units)
        where T : Rule =>
        At<T>(line, location).OrderByDescending(rule => Match(rule, line)).ThenByDescending(rule => rule.At.Match(location)).ThenByDescending(units).Select(units).FirstOrDefault();

    private IEnumerable<T> At<T>(DemandLine line, Location location)
        where T : Rule =>
        For<T>(line).Where(rule => rule.At.Match(location) is not null);

    // A location that a soft priority puts last is still asked: such a rule never falls.
    private IEnumerable<T> For<T>(DemandLine line)
        where T : Rule =>
        Rules.OfType<T>().Where(rule => !_fallen[line.LineId].Contains(rule.Id) && Match(rule, line) is not null);

    private int? Match(Rule rule, DemandLine line) => rule.For.Match(line.Sku, _request.Products.GetValueOrDefault(line.Sku), line.Mode, _request.Profile.Conflicts);
}
