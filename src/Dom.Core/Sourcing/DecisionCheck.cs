using Dom.Core.Network;
using Dom.Core.Orders;
using Dom.Core.Sourcing.Rules;
using static System.FormattableString;

namespace Dom.Core.Sourcing;

/// <summary>
/// Holds a decision against its request, from their words alone: nothing that a search believes is taken for granted. It stands between every search
/// and every hold.
/// </summary>
internal sealed partial class DecisionCheck
{
    private readonly SourcingRequest _request;
    private readonly SourcingDecision _decision;
    private readonly IArrivals? _arrivals;
    private readonly Dictionary<LineId, HashSet<string>> _fallen;
    private readonly Dictionary<LocationId, Location> _used;

    private DecisionCheck(SourcingRequest request, SourcingDecision decision, IArrivals? arrivals)
    {
        (_request, _decision, _arrivals) = (request, decision, arrivals);
        _fallen = decision.Lines.ToDictionary(line => line.LineId, line => line.Fallen.Select(fallen => fallen.Exclusion.Rule).ToHashSet());
        var used = decision.Assignments.Select(assignment => assignment.LocationId).ToHashSet();
        _used = request.Network.Where(location => used.Contains(location.LocationId)).ToDictionary(location => location.LocationId);
    }

    /// <summary>The decision, if it keeps to every rule but those that it says fell.</summary>
    /// <param name="request">The request.</param>
    /// <param name="decision">The decision.</param>
    /// <param name="isWholeOrder">Whether rules of the whole order hold too.</param>
    /// <param name="arrivals">When goods arrive; none where nobody knows.</param>
    /// <exception cref="InvalidOperationException">It breaks a rule; the message names the first that was found. That is a fault in Dom.</exception>
    public static SourcingDecision Checked(SourcingRequest request, SourcingDecision decision, bool isWholeOrder = true, IArrivals? arrivals = null)
    {
        var check = new DecisionCheck(request, decision, arrivals);
        foreach (var line in request.Lines)
        {
            check.CheckLine(line);
        }

        check.CheckStock();
        check.CheckDays();
        if (isWholeOrder)
        {
            check.CheckOrder();
        }

        return decision;
    }

    private void CheckLine(DemandLine line)
    {
        Assignment[] placed = [.. _decision.Assignments.Where(assignment => assignment.LineId == line.LineId)];
        var left = _decision.Unassigned.Where(rest => rest.LineId == line.LineId).Sum(rest => rest.Quantity);
        Require(placed.Sum(assignment => assignment.Quantity) + left == line.Quantity, Invariant($"line '{line.LineId}' of {line.Quantity} has not as many assigned and left"));
        Require(placed.DistinctBy(assignment => assignment.LocationId).Count() == placed.Length, Invariant($"line '{line.LineId}' is assigned to a location twice"));
        var soft = Rules.Where(rule => !rule.IsHard).Select(rule => rule.Id);
        Require(_fallen[line.LineId].IsSubsetOf(soft), Invariant($"for line '{line.LineId}' rules fell that are not soft, or not in force"));
        foreach (var assignment in placed)
        {
            Require(assignment.Quantity > 0 && (assignment.Sku, assignment.Mode) == (line.Sku, line.Mode), Invariant($"line '{line.LineId}' is assigned as another"));
            var broken = Broken(line, _used[assignment.LocationId], assignment.Quantity);
            Require(broken is null, Invariant($"line '{line.LineId}' is at '{assignment.LocationId}' against rule '{broken}'"));
        }
    }

    private void CheckStock()
    {
        foreach (var taken in _decision.Assignments.GroupBy(assignment => (assignment.Sku, assignment.LocationId)))
        {
            var kept = taken.Min(assignment => FloorOf(LineOf(assignment), _used[taken.Key.LocationId]));
            Require(
                taken.Sum(assignment => (long)assignment.Quantity) <= (long)Available(taken.Key.Sku, taken.Key.LocationId) - kept,
                Invariant($"more of '{taken.Key.Sku}' is taken at '{taken.Key.LocationId}' than there is"));
        }
    }

    // A line that a limit fell for may share a location's day with one that it still holds for: the widest limit of those that are there counts.
    private void CheckDays()
    {
        foreach (var taken in _decision.Assignments.GroupBy(assignment => assignment.LocationId))
        {
            var load = _request.Loads.GetValueOrDefault(taken.Key) + new DayLoad(1, taken.Count(), taken.Sum(assignment => assignment.Quantity));
            var limits = taken.Select(assignment => LimitOf(LineOf(assignment), _used[taken.Key])).ToArray();
            Require(
                !(load.Orders > Widest(limits.Select(limit => limit.Orders))) && !(load.Lines > Widest(limits.Select(limit => limit.Lines)))
                    && !(load.Units > Widest(limits.Select(limit => limit.Units))),
                Invariant($"'{taken.Key}' takes more in a day than it may"));
        }

        static int Widest(IEnumerable<int?> limits) => limits.Max(limit => limit ?? int.MaxValue);
    }

    private DemandLine LineOf(Assignment assignment) => _request.Lines.First(line => line.LineId == assignment.LineId);

    private int Available(Inventory.Sku sku, LocationId locationId) =>
        _request.Stock.TryGetValue(sku, out var levels) ? levels.LastOrDefault(level => level.LocationId == locationId).Available : 0;

    private void Require(bool holds, string what)
    {
        if (!holds)
        {
            throw new InvalidOperationException(Invariant($"The sourcing of order '{_request.OrderId}', attempt {_request.Attempt}, made a plan that is not feasible: {what}."));
        }
    }
}
