using System.Collections.Immutable;
using Dom.Core.Network;
using Dom.Core.Orders;

namespace Dom.Core.Sourcing.WhatIf;

/// <summary>Finds what would have had to be otherwise for a location to get a line, by sourcing the order again with it otherwise.</summary>
public static class Counterfactuals
{
    // An order is sourced at most so many times over for the answers that its record brings along.
    private const int MostSourcings = 30;

    // A second or less of them.
    private const long MostStates = 2_000_000;

    /// <summary>The decision with what would have had to be otherwise for the location that comes closest to getting each line, and for the nearest that is excluded.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="decision">What was decided.</param>
    /// <returns>
    /// The decision as it is where another solver decided otherwise than the search does, or could: what the search would do says nothing about it.
    /// </returns>
    public static SourcingDecision AddTo(SourcingRequest request, SourcingDecision decision)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(decision);
        if (decision.Lines.All(line => Closest(line).IsEmpty))
        {
            return decision;
        }

        var budget = new SourcingBudget(MostSourcings, MostStates);
        var asked = budget.Source(request);
        return IsOf(decision, asked) && asked.IsSure
            ? decision with { Lines = [.. decision.Lines.Select(line => line with { Counterfactuals = Find(request, asked, line, budget) })] }
            : decision;
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
        if (!request.Lines.Any(line => line.LineId == lineId) || !request.Network.Any(location => location.LocationId == locationId))
        {
            throw new ArgumentException($"The request has no line '{lineId}' or its network no location '{locationId}'.", nameof(request));
        }

        var budget = new SourcingBudget(int.MaxValue, long.MaxValue);
        return new Trial(request, budget.Source(request), lineId, locationId, budget).Run();
    }

    private static ImmutableArray<Counterfactual> Find(SourcingRequest request, Sketch asked, LineDecision line, SourcingBudget budget) =>
    [
        .. Closest(line)
            .Select(candidate => budget.Left > 0 ? new Trial(request, asked, line.LineId, candidate.LocationId, budget).Run() : null)
            .OfType<Counterfactual>(),
    ];

    private static ImmutableArray<CandidateRecord> Closest(LineDecision line) =>
    [
        .. new[]
        {
            line.Candidates.FirstOrDefault(candidate => !candidate.IsChosen && candidate.Exclusion is null),
            line.Candidates.FirstOrDefault(candidate => candidate.Exclusion is not null),
        }.OfType<CandidateRecord>(),
    ];

    private static bool IsOf(SourcingDecision decision, Sketch sketch)
    {
        var (screening, parts) = (sketch.Sourced.Screening, sketch.Sourced.Plan.Parts);
        return decision.Assignments.Select(part => (part.LineId, part.LocationId, part.Quantity)).ToHashSet()
            .SetEquals(parts.Select(part => (screening.Request.Lines[part.Line].LineId, screening.Locations[part.Location].LocationId, part.Units)));
    }
}
