using System.Numerics;

namespace Dom.Core.Solving.Baselines;

/// <summary>
/// How far all locations lie from one order after the other. The chord between two points costs little beside their haversine and decides nearly every
/// zone; only next to a zone's border is the haversine itself asked, so that every answer is the one that <see cref="SourcingProblem.Kilometres"/> gives.
/// </summary>
internal sealed class OrderDistances
{
    private readonly SourcingProblem _problem;
    private readonly double[] _x;
    private readonly double[] _y;
    private readonly double[] _z;
    private readonly double[] _chords;
    private readonly ChordLimit[][] _limits;
    private readonly long[][] _zones;
    private readonly int[] _zonesOf;
    private ChordLimit _reach;
    private int _order = -1;

    /// <summary>Places the locations of a problem on the sphere.</summary>
    /// <param name="problem">The problem.</param>
    public OrderDistances(SourcingProblem problem)
    {
        _problem = problem;

        // Filled up to whole vectors; nobody asks for the places behind the last location.
        var size = problem.LocationCount + Vector<double>.Count;
        (_x, _y, _z, _chords) = (new double[size], new double[size], new double[size], new double[size]);
        for (var location = 0; location < problem.LocationCount; location++)
        {
            (_x[location], _y[location], _z[location]) = OnSphere(problem.Locations.Latitude[location], problem.Locations.Longitude[location]);
        }

        _limits = [.. problem.Modes.Select(mode => mode.ZoneKm.Select(ChordLimit.Of).ToArray())];
        _zones = [.. problem.Modes.Select(_ => new long[size])];
        _zonesOf = [.. problem.Modes.Select(_ => -1)];
    }

    /// <summary>Turns to an order.</summary>
    /// <param name="order">The order.</param>
    public void MoveTo(int order)
    {
        _order = order;
        _reach = ChordLimit.Of(_problem.Orders.MaxDistanceKm[order]);
        var (x, y, z) = OnSphere(_problem.Orders.Latitude[order], _problem.Orders.Longitude[order]);
        var quarter = new Vector<double>(0.25);
        for (var at = 0; at < _problem.LocationCount; at += Vector<double>.Count)
        {
            var (east, north, up) = (new Vector<double>(_x, at) - new Vector<double>(x), new Vector<double>(_y, at) - new Vector<double>(y), new Vector<double>(_z, at) - new Vector<double>(z));
            (((east * east) + (north * north) + (up * up)) * quarter).CopyTo(_chords, at);
        }
    }

    /// <summary>A quarter of the chord's square, on the unit sphere: it ascends with the distance, but for rounding.</summary>
    /// <param name="location">The location.</param>
    public double ChordTo(int location) => _chords[location];

    /// <summary>The distance to a location in kilometres.</summary>
    /// <param name="location">The location.</param>
    public double Kilometres(int location) => _problem.Kilometres(location, _order);

    /// <summary>Whether a location lies within the order's greatest distance.</summary>
    /// <param name="location">The location.</param>
    public bool IsWithinReach(int location) => IsNotBeyond(location, in _reach);

    /// <summary>The zone of a location by a mode; -1 beyond the last.</summary>
    /// <param name="mode">The mode.</param>
    /// <param name="location">The location.</param>
    public int Zone(int mode, int location)
    {
        var zone = (int)Zones(mode)[location];
        return zone < _limits[mode].Length ? zone : -1;
    }

    /// <summary>The zones of all locations by a mode; the number of zones beyond the last.</summary>
    /// <param name="mode">The mode.</param>
    public ReadOnlySpan<long> Zones(int mode)
    {
        if (_zonesOf[mode] != _order)
        {
            _zonesOf[mode] = _order;
            FindZones(_limits[mode], _zones[mode]);
        }

        return _zones[mode].AsSpan(0, _problem.LocationCount);
    }

    private void FindZones(ChordLimit[] limits, long[] zones)
    {
        for (var at = 0; at < _problem.LocationCount; at += Vector<double>.Count)
        {
            // Comparing sets every bit of a lane, which is -1: a zone is the number of limits that lie nearer.
            var chords = new Vector<double>(_chords, at);
            var (least, most) = (Vector<long>.Zero, Vector<long>.Zero);
            foreach (ref readonly var limit in limits.AsSpan())
            {
                least -= Vector.GreaterThan(chords, new Vector<double>(limit.SurelyNotBeyond));
                most -= Vector.GreaterThanOrEqual(chords, new Vector<double>(limit.SurelyWithin));
            }

            least.CopyTo(zones, at);
            if (least != most)
            {
                FindZonesOneByOne(limits, zones, at, Math.Min(at + Vector<double>.Count, _problem.LocationCount));
            }
        }
    }

    private void FindZonesOneByOne(ChordLimit[] limits, long[] zones, int start, int end)
    {
        for (var location = start; location < end; location++)
        {
            var zone = 0;
            while (zone < limits.Length && !IsNotBeyond(location, in limits[zone]))
            {
                zone++;
            }

            zones[location] = zone;
        }
    }

    private bool IsNotBeyond(int location, in ChordLimit limit) =>
        _chords[location] < limit.SurelyWithin || (_chords[location] <= limit.SurelyNotBeyond && Kilometres(location) <= limit.Kilometres);

    private static (double X, double Y, double Z) OnSphere(double latitude, double longitude)
    {
        var (phi, lambda) = (double.DegreesToRadians(latitude), double.DegreesToRadians(longitude));
        return (Math.Cos(phi) * Math.Cos(lambda), Math.Cos(phi) * Math.Sin(lambda), Math.Sin(phi));
    }
}
