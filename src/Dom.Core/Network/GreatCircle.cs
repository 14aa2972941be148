namespace Dom.Core.Network;

/// <summary>Distances on the surface of the Earth, taken as a sphere.</summary>
public static class GreatCircle
{
    // IUGG mean radius (Moritz 2000). The sphere's error against WGS 84 stays below 0.6 %.
    private const double EarthRadiusMetres = 6_371_008.8;

    /// <summary>The distance between two points, in whole metres, 0 to 20,015,114.</summary>
    /// <param name="from">One point.</param>
    /// <param name="to">The other.</param>
    /// <remarks>Source: haversine formula, R. W. Sinnott, "Virtues of the Haversine", Sky and Telescope 68 (1984), p. 159.</remarks>
    public static int Metres(GeoPoint from, GeoPoint to)
    {
        var latitude = Math.Sin(double.DegreesToRadians(to.Latitude - from.Latitude) / 2);
        var longitude = Math.Sin(double.DegreesToRadians(to.Longitude - from.Longitude) / 2);
        var haversine = (latitude * latitude)
            + (Math.Cos(double.DegreesToRadians(from.Latitude)) * Math.Cos(double.DegreesToRadians(to.Latitude)) * longitude * longitude);

        // Rounding can carry the haversine of antipodes beyond 1, where the arc sine has no value.
        return (int)Math.Round(2 * EarthRadiusMetres * Math.Asin(Math.Sqrt(Math.Min(1, haversine))));
    }
}
