namespace Dom.Core.Solving;

/// <summary>Great-circle distances on a sphere, as doubles: every part of the solver and its checks takes a zone from the same number.</summary>
public static class Haversine
{
    /// <summary>The IUGG mean radius of the Earth, in kilometres (Moritz 2000).</summary>
    public const double EarthRadiusKm = 6371.0088;

    /// <summary>The distance between two points, in kilometres.</summary>
    /// <param name="latitude1">Latitude of one, degrees.</param>
    /// <param name="longitude1">Longitude of one, degrees.</param>
    /// <param name="latitude2">Latitude of the other, degrees.</param>
    /// <param name="longitude2">Longitude of the other, degrees.</param>
    /// <remarks>Source: R. W. Sinnott, "Virtues of the Haversine", Sky and Telescope 68 (1984), p. 159.</remarks>
    public static double Kilometres(double latitude1, double longitude1, double latitude2, double longitude2)
    {
        var latitude = Math.Sin(double.DegreesToRadians(latitude2 - latitude1) / 2);
        var longitude = Math.Sin(double.DegreesToRadians(longitude2 - longitude1) / 2);
        var haversine = (latitude * latitude)
            + (Math.Cos(double.DegreesToRadians(latitude1)) * Math.Cos(double.DegreesToRadians(latitude2)) * longitude * longitude);

        // Rounding can carry the haversine of antipodes beyond 1, where the arc sine has no value.
        return 2 * EarthRadiusKm * Math.Asin(Math.Sqrt(Math.Min(1, haversine)));
    }
}
