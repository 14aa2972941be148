using System.Collections.Immutable;
using Dom.Core.Sourcing.Rules;
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
    /// <param name="plan">The plan.</param>
    /// <param name="unpriced">The plan without scarcity prices.</param>
    public static SourcingDecision Write(Screening screening, Charges charges, ScarcityCharges scarcity, FoundPlan plan, FoundPlan unpriced)
    {
        var request = screening.Request;
        var assignments = ImmutableArray.CreateBuilder<Assignment>();
        var unassigned = ImmutableArray.CreateBuilder<UnassignedLine>();
        var lines = ImmutableArray.CreateBuilder<LineDecision>(request.Lines.Length);
        var fallen = FallenRules.Of(screening, PartsOf(request, plan));
        for (var index = 0; index < request.Lines.Length; index++)
        {
            var line = request.Lines[index];
            var location = plan.LocationOfLine[index];
            lines.Add(new LineDecision(line.LineId, Candidates(screening, charges, scarcity, index, (location, unpriced.LocationOfLine[index])))
            {
                Fallen = fallen[index],
            });
            if (location < 0)
            {
                var (reason, sentence) = UnassignedReasons.Of(screening, plan, index);
                unassigned.Add(new UnassignedLine(line.LineId, line.Quantity, reason, sentence));
            }
            else
            {
                assignments.Add(new Assignment(line.LineId, line.Sku, screening.Locations[location].LocationId, line.Mode, line.Quantity));
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
            Scarcity = scarcity.ToUse(!plan.LocationOfLine.AsSpan().SequenceEqual(unpriced.LocationOfLine)),
            Search = new SearchSummary(plan.Method, plan.IsProvenBest, plan.States, plan.LowerBoundMinorUnits),
        };
    }

    private static PlacedUnits[] PartsOf(SourcingRequest request, FoundPlan plan) =>
    [
        .. plan.LocationOfLine.Index().Where(line => line.Item >= 0).Select(line => new PlacedUnits(line.Index, line.Item, request.Lines[line.Index].Quantity)),
    ];

    private static CostBreakdown CostOfPlan(Screening screening, Charges charges, ScarcityCharges scarcity, FoundPlan plan)
    {
        var terms = ImmutableArray.CreateBuilder<CostTerm>();
        var lines = screening.Request.Lines;
        var byLocation = plan.LocationOfLine.Select((location, line) => (location, line)).ToLookup(pair => pair.location, pair => pair.line);
        foreach (var group in byLocation.Where(group => group.Key >= 0).OrderBy(group => group.Key))
        {
            var location = screening.Locations[group.Key].LocationId;
            foreach (var way in group.Select(line => screening.WayOfLine[line]).Where(way => way != Screening.Nowhere).Distinct().Order())
            {
                charges.AddParcel(terms, location, screening.Metres(way, group.Key));
            }

            charges.AddUnits(terms, location, group.Sum(line => (long)lines[line].Quantity));
            scarcity.Add(terms, group.Key, [.. group]);
        }

        charges.AddUnassigned(terms, byLocation[-1].Sum(line => (long)lines[line].Quantity));
        return new CostBreakdown(terms.DrainToImmutable());
    }

    private static ImmutableArray<CandidateRecord> Candidates(
        Screening screening, Charges charges, ScarcityCharges scarcity, int line, (int Chosen, int Unpriced) plans)
    {
        // The chosen one, then what is possible by cost, distance and id, then what is excluded by id.
        var costs = new CostBreakdown?[screening.Locations.Length];
        var order = new (long Cost, int Metres)[costs.Length];
        var locations = new int[costs.Length];
        for (var location = 0; location < order.Length; location++)
        {
            var metres = screening.Metres(screening.WayOfLine[line], location);
            costs[location] = screening.ExcludedBy(line, location) is null ? CostAlone(screening, charges, scarcity, line, location) : null;
            locations[location] = location;
            order[location] = location == plans.Chosen ? (-1, 0) : costs[location] is { } cost ? (cost.TotalMinorUnits, metres) : (long.MaxValue, 0);
        }

        Array.Sort(locations, (one, other) => (order[one], one).CompareTo((order[other], other)));
        var records = ImmutableArray.CreateBuilder<CandidateRecord>(locations.Length);
        foreach (var location in locations)
        {
            records.Add(Record(screening, line, location, costs[location]) with
            {
                IsChosen = location == plans.Chosen,
                IsChosenWithoutPrices = location == plans.Unpriced,
            });
        }

        return records.MoveToImmutable();
    }

    private static CandidateRecord Record(Screening screening, int line, int location, CostBreakdown? cost)
    {
        var metres = screening.MetresOnGround(screening.WayOfLine[line], location);
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

        charges.AddUnits(terms, id, screening.Request.Lines[line].Quantity);
        scarcity.Add(terms, location, [line]);
        return new CostBreakdown(terms.DrainToImmutable());
    }
}
