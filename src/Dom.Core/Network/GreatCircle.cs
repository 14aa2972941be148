namespace Dom.Core.Network;

/// <summary>Distances on the surface of the Earth, taken as a sphere.</summary>
/// <remarks>Source: haversine formula, R. W. Sinnott, "Virtues of the Haversine", Sky and Telescope 68 (1984), p. 159.</remarks>
public static class GreatCircle
{
    /// <summary>The IUGG mean radius of the Earth, in kilometres (Moritz 2000). The sphere's error against WGS 84 stays below 0.6 %.</summary>
    public const double EarthRadiusKm = 6371.0088;

    private const double EarthRadiusMetres = 6_371_008.8;

    /// <summary>The distance between two points, in whole metres, 0 to 20,015,114.</summary>
    /// <param name="from">One point.</param>
    /// <param name="to">The other.</param>
    public static int Metres(GeoPoint from, GeoPoint to) =>
        (int)Math.Round(2 * EarthRadiusMetres * HalfAngle(from.Latitude, from.Longitude, to.Latitude, to.Longitude));

    /// <summary>The distances between many points and one, in whole metres; the same as one by one.</summary>
    /// <param name="from">The many.</param>
    /// <param name="cosines">The cosine of the latitude of each of them.</param>
    /// <param name="to">The one.</param>
    internal static int[] Metres(ReadOnlySpan<Location> from, ReadOnlySpan<double> cosines, GeoPoint to)
    {
        var (metres, cosine) = (new int[from.Length], Cosine(to.Latitude));
        for (var at = 0; at < metres.Length; at++)
        {
            var position = from[at].Position;
            metres[at] = (int)Math.Round(2 * EarthRadiusMetres * HalfAngle(position.Latitude, position.Longitude, cosines[at], to.Latitude, to.Longitude, cosine));
        }

        return metres;
    }

    /// <summary>The cosine of a latitude.</summary>
    /// <param name="latitude">The latitude, degrees.</param>
    internal static double Cosine(double latitude) => Math.Cos(double.DegreesToRadians(latitude));

    /// <summary>The distance between two points, in kilometres.</summary>
    /// <param name="latitude1">Latitude of one, degrees.</param>
    /// <param name="longitude1">Longitude of one, degrees.</param>
    /// <param name="latitude2">Latitude of the other, degrees.</param>
    /// <param name="longitude2">Longitude of the other, degrees.</param>
    public static double Kilometres(double latitude1, double longitude1, double latitude2, double longitude2) =>
        2 * EarthRadiusKm * HalfAngle(latitude1, longitude1, latitude2, longitude2);

    private static double HalfAngle(double latitude1, double longitude1, double latitude2, double longitude2) =>
        HalfAngle(latitude1, longitude1, Cosine(latitude1), latitude2, longitude2, Cosine(latitude2));

    private static double HalfAngle(double latitude1, double longitude1, double cosine1, double latitude2, double longitude2, double cosine2)
    {
        var latitude = Math.Sin(double.DegreesToRadians(latitude2 - latitude1) / 2);
        var longitude = Math.Sin(double.DegreesToRadians(longitude2 - longitude1) / 2);
        var haversine = (latitude * latitude)
            + (cosine1 * cosine2 * longitude * longitude);

        // Rounding can carry the haversine of antipodes beyond 1, where the arc sine has no value.
        return Math.Asin(Math.Sqrt(Math.Min(1, haversine)));
    }
}
