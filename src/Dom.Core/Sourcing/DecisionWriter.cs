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
        var (terms, parts, fallen) = (new CostTerms(screening, charges), Parts(plan, request.Lines.Length), FallenRules.Of(screening, plan.Parts));
        for (var index = 0; index < request.Lines.Length; index++)
        {
            var line = request.Lines[index];
            lines.Add(new LineDecision(line.LineId, Candidates(screening, charges, terms, index, (plan, unpriced))) { Fallen = fallen[index] });
            foreach (var part in plan.Of(index))
            {
                assignments.Add(new Assignment(line.LineId, line.Sku, screening.Locations[part.Location].LocationId, line.Mode, part.Units));
            }

            if (line.Quantity - plan.AssignedUnits(index) is > 0 and var left)
            {
                var (reason, sentence) = UnassignedReasons.Of(screening, plan, index);
                unassigned.Add(new UnassignedLine(line.LineId, left, reason, sentence));
            }
        }

        var cost = terms.OfPlan(parts);
        return new SourcingDecision
        {
            OrderId = request.OrderId,
            Attempt = request.Attempt,
            At = request.At,
            ProfileId = request.Profile.ProfileId,
            ProfileVersion = request.Profile.Version,
            Assignments = assignments.DrainToImmutable(),
            Unassigned = unassigned.DrainToImmutable(),
            Cost = cost,
            Parcels = ParcelRecords.Of(screening, charges, parts),
            Lines = lines.MoveToImmutable(),
            Scarcity = charges.Scarcity?.ToUse(!plan.Parts.AsSpan().SequenceEqual(unpriced.Parts)),

            // A line that comes to a location in two passes is charged once and was weighed twice: the bound is not let above the cost.
            Search = new SearchSummary(plan.Method, plan.IsProvenBest, plan.States, Math.Min(plan.LowerBoundMinorUnits, cost.TotalMinorUnits)),
        };
    }

    private static List<(int Location, int[] UnitsOfLine)> Parts(FoundPlan plan, int lines)
    {
        var parts = new SortedDictionary<int, int[]>();
        foreach (var part in plan.Parts)
        {
            parts.TryAdd(part.Location, new int[lines]);
            parts[part.Location][part.Line] += part.Units;
        }

        return [.. parts.Select(part => (part.Key, part.Value))];
    }

    private static ImmutableArray<CandidateRecord> Candidates(
        Screening screening, Charges charges, CostTerms terms, int line, (FoundPlan Priced, FoundPlan Unpriced) plans)
    {
        // Those chosen, then what is possible by cost, distance and id, then what is excluded by id.
        var costs = new long?[screening.Locations.Length];
        var order = new (long Cost, int Metres)[costs.Length];
        var locations = new int[costs.Length];
        var units = new int[screening.Request.Lines.Length];
        units[line] = screening.Request.Lines[line].Quantity;
        for (var location = 0; location < order.Length; location++)
        {
            costs[location] = screening.ExcludedBy(line, location) is null ? CostAlone(screening, charges, line, location, units) : null;
            locations[location] = location;
            order[location] = plans.Priced.UnitsAt(line, location) > 0 ? (-1, 0)
                : costs[location] is { } cost ? (cost, screening.Metres(screening.WayOfLine[line], location))
                : (long.MaxValue, 0);
        }

        Array.Sort(locations, (one, other) => (order[one], one).CompareTo((order[other], other)));
        var records = ImmutableArray.CreateBuilder<CandidateRecord>(locations.Length);
        foreach (var location in locations)
        {
            var isChosenWithoutPrices = plans.Unpriced.UnitsAt(line, location) > 0;
            var record = Record(screening, line, location);
            records.Add(record with
            {
                Exclusion = record.Exclusion ?? (costs[location] is null ? terms.Refusal(screening.WayOfLine[line], location, units) : null),
                Cost = costs[location] is null ? null : terms.OfOneLocation(location, units, records.Count < ExplainedCandidates || isChosenWithoutPrices),
                IsChosen = plans.Priced.UnitsAt(line, location) > 0,
                IsChosenWithoutPrices = isChosenWithoutPrices,
            });
        }

        return records.MoveToImmutable();
    }

    private static CandidateRecord Record(Screening screening, int line, int location)
    {
        var metres = screening.MetresOnGround(screening.WayOfLine[line], location);
        return new CandidateRecord
        {
            LocationId = screening.Locations[location].LocationId,
            DistanceKm = metres < 0 ? null : Math.Round(metres / 1000.0, 1, MidpointRounding.AwayFromZero),
            Exclusion = screening.ExcludedBy(line, location)?.Justify(screening.Candidate(line, location)),
        };
    }

    // None where no tariff takes the parcel.
    private static long? CostAlone(Screening screening, Charges charges, int line, int location, int[] units)
    {
        var parcel = screening.WayOfLine[line] is not Screening.Nowhere and var way ? charges.ParcelMinorUnits(way, location, charges.Contents(way, units)) : 0;
        return parcel is null ? null : checked(parcel.Value + charges.LineMinorUnits(line, location, units[line]) + charges.LocationMinorUnits(location) + charges.OrderMinorUnits);
    }
}
