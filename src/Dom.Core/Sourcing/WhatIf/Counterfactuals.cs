using System.Collections.Immutable;
using Dom.Core.Network;
using Dom.Core.Orders;
using Dom.Core.Profiles.Rules;
using Dom.Core.Sourcing.Costs;
using Dom.Core.Sourcing.Rules;
using Dom.Core.Sourcing.Search;

namespace Dom.Core.Sourcing.WhatIf;

/// <summary>Finds what would have had to be otherwise for a location to get a line, by sourcing the order again with it otherwise.</summary>
public static class Counterfactuals
{
    // What excludes a location is lifted one rule after the other; one that more than these exclude is not close to being chosen.
    private const int MostLifted = 6;

    // Metres that people tell apart.
    private const int Tenth = 100;

    // A distance is halved until a 64th of it is left.
    private const int Halvings = 6;

    // An order is sourced at most so many times over for the answers that its record brings along.
    private const int MostSourcings = 30;

    /// <summary>The decision with what would have had to be otherwise for the location that comes closest to getting each line, and for the nearest that is excluded.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="decision">What was decided.</param>
    public static SourcingDecision AddTo(SourcingRequest request, SourcingDecision decision)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(decision);
        var budget = new Budget { Left = MostSourcings };
        return decision with { Lines = [.. decision.Lines.Select(line => line with { Counterfactuals = Closest(request, line, budget) })] };
    }

    private static ImmutableArray<Counterfactual> Closest(SourcingRequest request, LineDecision line, Budget budget)
    {
        var possible = line.Candidates.FirstOrDefault(candidate => !candidate.IsChosen && candidate.Exclusion is null);
        var excluded = line.Candidates.FirstOrDefault(candidate => candidate.Exclusion is not null);
        return
        [
            .. new[] { possible, excluded }.OfType<CandidateRecord>()
                .Select(candidate => budget.Left > 0 ? new Trial(request, line.LineId, candidate.LocationId, budget).Run() : null)
                .OfType<Counterfactual>(),
        ];
    }

    /// <summary>What would have had to be otherwise for a location to get a line.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="lineId">The line.</param>
    /// <param name="locationId">The location.</param>
    /// <returns>The changes that, together, make the decision choose it; none where it was chosen, or where nothing that is known of makes it so.</returns>
    /// <exception cref="ArgumentException">The request has no such line or location.</exception>
    public static Counterfactual? Find(SourcingRequest request, LineId lineId, LocationId locationId)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new Trial(request, lineId, locationId, new Budget { Left = int.MaxValue }).Run();
    }

    private sealed record Sketch(Screening Screening, Charges Charges, FoundPlan Plan)
    {
        public long MinorUnits =>
            new CostTerms(Screening, Charges).OfPlan(DecisionWriter.Parts(Plan, Screening.Request.Lines.Length)).TotalMinorUnits;
    }

    private sealed class Budget
    {
        public int Left { get; set; }
    }

    private sealed class Trial(SourcingRequest asked, LineId lineId, LocationId locationId, Budget budget)
    {
        private readonly ImmutableArray<Change>.Builder _changes = ImmutableArray.CreateBuilder<Change>();
        private SourcingRequest _request = asked;

        public Counterfactual? Run()
        {
            for (var lifted = 0; lifted <= MostLifted; lifted++)
            {
                var sketch = Source(_request);
                if (IsChosen(sketch))
                {
                    return _changes.Count == 0 ? null : new Counterfactual(locationId, Merged());
                }

                if (Exclusion(_request) is not { } exclusion)
                {
                    return Outdo(sketch) ? new Counterfactual(locationId, Merged()) : null;
                }

                if (Lifting(exclusion) is not { } change)
                {
                    return null;
                }

                Take(change);
            }

            return null;
        }

        private DemandLine Line => _request.Lines.First(line => line.LineId == lineId);

        private Sketch Source(SourcingRequest request)
        {
            budget.Left--;
            var (screening, charges, plan, _) = Sourcing.Plan(request);
            return new Sketch(screening, charges, plan);
        }

        private bool IsChosen(Sketch sketch) => sketch.Plan.UnitsAt(LineIndex, sketch.Screening.IndexOf(locationId)) > 0;

        private int LineIndex => _request.Lines.IndexOf(Line);

        private Exclusion? Exclusion(SourcingRequest request)
        {
            var screening = new Screening(request);
            var (line, location) = (LineIndex, screening.IndexOf(locationId));
            return screening.ExcludedBy(line, location)?.Justify(screening.Candidate(line, location));
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
            var load = _request.Loads.GetValueOrDefault(locationId);
            var place = _request.Network.First(location => location.LocationId == locationId);
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
            var alone = _request with
            {
                Lines = [.. _request.Lines.Select(line => line.LineId == lineId ? line with { RefusedBy = [.. _request.Network.Select(place => place.LocationId).Where(id => id != locationId)] } : line)],
            };
            var pinned = Source(alone);
            if (!IsChosen(pinned))
            {
                return false;
            }

            if (Approach() is { } metres)
            {
                Take(new Change.Nearer(locationId, metres));
                return true;
            }

            var dearer = pinned.MinorUnits - sketch.MinorUnits;
            Take(new Change.Cheaper(locationId, lineId, Math.Max(0, dearer) + 1));
            return IsChosen(Source(_request));
        }

        /// <summary>The fewest metres, to a 64th of its distance or a tenth of a kilometre, that it would have to lie nearer; none where no nearness helps.</summary>
        private int? Approach()
        {
            var place = _request.Network.First(location => location.LocationId == locationId);
            if (budget.Left <= Halvings || _request.Destination is not { } to || _request.Profile.Delivery.Of(Line.Mode).Kind != Profiles.Delivery.DeliveryKind.Ship)
            {
                return null;
            }

            var whole = GreatCircle.Metres(place.Position, to);
            var step = Math.Max(1, whole / (Tenth << Halvings)) * Tenth;
            var (least, most) = (1, whole / step);
            if (most < 1 || !Helps(most))
            {
                return null;
            }

            while (least < most)
            {
                var middle = (least + most) / 2;
                (least, most) = Helps(middle) ? (least, middle) : (middle + 1, most);
            }

            return least * step;

            bool Helps(int steps) => IsChosen(Source(ChangedRequest.Of(_request, new Change.Nearer(locationId, steps * step))));
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
}
