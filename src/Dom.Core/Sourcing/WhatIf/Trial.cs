using System.Collections.Immutable;
using Dom.Core.Network;
using Dom.Core.Orders;
using Dom.Core.Profiles.Delivery;
using Dom.Core.Profiles.Rules;
using Dom.Core.Sourcing.Rules;

namespace Dom.Core.Sourcing.WhatIf;

/// <summary>Tries what would have a location get a line: lifts what excludes it, one thing after the other, and then has it outdo the others.</summary>
/// <param name="request">What was asked.</param>
/// <param name="asked">What is decided of it.</param>
/// <param name="lineId">The line.</param>
/// <param name="locationId">The location.</param>
/// <param name="budget">How often the order may be sourced for it.</param>
internal sealed class Trial(SourcingRequest request, Sketch asked, LineId lineId, LocationId locationId, SourcingBudget budget)
{
    // One that more rules than these exclude is not close to being chosen.
    private const int MostLifted = 6;

    // Metres that people tell apart.
    private const int Tenth = 100;

    // A distance is halved until a 64th of it is left.
    private const int Halvings = 6;

    private readonly ImmutableArray<Change>.Builder _changes = ImmutableArray.CreateBuilder<Change>();
    private readonly int _line = request.Lines.Select(line => line.LineId).ToList().IndexOf(lineId);
    private SourcingRequest _request = request;

    /// <summary>Tries.</summary>
    /// <returns>The changes that make it so; none where it has the line as it is, or where nothing that is known of does.</returns>
    public Counterfactual? Run()
    {
        var sketch = asked;
        for (var lifted = 0; lifted <= MostLifted; lifted++)
        {
            if (UnitsIn(sketch) > 0)
            {
                return _changes.Count > 0 && sketch.IsSure ? new Counterfactual(locationId, Merged()) : null;
            }

            if (Exclusion(sketch.Sourced.First) is not { } exclusion)
            {
                return Outdo(sketch) ? new Counterfactual(locationId, Merged()) : null;
            }

            if (Lifting(exclusion) is not { } change)
            {
                return null;
            }

            Take(change);
            sketch = budget.Source(_request);
        }

        return null;
    }

    private DemandLine Line => _request.Lines[_line];

    private Location Place => _request.Network.First(location => location.LocationId == locationId);

    private bool IsChosen(SourcingRequest changed)
    {
        var sketch = budget.Source(changed);
        return UnitsIn(sketch) > 0 && sketch.IsSure;
    }

    private int UnitsIn(Sketch sketch) => sketch.UnitsAt(_line, sketch.Sourced.Screening.IndexOf(locationId));

    private Exclusion? Exclusion(Screening screening)
    {
        var location = screening.IndexOf(locationId);
        return screening.ExcludedBy(_line, location)?.Justify(screening.Candidate(_line, location));
    }

    private void Take(Change change)
    {
        _changes.Add(change);
        _request = ChangedRequest.Of(_request, change);
    }

    private Change? Lifting(Exclusion exclusion) => exclusion.Kind switch
    {
        StockRule.RuleKind or MinimumInventoryRule.RuleKind when exclusion is { Limit: { } has, Actual: { } wants } && wants > has =>
            new Change.MoreOnHand(locationId, Line.Sku, (int)(wants - has)),
        InventoryThresholdRule.RuleKind when exclusion is { Limit: { } least, Actual: { } has } && least > has =>
            new Change.MoreOnHand(locationId, Line.Sku, (int)(least - has)),
        CapacityRule.RuleKind or DailyLimitRule.RuleKind => DayLimit(),
        MaximumDistanceRule.RuleKind when exclusion is { Actual: { } km } => new Change.FartherReach(exclusion.Rule, Math.Ceiling(km * 1000) / 1000),
        InactiveLocationRule.RuleKind => new Change.Active(locationId),
        ModeRule.RuleKind => new Change.OffersMode(locationId, Line.Mode),
        RefusedBeforeRule.RuleKind => new Change.NotRefused(locationId, lineId),
        _ => _request.Profile.Rules.Any(rule => rule.Id == exclusion.Rule) ? new Change.WithoutRule(exclusion.Rule) : null,
    };

    private Change.HigherDayLimit DayLimit()
    {
        var (place, load) = (Place, _request.Loads.GetValueOrDefault(locationId));
        var rules = _request.Profile.Rules.OfType<DailyLimit>().Where(rule => rule.Holds(_request.At) && rule.At.Match(place) is not null).ToList();
        return new Change.HigherDayLimit(locationId, new DayLimit(
            Needed(place.OrdersPerDay, rules.Select(rule => rule.Orders), load.Orders + 1),
            Needed(place.LinesPerDay, rules.Select(rule => rule.Lines), load.Lines + 1),
            Needed(place.UnitsPerDay, rules.Select(rule => rule.Units), load.Units + Line.Quantity)));

        static int? Needed(int? own, IEnumerable<int?> ruled, int need) => ruled.Append(own).Any(limit => limit < need) ? need : null;
    }

    /// <summary>It could take the line, and another does it better: nearer where distance costs, cheaper where it does not.</summary>
    private bool Outdo(Sketch sketch)
    {
        var best = sketch.Weight();

        // So much cheaper that nothing but leaving the line out could be better.
        var favour = checked(best.MinorUnits + (_request.Lines.Sum(line => (long)line.Quantity) * _request.Profile.Costs.UnassignedUnitMinorUnits) + 1);
        var pinned = budget.Source(ChangedRequest.Of(_request, new Change.Cheaper(locationId, lineId, favour)));
        if (UnitsIn(pinned) == 0)
        {
            return false;
        }

        if (Approach(best, pinned) is { } metres)
        {
            Take(new Change.Nearer(locationId, metres));
            return true;
        }

        Take(new Change.Cheaper(locationId, lineId, Math.Max(0, pinned.Weight().MinorUnits - best.MinorUnits) + 1));
        return IsChosen(_request);
    }

    /// <summary>The fewest metres, to a 64th of its distance or a tenth of a kilometre, that it would have to lie nearer; none where no nearness helps.</summary>
    private int? Approach((long MinorUnits, int Locations, long Metres) best, Sketch pinned)
    {
        if (budget.Left <= Halvings || _request.Destination is not { } to || _request.Profile.Delivery.Of(Line.Mode).Kind != DeliveryKind.Ship)
        {
            return null;
        }

        var whole = GreatCircle.Metres(Place.Position, to);
        var step = Math.Max(1, whole / (Tenth << Halvings)) * Tenth;
        var most = whole / step;
        if (most < 1)
        {
            return null;
        }

        // What it would cost by itself, nearer by nearer, is quickly told; sourcing the whole order then shows whether that is all there is to it.
        var alone = new LonePart(_request, pinned, locationId);
        var guess = Least(1, most, steps => alone.WeightNearer(steps * step).CompareTo(best) < 0);
        var (least, known) = (1, most);
        if (Helps(guess))
        {
            (least, known) = guess == 1 || !Helps(guess - 1) ? (guess, guess) : (1, guess - 1);
        }
        else if (guess == most || !Helps(most))
        {
            return null;
        }
        else
        {
            least = guess + 1;
        }

        return Least(least, known, Helps) * step;

        bool Helps(int steps) => IsChosen(ChangedRequest.Of(_request, new Change.Nearer(locationId, steps * step)));
    }

    // The last one is not asked.
    private static int Least(int least, int most, Func<int, bool> isEnough)
    {
        while (least < most)
        {
            var middle = (least + most) / 2;
            (least, most) = isEnough(middle) ? (least, middle) : (middle + 1, most);
        }

        return least;
    }

    // Stock may have been raised more than once: to be eligible, and above a floor.
    private ImmutableArray<Change> Merged()
    {
        var merged = new List<Change>();
        foreach (var change in _changes)
        {
            if (change is Change.MoreOnHand more && merged.FindIndex(before => before is Change.MoreOnHand) is >= 0 and var at)
            {
                merged[at] = more with { Units = more.Units + ((Change.MoreOnHand)merged[at]).Units };
            }
            else
            {
                merged.RemoveAll(before => change is Change.HigherDayLimit && before is Change.HigherDayLimit);
                merged.Add(change);
            }
        }

        return [.. merged];
    }
}
