using Dom.Core.Profiles;
using Dom.Core.Sourcing.Costs;

namespace Dom.Core.Sourcing.WhatIf;

/// <summary>What is decided of a request, without its record.</summary>
/// <param name="Sourced">The plan with what it was made from.</param>
internal sealed record Sketch(SourcedPlan Sourced)
{
    /// <summary>Sources a request.</summary>
    /// <param name="request">The request.</param>
    public static Sketch Of(SourcingRequest request) => new(Sourcing.Plan(request));

    /// <summary>Whether it is what is decided: where a plan might be bettered, an exact solver could choose otherwise.</summary>
    public bool IsSure => Sourced.Plan.IsProvenBest || Sourced.Screening.Request.Profile.Solver.Exact == ExactUse.Never;

    /// <summary>Units of a line that come from a location.</summary>
    /// <param name="line">Index of the line.</param>
    /// <param name="location">Index of the location.</param>
    public int UnitsAt(int line, int location) => Sourced.Plan.UnitsAt(line, location);

    /// <summary>What plans are compared by: cost, then locations, then metres of all parcels.</summary>
    public (long MinorUnits, int Locations, long Metres) Weight()
    {
        var screening = Sourced.Screening;
        var parts = DecisionWriter.Parts(Sourced.Plan, screening.Request.Lines.Length);
        var metres = parts.Sum(part => Enumerable.Range(0, part.UnitsOfLine.Length)
            .Where(line => part.UnitsOfLine[line] > 0).Select(line => screening.WayOfLine[line]).Distinct()
            .Sum(way => (long)Math.Max(0, screening.Metres(way, part.Location))));
        return (new CostTerms(screening, Sourced.Charges).OfPlan(parts).TotalMinorUnits, parts.Count, metres);
    }
}
