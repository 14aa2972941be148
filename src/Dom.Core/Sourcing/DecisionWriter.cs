using System.Collections.Immutable;
using Dom.Core.Sourcing.Scarcity;
using Dom.Core.Sourcing.Search;

namespace Dom.Core.Sourcing;

/// <summary>Writes the record of a decision: the sentences and terms that the search did without.</summary>
internal static class DecisionWriter
{
    /// <summary>Writes the record.</summary>
    /// <param name="screening">The screened request.</param>
    /// <param name="charges">What is charged.</param>
    /// <param name="scarcity">What scarcity prices charge.</param>
    /// <param name="limits">How the order may be taken apart.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="unpriced">The plan without scarcity prices.</param>
    public static SourcingDecision Write(Screening screening, Charges charges, ScarcityCharges scarcity, OrderLimits limits, FoundPlan plan, FoundPlan unpriced)
    {
        var request = screening.Request;
        var assignments = ImmutableArray.CreateBuilder<Assignment>();
        var unassigned = ImmutableArray.CreateBuilder<UnassignedLine>();
        var lines = ImmutableArray.CreateBuilder<LineDecision>(request.Lines.Length);
        for (var index = 0; index < request.Lines.Length; index++)
        {
            var line = request.Lines[index];
            lines.Add(new LineDecision(line.LineId, Candidates(screening, charges, scarcity, index, plan, unpriced)));
            foreach (var part in plan.Of(index))
            {
                assignments.Add(new Assignment(line.LineId, line.Sku, screening.Locations[part.Location].LocationId, line.Mode, part.Units));
            }

            if (line.Quantity - plan.AssignedUnits(index) is > 0 and var left)
            {
                var (reason, sentence) = UnassignedReasons.Of(screening, limits, plan, index);
                unassigned.Add(new UnassignedLine(line.LineId, left, reason, sentence));
            }
        }

        return new SourcingDecision
        {
            OrderId = request.OrderId,
            Attempt = request.Attempt,
            At = request.At,
            ProfileId = request.Profile.ProfileId,
            ProfileVersion = request.Profile.Version,
            Assignments = assignments.DrainToImmutable(),
            Unassigned = unassigned.DrainToImmutable(),
            Cost = CostOfPlan(screening, charges, scarcity, plan),
            Lines = lines.MoveToImmutable(),
            Scarcity = scarcity.ToUse(!plan.Parts.AsSpan().SequenceEqual(unpriced.Parts)),
            Search = new SearchSummary(plan.Method, plan.IsProvenBest, plan.States, plan.LowerBoundMinorUnits),
        };
    }

    private static CostBreakdown CostOfPlan(Screening screening, Charges charges, ScarcityCharges scarcity, FoundPlan plan)
    {
        var terms = ImmutableArray.CreateBuilder<CostTerm>();
        var lines = screening.Request.Lines;
        foreach (var group in plan.Parts.GroupBy(part => part.Location).OrderBy(group => group.Key))
        {
            var location = screening.Locations[group.Key].LocationId;
            foreach (var way in group.Select(part => screening.WayOfLine[part.Line]).Where(way => way != Screening.Nowhere).Distinct().Order())
            {
                charges.AddParcel(terms, location, screening.Metres(way, group.Key));
            }

            charges.AddUnits(terms, location, group.Sum(part => (long)part.Units));
            scarcity.Add(terms, group.Key, [.. group.Select(part => (part.Line, part.Units))]);
        }

        charges.AddUnassigned(terms, lines.Sum(line => (long)line.Quantity) - plan.Parts.Sum(part => (long)part.Units));
        return new CostBreakdown(terms.DrainToImmutable());
    }

    private static ImmutableArray<CandidateRecord> Candidates(
        Screening screening, Charges charges, ScarcityCharges scarcity, int line, FoundPlan plan, FoundPlan unpriced)
    {
        // The chosen ones, then what is possible by cost, distance and id, then what is excluded by id.
        var costs = new CostBreakdown?[screening.Locations.Length];
        var order = new (long Cost, int Metres)[costs.Length];
        var locations = new int[costs.Length];
        for (var location = 0; location < order.Length; location++)
        {
            var metres = screening.Metres(screening.WayOfLine[line], location);
            costs[location] = screening.IsEligible(line, location) ? CostAlone(screening, charges, scarcity, line, location) : null;
            locations[location] = location;
            order[location] = plan.UnitsAt(line, location) > 0 ? (-1, 0) : costs[location] is { } cost ? (cost.TotalMinorUnits, metres) : (long.MaxValue, 0);
        }

        Array.Sort(locations, (one, other) => (order[one], one).CompareTo((order[other], other)));
        var records = ImmutableArray.CreateBuilder<CandidateRecord>(locations.Length);
        foreach (var location in locations)
        {
            records.Add(Record(screening, line, location, costs[location]) with
            {
                IsChosen = plan.UnitsAt(line, location) > 0,
                IsChosenWithoutPrices = unpriced.UnitsAt(line, location) > 0,
            });
        }

        return records.MoveToImmutable();
    }

    private static CandidateRecord Record(Screening screening, int line, int location, CostBreakdown? cost)
    {
        var metres = screening.Metres(screening.WayOfLine[line], location);
        return new CandidateRecord
        {
            LocationId = screening.Locations[location].LocationId,
            DistanceKm = metres < 0 ? null : Math.Round(metres / 1000.0, 1, MidpointRounding.AwayFromZero),
            Exclusion = screening.ExcludedBy(line, location)?.Justify(screening.Candidate(line, location)),
            Cost = cost,
        };
    }

    private static CostBreakdown CostAlone(Screening screening, Charges charges, ScarcityCharges scarcity, int line, int location)
    {
        var terms = ImmutableArray.CreateBuilder<CostTerm>(4);
        var id = screening.Locations[location].LocationId;
        if (screening.WayOfLine[line] is not Screening.Nowhere and var way)
        {
            charges.AddParcel(terms, id, screening.Metres(way, location));
        }

        // A line that may be split: as much of it as the location has.
        var units = Math.Min(screening.Request.Lines[line].Quantity, screening.UsableUnits(screening.SkuOfLine[line], location));
        charges.AddUnits(terms, id, units);
        scarcity.Add(terms, location, [(line, units)]);
        return new CostBreakdown(terms.DrainToImmutable());
    }
}
