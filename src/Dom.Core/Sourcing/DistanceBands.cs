namespace Dom.Core.Sourcing;

/// <summary>Distances in bands, each up to a limit, in whole metres as distances are measured.</summary>
internal sealed class DistanceBands
{
    // Farther than anything on the Earth, and small enough for any arithmetic.
    private const double MostKm = 1_000_000;

    private readonly long[] _metres;

    /// <summary>Makes the bands.</summary>
    /// <param name="maxKm">Farthest distance of each, kilometres, ascending; none for no limit.</param>
    public DistanceBands(IEnumerable<double?> maxKm) => _metres = [.. maxKm.Select(Metres)];

    /// <summary>The band of a distance: a distance at a limit belongs below it. Negative beyond the last one.</summary>
    /// <param name="metres">The distance, 0 or more.</param>
    public int Find(int metres)
    {
        for (var band = 0; band < _metres.Length; band++)
        {
            if (metres <= _metres[band])
            {
                return band;
            }
        }

        return -1;
    }

    // By way of a decimal: 100.1 km are 100,100 m, which the product of two doubles falls short of.
    private static long Metres(double? km) => km is { } limit ? (long)((decimal)Math.Min(limit, MostKm) * 1000m) : long.MaxValue;
}
