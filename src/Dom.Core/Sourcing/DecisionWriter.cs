using System.Collections.Immutable;
using Dom.Core.Sourcing.Costs;
using Dom.Core.Sourcing.Search;

namespace Dom.Core.Sourcing;

/// <summary>Writes the record of a decision: the sentences and terms that the search did without.</summary>
internal static class DecisionWriter
{
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
        var candidates = new CandidateWriter(screening, charges, terms, plan, unpriced);
        for (var index = 0; index < request.Lines.Length; index++)
        {
            var line = request.Lines[index];
            lines.Add(candidates.Write(index) with { Fallen = fallen[index] });
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

    /// <summary>What a plan takes from each location that it uses, ascending by location: units of each line.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="lines">How many lines the request has.</param>
    public static List<(int Location, int[] UnitsOfLine)> Parts(FoundPlan plan, int lines)
    {
        var parts = new SortedDictionary<int, int[]>();
        foreach (var part in plan.Parts)
        {
            parts.TryAdd(part.Location, new int[lines]);
            parts[part.Location][part.Line] += part.Units;
        }

        return [.. parts.Select(part => (part.Key, part.Value))];
    }
}
