namespace Dom.Core.Solving;

/// <summary>A delivery mode and what its parcels cost: a grid of zones by distance and bands by weight, and a rate per distance.</summary>
public sealed class ModeRates
{
    private const long MetresPer100Km = 100_000;

    /// <summary>The mode's name.</summary>
    public required string Name { get; init; }

    /// <summary>The farthest distance of each zone, kilometres, ascending; infinity as the last for no limit. At least one.</summary>
    public required double[] ZoneKm { get; init; }

    /// <summary>The greatest weight of each band, grams, ascending; <see cref="long.MaxValue"/> as the last for no limit. At least one.</summary>
    public required long[] BandGrams { get; init; }

    /// <summary>Cost of a parcel at index zone × bands + band, 0 or more; neither distance nor weight need make it dearer.</summary>
    public required int[] Cost { get; init; }

    /// <summary>What 100 km cost besides, 0 or more, charged by the metre, half a minor unit rounded up.</summary>
    public int CostPer100Km { get; init; }

    /// <summary>The zone of a distance; -1 beyond the last one.</summary>
    /// <param name="kilometres">The distance.</param>
    public int Zone(double kilometres)
    {
        var zone = 0;
        while (zone < ZoneKm.Length && kilometres > ZoneKm[zone])
        {
            zone++;
        }

        return zone < ZoneKm.Length ? zone : -1;
    }

    /// <summary>The band of a weight; -1 beyond the last one.</summary>
    /// <param name="grams">The weight.</param>
    public int Band(long grams)
    {
        var band = 0;
        while (band < BandGrams.Length && grams > BandGrams[band])
        {
            band++;
        }

        return band < BandGrams.Length ? band : -1;
    }

    /// <summary>What a distance costs besides the grid.</summary>
    /// <param name="kilometres">The distance.</param>
    public long DistanceCost(double kilometres) =>
        CostPer100Km == 0 ? 0 : (((long)Math.Round(kilometres * 1000) * CostPer100Km) + (MetresPer100Km / 2)) / MetresPer100Km;

    /// <summary>The rate of a parcel, or null where the grid has none.</summary>
    /// <param name="kilometres">Its distance.</param>
    /// <param name="grams">Its weight.</param>
    public long? Rate(double kilometres, long grams)
    {
        var (zone, band) = (Zone(kilometres), Band(grams));
        return zone < 0 || band < 0 ? null : Cost[(zone * BandGrams.Length) + band] + DistanceCost(kilometres);
    }
}
