namespace Dom.Core.Solving.Baselines;

/// <summary>
/// How far the locations lie from one order after the other. The chord between two points costs a tenth of their haversine and decides nearly every
/// zone; only next to a zone's border is the haversine itself asked, so that every answer is the one that <see cref="SourcingProblem.Kilometres"/> gives.
/// </summary>
internal sealed class OrderDistances
{
    // Far above the rounding of either formula, relative to the chord's square and on its own, and far below any zone's width.
    private const double Relative = 1e-9;
    private const double Absolute = 1e-16;

    private readonly SourcingProblem _problem;
    private readonly double[] _x;
    private readonly double[] _y;
    private readonly double[] _z;
    private readonly double[][] _zoneChords;
    private double _reachChord;
    private int _order;
    private double _orderX;
    private double _orderY;
    private double _orderZ;

    /// <summary>Places the locations of a problem on the sphere.</summary>
    /// <param name="problem">The problem.</param>
    public OrderDistances(SourcingProblem problem)
    {
        _problem = problem;
        (_x, _y, _z) = (new double[problem.LocationCount], new double[problem.LocationCount], new double[problem.LocationCount]);
        for (var location = 0; location < problem.LocationCount; location++)
        {
            (_x[location], _y[location], _z[location]) = OnSphere(problem.Locations.Latitude[location], problem.Locations.Longitude[location]);
        }

        _zoneChords = [.. problem.Modes.Select(mode => mode.ZoneKm.Select(Chord).ToArray())];
    }

    /// <summary>Turns to an order.</summary>
    /// <param name="order">The order.</param>
    public void MoveTo(int order)
    {
        _order = order;
        (_orderX, _orderY, _orderZ) = OnSphere(_problem.Orders.Latitude[order], _problem.Orders.Longitude[order]);
        _reachChord = Chord(_problem.Orders.MaxDistanceKm[order]);
    }

    /// <summary>A quarter of the chord's square, on the unit sphere: it ascends with the distance, but for rounding.</summary>
    /// <param name="location">The location.</param>
    public double ChordTo(int location)
    {
        var (x, y, z) = (_x[location] - _orderX, _y[location] - _orderY, _z[location] - _orderZ);
        return ((x * x) + (y * y) + (z * z)) / 4;
    }

    /// <summary>The distance to a location in kilometres.</summary>
    /// <param name="location">The location.</param>
    public double Kilometres(int location) => _problem.Kilometres(location, _order);

    /// <summary>Whether a location lies within the order's greatest distance.</summary>
    /// <param name="location">The location.</param>
    /// <param name="chord">Its <see cref="ChordTo"/>.</param>
    public bool IsWithinReach(int location, double chord) =>
        IsNotBeyond(location, chord, _reachChord, _problem.Orders.MaxDistanceKm[_order]);

    /// <summary>The zone of a location by a mode; -1 beyond the last.</summary>
    /// <param name="mode">The mode.</param>
    /// <param name="location">The location.</param>
    /// <param name="chord">Its <see cref="ChordTo"/>.</param>
    public int Zone(int mode, int location, double chord)
    {
        var chords = _zoneChords[mode];
        for (var zone = 0; zone < chords.Length; zone++)
        {
            if (IsNotBeyond(location, chord, chords[zone], _problem.Modes[mode].ZoneKm[zone]))
            {
                return zone;
            }
        }

        return -1;
    }

    /// <summary>Whether the first of two locations may be nearer than the second, as their chords tell.</summary>
    /// <param name="chord">The chord of the first.</param>
    /// <param name="other">The chord of the second.</param>
    public static bool MayBeNearer(double chord, double other) => chord <= (other * (1 + Relative)) + Absolute;

    private bool IsNotBeyond(int location, double chord, double limitChord, double limitKm) =>
        chord < (limitChord * (1 - Relative)) - Absolute || (chord <= (limitChord * (1 + Relative)) + Absolute && Kilometres(location) <= limitKm);

    /// <summary>The quarter of the square of the chord of a distance; infinity for half the Earth's girth and more, which is no limit.</summary>
    private static double Chord(double kilometres)
    {
        var angle = kilometres / (2 * Haversine.EarthRadiusKm);
        if (angle >= Math.PI / 2)
        {
            return angle > 1.6 ? double.PositiveInfinity : 1;
        }

        var sine = Math.Sin(angle);
        return sine * sine;
    }

    private static (double X, double Y, double Z) OnSphere(double latitude, double longitude)
    {
        var (phi, lambda) = (double.DegreesToRadians(latitude), double.DegreesToRadians(longitude));
        return (Math.Cos(phi) * Math.Cos(lambda), Math.Cos(phi) * Math.Sin(lambda), Math.Sin(phi));
    }
}
