using System.Collections.Immutable;
using Dom.Core.Sourcing.Costs;
using Dom.Core.Sourcing.Search;

namespace Dom.Core.Sourcing;

/// <summary>Writes the record of a decision: the sentences and terms that the search did without.</summary>
internal static class DecisionWriter
{
    // Sentences cost more than the decision itself: the cheapest candidates of a line have them.
    private const int ExplainedCandidates = 20;

    /// <summary>Writes the record.</summary>
    /// <param name="screening">The screened request.</param>
    /// <param name="charges">What is charged.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="unpriced">The plan without scarcity prices.</param>
    public static SourcingDecision Write(Screening screening, Charges charges, FoundPlan plan, FoundPlan unpriced)
    {
        var request = screening.Request;
        var assignments = ImmutableArray.CreateBuilder<Assignment>();
        var unassigned = ImmutableArray.CreateBuilder<UnassignedLine>();
        var lines = ImmutableArray.CreateBuilder<LineDecision>(request.Lines.Length);
        var (terms, parts) = (new CostTerms(screening, charges), Parts(screening, plan));
        for (var index = 0; index < request.Lines.Length; index++)
        {
            var line = request.Lines[index];
            var location = plan.LocationOfLine[index];
            lines.Add(new LineDecision(line.LineId, Candidates(screening, charges, terms, index, (location, unpriced.LocationOfLine[index]))));
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
            Cost = terms.OfPlan(parts),
            Parcels = ParcelRecords.Of(screening, charges, parts),
            Lines = lines.MoveToImmutable(),
            Scarcity = charges.Scarcity?.ToUse(!plan.LocationOfLine.AsSpan().SequenceEqual(unpriced.LocationOfLine)),
            Search = new SearchSummary(plan.Method, plan.IsProvenBest, plan.States, plan.LowerBoundMinorUnits),
        };
    }

    private static List<(int Location, int[] UnitsOfLine)> Parts(Screening screening, FoundPlan plan)
    {
        var parts = new SortedDictionary<int, int[]>();
        for (var line = 0; line < plan.LocationOfLine.Length; line++)
        {
            if (plan.LocationOfLine[line] is >= 0 and var location)
            {
                parts.TryAdd(location, new int[plan.LocationOfLine.Length]);
                parts[location][line] = screening.Request.Lines[line].Quantity;
            }
        }

        return [.. parts.Select(part => (part.Key, part.Value))];
    }

    private static ImmutableArray<CandidateRecord> Candidates(Screening screening, Charges charges, CostTerms terms, int line, (int Chosen, int Unpriced) plans)
    {
        // The chosen one, then what is possible by cost, distance and id, then what is excluded by id.
        var costs = new long?[screening.Locations.Length];
        var order = new (long Cost, int Metres)[costs.Length];
        var locations = new int[costs.Length];
        var units = new int[screening.Request.Lines.Length];
        units[line] = screening.Request.Lines[line].Quantity;
        var way = screening.WayOfLine[line];
        var contents = way == Screening.Nowhere ? default : charges.Contents(way, units);
        for (var location = 0; location < order.Length; location++)
        {
            costs[location] = screening.IsEligible(line, location) ? CostAlone(screening, charges, line, location, contents) : null;
            locations[location] = location;
            order[location] = location == plans.Chosen ? (-1, 0)
                : costs[location] is { } cost ? (cost, screening.Metres(way, location))
                : (long.MaxValue, 0);
        }

        Array.Sort(locations, (one, other) => (order[one], one).CompareTo((order[other], other)));
        var records = ImmutableArray.CreateBuilder<CandidateRecord>(locations.Length);
        foreach (var location in locations)
        {
            var isExplained = records.Count < ExplainedCandidates || location == plans.Unpriced;
            var record = Record(screening, line, location);
            records.Add(record with
            {
                Exclusion = record.Exclusion ?? (costs[location] is null ? terms.Refusal(way, location, units) : null),
                Cost = costs[location] is null ? null : terms.OfOneLocation(location, units, isExplained),
                IsChosen = location == plans.Chosen,
                IsChosenWithoutPrices = location == plans.Unpriced,
            });
        }

        return records.MoveToImmutable();
    }

    private static CandidateRecord Record(Screening screening, int line, int location)
    {
        var metres = screening.Metres(screening.WayOfLine[line], location);
        return new CandidateRecord
        {
            LocationId = screening.Locations[location].LocationId,
            DistanceKm = metres < 0 ? null : Math.Round(metres / 1000.0, 1, MidpointRounding.AwayFromZero),
            Exclusion = screening.ExcludedBy(line, location)?.Justify(screening.Candidate(line, location)),
        };
    }

    // None where no tariff takes the parcel.
    private static long? CostAlone(Screening screening, Charges charges, int line, int location, in ParcelContents contents)
    {
        var parcel = screening.WayOfLine[line] is not Screening.Nowhere and var way ? charges.ParcelMinorUnits(way, location, contents) : 0;
        return parcel is { } cost
            ? checked(cost + charges.LineMinorUnits(line, location, screening.Request.Lines[line].Quantity) + charges.LocationMinorUnits(location) + charges.OrderMinorUnits)
            : null;
    }
}
