using Dom.Core.Network;

namespace Dom.Core.Sourcing;

/// <summary>A location seen as a candidate for one line.</summary>
public sealed record CandidateRecord
{
    /// <summary>The location.</summary>
    public required LocationId LocationId { get; init; }

    /// <summary>Its distance from where the line goes, in kilometres, rounded to 0.1; none where the line is collected there or goes nowhere known.</summary>
    public double? DistanceKm { get; init; }

    /// <summary>Units of the line's SKU that it had to promise when the stock was read, what it keeps back included, 0 or more.</summary>
    public int Available { get; init; }

    /// <summary>What excluded it; none for a location that could fulfil the line.</summary>
    public Exclusion? Exclusion { get; init; }

    /// <summary>What this line alone, or as much of it as there is, would cost there; none for an excluded location.</summary>
    public CostBreakdown? Cost { get; init; }

    /// <summary>
    /// How much more this line alone would cost there than where the plan takes it from, minor units; below 0 where the order as a whole is better served so. None
    /// for an excluded location, and where the line comes from nowhere or from several.
    /// </summary>
    public long? DearerMinorUnits { get; init; }

    /// <summary>Whether the plan takes the line, or units of it, from here.</summary>
    public bool IsChosen { get; init; }

    /// <summary>Whether the plan would take the line, or units of it, from here if no scarcity prices were charged.</summary>
    public bool IsChosenWithoutPrices { get; init; }
}
