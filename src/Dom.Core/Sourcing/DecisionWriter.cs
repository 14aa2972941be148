using System.Collections.Immutable;
using Dom.Core.Network;
using Dom.Core.Sourcing.Search;

namespace Dom.Core.Sourcing;

/// <summary>Writes the record of a decision: the sentences and terms that the search did without.</summary>
internal static class DecisionWriter
{
    /// <summary>Writes the record.</summary>
    /// <param name="screening">The screened request.</param>
    /// <param name="charges">What is charged.</param>
    /// <param name="plan">The plan.</param>
    public static SourcingDecision Write(Screening screening, Charges charges, FoundPlan plan)
    {
        var request = screening.Request;
        var assignments = ImmutableArray.CreateBuilder<Assignment>();
        var unassigned = ImmutableArray.CreateBuilder<UnassignedLine>();
        var lines = ImmutableArray.CreateBuilder<LineDecision>(request.Lines.Length);
        for (var index = 0; index < request.Lines.Length; index++)
        {
            var line = request.Lines[index];
            var location = plan.LocationOfLine[index];
            lines.Add(new LineDecision(line.LineId, Candidates(screening, charges, index, location)));
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
            Cost = CostOfPlan(screening, charges, plan),
            Lines = lines.MoveToImmutable(),
            Search = new SearchSummary(plan.Method, plan.IsProvenBest, plan.States, plan.LowerBoundMinorUnits),
        };
    }

    private static CostBreakdown CostOfPlan(Screening screening, Charges charges, FoundPlan plan)
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
        }

        charges.AddUnassigned(terms, byLocation[-1].Sum(line => (long)lines[line].Quantity));
        return new CostBreakdown(terms.DrainToImmutable());
    }

    private static ImmutableArray<CandidateRecord> Candidates(Screening screening, Charges charges, int line, int chosen)
    {
        // One line by itself costs the more the farther it goes, so distance stands for cost: chosen, then possible by cost, then excluded, each by id.
        const long excluded = 1L << 60;
        var order = new long[screening.Locations.Length];
        var locations = new int[order.Length];
        for (var location = 0; location < order.Length; location++)
        {
            locations[location] = location;
            order[location] = location == chosen ? -1
                : screening.IsEligible(line, location) ? ((long)Math.Max(0, screening.Metres(screening.WayOfLine[line], location)) << 30) + location
                : excluded + location;
        }

        Array.Sort(order, locations);
        var records = ImmutableArray.CreateBuilder<CandidateRecord>(locations.Length);
        foreach (var location in locations)
        {
            records.Add(Record(screening, charges, line, location, location == chosen));
        }

        return records.MoveToImmutable();
    }

    private static CandidateRecord Record(Screening screening, Charges charges, int line, int location, bool isChosen)
    {
        var metres = screening.Metres(screening.WayOfLine[line], location);
        var rule = screening.ExcludedBy(line, location);
        return new CandidateRecord
        {
            LocationId = screening.Locations[location].LocationId,
            DistanceKm = metres < 0 ? null : Math.Round(metres / 1000.0, 1, MidpointRounding.AwayFromZero),
            Exclusion = rule?.Justify(screening.Candidate(line, location)),
            Cost = rule is null ? CostAlone(screening.Request.Lines[line], screening.Locations[location].LocationId, metres, charges) : null,
            IsChosen = isChosen,
        };
    }

    private static CostBreakdown CostAlone(DemandLine line, LocationId location, int metres, Charges charges)
    {
        var terms = ImmutableArray.CreateBuilder<CostTerm>(3);
        if (line.Mode != DeliveryMode.Pickup)
        {
            charges.AddParcel(terms, location, metres);
        }

        charges.AddUnits(terms, location, line.Quantity);
        return new CostBreakdown(terms.DrainToImmutable());
    }
}
