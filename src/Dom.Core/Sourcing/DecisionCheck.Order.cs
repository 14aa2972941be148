using Dom.Core.Profiles.Rules;
using static System.FormattableString;

namespace Dom.Core.Sourcing;

internal sealed partial class DecisionCheck
{
    private void CheckOrder()
    {
        var used = _decision.Assignments.Select(assignment => assignment.LocationId).Distinct().Count();
        var isPartial = used > 0 && _decision.Unassigned.Any(left => left.Reason != UnassignedReason.Excluded);
        foreach (var rule in Holding<PartialOrders>())
        {
            Require(used <= (rule.MaximumLocations ?? int.MaxValue), Invariant($"{used} locations are used"));
            Require(rule.Orders || !isPartial, "it is neither whole nor empty");
        }

        foreach (var rule in Holding<Unsplittable>().Where(rule => !(_request.Order.AmountMinorUnits >= rule.BelowMinorUnits)))
        {
            Require(used <= 1, Invariant($"it is split against rule '{rule.Id}'"));
        }

        foreach (var rule in Holding<MinimumParcelValue>().Where(_ => used > 1))
        {
            var least = _decision.Assignments.GroupBy(part => part.LocationId).Min(location => location.Sum(part => LineOf(part).UnitPriceMinorUnits * part.Quantity));
            Require(least >= rule.MinorUnits, Invariant($"a location sends goods worth {least}, less than rule '{rule.Id}' allows"));
        }

        CheckParts();
        foreach (var mark in _request.Lines.Where(line => !string.IsNullOrEmpty(line.KeepTogether)).GroupBy(line => line.KeepTogether))
        {
            Require(AreTogether(mark), Invariant($"group '{mark.Key}' is parted"));
        }

        foreach (var rule in Holding<KeepTogether>())
        {
            Require(AreTogether(_request.Lines.Where(line => Match(rule, line) is not null)), Invariant($"rule '{rule.Id}' keeps lines together that are parted"));
        }
    }

    private void CheckParts()
    {
        foreach (var line in _request.Lines)
        {
            var places = _decision.Assignments.Count(assignment => assignment.LineId == line.LineId);
            var isSplit = places > 1 || (places == 1 && _decision.Unassigned.Any(left => left.LineId == line.LineId));
            var rules = Holding<PartialOrders>().Where(rule => Match(rule, line) is not null).ToArray();
            Require(
                !isSplit || (rules.Length > 0 && Array.TrueForAll(rules, rule => rule is { Lines: true, Orders: true, MaximumLocations: null or > 1 })),
                Invariant($"line '{line.LineId}' is split"));
            foreach (var rule in Holding<MaximumLocationsPerLine>().Where(rule => Match(rule, line) is not null))
            {
                Require(places <= rule.Locations, Invariant($"line '{line.LineId}' comes from more locations than rule '{rule.Id}' allows"));
            }
        }
    }

    private bool AreTogether(IEnumerable<DemandLine> lines) => lines
        .Where(line => !_decision.Unassigned.Any(left => left.LineId == line.LineId && left.Reason == UnassignedReason.Excluded))
        .Select(line => string.Join(' ', _decision.Assignments.Where(part => part.LineId == line.LineId).Select(part => part.LocationId)))
        .Distinct()
        .Count() <= 1;

    /// <summary>The rules of a kind that hold for the order: for any of its lines, and fallen for none.</summary>
    private IEnumerable<T> Holding<T>()
        where T : Rule =>
        Rules.OfType<T>().Where(rule => _request.Lines.Any(line => Match(rule, line) is not null) && !_fallen.Values.Any(fallen => fallen.Contains(rule.Id)));
}
