using Dom.Core.Network;

namespace Dom.Core.Solving.Pools;

/// <summary>The rates of one mode in price units, and its zones as chords of the unit sphere.</summary>
internal sealed class ModeTables
{
    /// <summary>Zones that two vectors of rates hold; a mode with more is looked up one location at a time.</summary>
    public const int MaxVectorZones = 16;

    private const int MostRings = 16;

    // Coordinates on the unit sphere are floats: a chord is off by less than this, 6 metres. What lies closer to a limit is measured exactly.
    private const double ChordTolerance = 1e-6;

    /// <summary>Makes the tables of a mode.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="mode">The mode.</param>
    /// <param name="scale">Price units in a minor unit.</param>
    /// <param name="words">Words of 64 locations.</param>
    public ModeTables(SourcingProblem problem, int mode, int scale, int words)
    {
        Source = problem.Modes[mode];
        Limits = [.. Source.ZoneKm.Select(Squares)];
        IsBounded = !double.IsPositiveInfinity(Source.ZoneKm[^1]);
        Supporting = new ulong[words];
        for (var location = 0; location < problem.LocationCount; location++)
        {
            Supporting[location >> 6] |= ((problem.Locations.Modes[location] >> mode) & 1) << (location & 63);
        }

        var zones = Source.ZoneKm.Length;
        ZonesPerRing = (zones + MostRings - 1) / MostRings;
        Rings = (zones + ZonesPerRing - 1) / ZonesPerRing;
        RateByBand = new int[Source.BandGrams.Length][];
        for (var band = 0; band < RateByBand.Length; band++)
        {
            RateByBand[band] = new int[Math.Max(MaxVectorZones, zones + 1)];
            for (var zone = 0; zone < zones; zone++)
            {
                RateByBand[band][zone] = Source.Cost[(zone * Source.BandGrams.Length) + band] * scale;
            }
        }

        LeastRateByBand = [.. RateByBand.Select(rates => Enumerable.Range(0, Rings)
            .Select(ring => rates.AsSpan()[(ring * ZonesPerRing)..Math.Min(zones, (ring + 1) * ZonesPerRing)].ToArray().Min()).ToArray())];
    }

    /// <summary>The mode as the problem gives it.</summary>
    public ModeRates Source { get; }

    /// <summary>The squared chords just below and just above the limit of each zone.</summary>
    public (float Below, float Above)[] Limits { get; }

    /// <summary>Whether a parcel can be too far for the last zone.</summary>
    public bool IsBounded { get; }

    /// <summary>The locations that support the mode, as bits.</summary>
    public ulong[] Supporting { get; }

    /// <summary>For each weight band the rate by zone, price units, padded with zeros.</summary>
    public int[][] RateByBand { get; }

    /// <summary>Zones that are looked at together when the cheapest locations are sought.</summary>
    public int ZonesPerRing { get; }

    /// <summary>How many times that many zones there are, rounded up.</summary>
    public int Rings { get; }

    /// <summary>For each weight band the least rate by ring, price units.</summary>
    public int[][] LeastRateByBand { get; }

    /// <summary>The squared chords just below and just above a distance.</summary>
    /// <param name="kilometres">The distance.</param>
    public static (float Below, float Above) Squares(double kilometres)
    {
        var half = kilometres / (2 * GreatCircle.EarthRadiusKm);
        if (half >= Math.PI / 2)
        {
            return (float.PositiveInfinity, float.PositiveInfinity);
        }

        var chord = 2 * Math.Sin(half);
        var below = Math.Max(0, chord - ChordTolerance);
        return ((float)(below * below), (float)((chord + ChordTolerance) * (chord + ChordTolerance)));
    }
}
