using Dom.Core.Network;
using Dom.Core.Sourcing.Rules;
using static System.FormattableString;

namespace Dom.Core.Sourcing;

/// <summary>
/// Holds a decision against its request, from their words alone: nothing that a search believes is taken for granted. It stands between every search
/// and every hold.
/// </summary>
internal static class DecisionCheck
{
    /// <summary>The decision, if it keeps to every rule.</summary>
    /// <param name="request">The request.</param>
    /// <param name="decision">The decision.</param>
    /// <exception cref="InvalidOperationException">It breaks a rule; the message names the first that was found. That is a fault in Dom.</exception>
    public static SourcingDecision Checked(SourcingRequest request, SourcingDecision decision)
    {
        var placed = decision.Assignments.ToLookup(assignment => assignment.LineId);
        var left = decision.Unassigned.ToDictionary(line => line.LineId, line => line.Quantity);
        var locations = request.Network.ToDictionary(location => location.LocationId);
        foreach (var line in request.Lines)
        {
            var units = placed[line.LineId].Sum(assignment => (long)assignment.Quantity);
            Require(units + left.GetValueOrDefault(line.LineId) == line.Quantity, request, Invariant($"{units} of the {line.Quantity} units of line '{line.LineId}' are assigned, {left.GetValueOrDefault(line.LineId)} left"));
            Require(units == 0 || units == line.Quantity || Sourcing.MayBeSplit(request, line), request, Invariant($"line '{line.LineId}' is assigned in part"));
            Require(placed[line.LineId].Count() <= 1 || Sourcing.MayBeSplit(request, line), request, Invariant($"line '{line.LineId}' is parted"));
            Require(placed[line.LineId].DistinctBy(assignment => assignment.LocationId).Count() == placed[line.LineId].Count(), request, Invariant($"line '{line.LineId}' is twice at one location"));
            foreach (var assignment in placed[line.LineId])
            {
                Require(
                    (assignment.Sku, assignment.Mode) == (line.Sku, line.Mode) && assignment.Quantity > 0, request, Invariant($"line '{line.LineId}' is assigned as another"));
                CheckLine(request, line, locations[assignment.LocationId]);
            }
        }

        CheckOrder(request, decision);
        return decision;
    }

    private static void CheckLine(SourcingRequest request, DemandLine line, Location location)
    {
        var candidate = new Candidate(
            line, location, request.Profile.Limits, Metres(request, line, location), request.Loads.GetValueOrDefault(location.LocationId).Orders, Available(request, line.Sku, location.LocationId), Sourcing.MayBeSplit(request, line));
        var broken = SourcingRule.All.FirstOrDefault(rule => rule.Excludes(candidate));
        Require(broken is null, request, Invariant($"line '{line.LineId}' is at '{location.LocationId}' against rule '{broken?.Id}'"));
    }

    private static void CheckOrder(SourcingRequest request, SourcingDecision decision)
    {
        var rules = request.Profile.Limits;
        var used = decision.Assignments.Select(assignment => assignment.LocationId).Distinct().Count();
        Require(used <= (rules.MaxLocations ?? int.MaxValue), request, Invariant($"{used} locations are used"));
        Require(!rules.ShipComplete || used == 0 || decision.Unassigned.IsEmpty, request, "it is neither whole nor empty");
        foreach (var taken in decision.Assignments.GroupBy(assignment => (assignment.Sku, assignment.LocationId)))
        {
            Require(
                taken.Sum(assignment => (long)assignment.Quantity) <= Available(request, taken.Key.Sku, taken.Key.LocationId) - rules.MinInventoryUnits,
                request, Invariant($"more of '{taken.Key.Sku}' is taken at '{taken.Key.LocationId}' than there is"));
        }

        foreach (var group in request.Lines.Where(line => !string.IsNullOrEmpty(line.KeepTogether)).GroupBy(line => line.KeepTogether))
        {
            var places = group.Select(line => decision.Assignments.FirstOrDefault(assignment => assignment.LineId == line.LineId)?.LocationId).Distinct().Count();
            Require(places == 1, request, Invariant($"group '{group.Key}' is parted"));
        }
    }

    private static int Metres(SourcingRequest request, DemandLine line, Location location)
    {
        var to = line.Mode == DeliveryMode.ShipToStore
            ? request.Network.FirstOrDefault(store => store.LocationId == line.PickupLocationId)?.Position
            : request.Destination;
        return line.Mode != DeliveryMode.Pickup && to is { } point ? GreatCircle.Metres(location.Position, point) : -1;
    }

    private static int Available(SourcingRequest request, Inventory.Sku sku, LocationId locationId) =>
        request.Stock.TryGetValue(sku, out var levels) ? levels.LastOrDefault(level => level.LocationId == locationId).Available : 0;

    private static void Require(bool holds, SourcingRequest request, string what)
    {
        if (!holds)
        {
            throw new InvalidOperationException(Invariant($"The sourcing of order '{request.OrderId}', attempt {request.Attempt}, made a plan that is not feasible: {what}."));
        }
    }
}
