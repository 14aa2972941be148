namespace Dom.Core.Profiles;

/// <summary>What fulfilling costs, in integer minor units of one currency.</summary>
public sealed record CostFactors
{
    /// <summary>ISO 4217 code of the currency.</summary>
    public required string Currency { get; init; }

    /// <summary>Cost of each parcel: all that one location sends for one order by one mode. 0 or more.</summary>
    public long ParcelMinorUnits { get; init; }

    /// <summary>Cost of each parcel by distance, in minor units for 100 km. 0 or more.</summary>
    public long MinorUnitsPer100Km { get; init; }

    /// <summary>Cost of handling each unit. 0 or more.</summary>
    public long UnitMinorUnits { get; init; }

    /// <summary>What a unit left unassigned counts for in the choice. Default 1,000,000: filling comes before saving.</summary>
    public long UnassignedUnitMinorUnits { get; init; } = 1_000_000;
}
