using Dom.Core.Network;

namespace Dom.Core.Solving.Generation;

/// <summary>
/// Distances on a plane that touches the Earth half-way between two points: good to a thousandth over some hundred kilometres, and made of additions and
/// multiplications alone, which give the same on every machine; sines need not.
/// </summary>
internal static class PlaneDistance
{
    private const double KilometresPerDegree = 111.195_08;
    private const double RadiansPerDegree = 0.017_453_292_519_943_295;

    /// <summary>The square of a distance, km².</summary>
    /// <param name="one">A point, in units of <see cref="CentroidTable"/>.</param>
    /// <param name="other">Another.</param>
    public static double SquareKm((int Latitude, int Longitude) one, (int Latitude, int Longitude) other)
    {
        var north = (one.Latitude - other.Latitude) / CentroidTable.UnitsPerDegree * KilometresPerDegree;
        var middle = (one.Latitude + other.Latitude) / 2.0 / CentroidTable.UnitsPerDegree;
        var east = (one.Longitude - other.Longitude) / CentroidTable.UnitsPerDegree * KilometresPerDegree * Cosine(middle * RadiansPerDegree);
        return (north * north) + (east * east);
    }

    // Taylor's series up to the tenth power; the rest is below 1e-9 up to 50 degrees.
    private static double Cosine(double angle)
    {
        var square = angle * angle;
        return 1 - (square / 2 * (1 - (square / 12 * (1 - (square / 30 * (1 - (square / 56 * (1 - (square / 90)))))))));
    }
}
