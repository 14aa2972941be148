using Dom.Core.Network;

namespace Dom.Core.Solving.Generation;

/// <summary>Where people live: the centroids of the postal codes of the contiguous United States, each weighing as many codes as lie within 15 km.</summary>
internal sealed class Geography
{
    private const int NearKm = 15;
    private const int WestOf = -100_0000;
    private readonly (int Latitude, int Longitude)[] _points;
    private readonly WeightedChoice _choice;

    private Geography((int Latitude, int Longitude)[] points)
    {
        _points = points;
        _choice = new WeightedChoice([.. Enumerable.Range(0, points.Length).Select(point => (long)Within(points[point], NearKm).Count())]);
    }

    /// <summary>Loads the centroids.</summary>
    public static Geography Load()
    {
        var table = CentroidTable.Load("us");
        return new Geography([.. table.Points.Where(IsContiguous).Order()]);
    }

    /// <summary>A place as degrees.</summary>
    /// <param name="place">Its number.</param>
    public (double Latitude, double Longitude) Degrees(int place) =>
        (_points[place].Latitude / CentroidTable.UnitsPerDegree, _points[place].Longitude / CentroidTable.UnitsPerDegree);

    /// <summary>Draws a place by its weight.</summary>
    /// <param name="random">Where chance comes from.</param>
    public int Draw(RandomStream random) => _choice.Draw(random);

    /// <summary>Draws a place in the west by its weight.</summary>
    /// <param name="random">Where chance comes from.</param>
    public int DrawWest(RandomStream random)
    {
        var place = Draw(random);
        while (_points[place].Longitude > WestOf)
        {
            place = Draw(random);
        }

        return place;
    }

    /// <summary>The places around a place, itself among them.</summary>
    /// <param name="place">The place.</param>
    /// <param name="kilometres">How far.</param>
    public IEnumerable<int> Around(int place, int kilometres) => Within(_points[place], kilometres);

    /// <summary>The square of the distance of two places, km².</summary>
    /// <param name="one">One.</param>
    /// <param name="other">The other.</param>
    public double SquareKm(int one, int other) => PlaneDistance.SquareKm(_points[one], _points[other]);

    private static bool IsContiguous((int Latitude, int Longitude) point) =>
        point.Latitude is > 24_0000 and < 50_0000 && point.Longitude is > -125_0000 and < -66_0000;

    private IEnumerable<int> Within((int Latitude, int Longitude) centre, int kilometres)
    {
        // Points are sorted by latitude, of which a degree is 111.2 km: those beyond 1/111 of the distance are too far.
        var reach = (int)(kilometres * CentroidTable.UnitsPerDegree / 111);
        var first = Array.BinarySearch(_points, (centre.Latitude - reach, int.MinValue));
        for (var point = ~first; point < _points.Length && _points[point].Latitude <= centre.Latitude + reach; point++)
        {
            if (PlaneDistance.SquareKm(centre, _points[point]) <= kilometres * kilometres)
            {
                yield return point;
            }
        }
    }
}
