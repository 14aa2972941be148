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

    /// <summary>The distance between two points, in kilometres.</summary>
    /// <param name="latitude1">Latitude of one, degrees.</param>
    /// <param name="longitude1">Longitude of one, degrees.</param>
    /// <param name="latitude2">Latitude of the other, degrees.</param>
    /// <param name="longitude2">Longitude of the other, degrees.</param>
    public static double Kilometres(double latitude1, double longitude1, double latitude2, double longitude2) =>
        2 * EarthRadiusKm * HalfAngle(latitude1, longitude1, latitude2, longitude2);

    private static double HalfAngle(double latitude1, double longitude1, double latitude2, double longitude2)
    {
        var latitude = Math.Sin(double.DegreesToRadians(latitude2 - latitude1) / 2);
        var longitude = Math.Sin(double.DegreesToRadians(longitude2 - longitude1) / 2);
        var haversine = (latitude * latitude)
            + (Math.Cos(double.DegreesToRadians(latitude1)) * Math.Cos(double.DegreesToRadians(latitude2)) * longitude * longitude);

        // Rounding can carry the haversine of antipodes beyond 1, where the arc sine has no value.
        return Math.Asin(Math.Sqrt(Math.Min(1, haversine)));
    }
}
