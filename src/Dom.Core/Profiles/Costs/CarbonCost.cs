namespace Dom.Core.Profiles.Costs;

/// <summary>What a parcel emits, as a figure that every decision reports, and as a cost where it has a price.</summary>
public sealed record CarbonCost
{
    /// <summary>Emission of each parcel, grams of CO2 equivalent, 0 or more.</summary>
    public long ParcelGrams { get; init; }

    /// <summary>Emission for each kilometre that a parcel goes, in milligrams for each kilogram of it, 0 or more.</summary>
    public long MilligramsPerKgKm { get; init; }

    /// <summary>What a tonne of CO2 equivalent costs, minor units, 0 or more. Default 0: reported, not priced.</summary>
    public long TonneMinorUnits { get; init; }
}
