using Dom.Core.Network;

namespace Dom.Core.Solving.Pools;

/// <summary>
/// A problem's costs in price units, and its locations as vectors on the unit sphere, padded to whole words of 64 locations so that the
/// scan of an order reads them without a remainder.
/// </summary>
internal sealed class CostTables
{
    private const int MostPriceUnits = 256;
    private const long CostLimit = 1L << 30;

    /// <summary>Makes the tables.</summary>
    /// <param name="problem">The problem.</param>
    /// <exception cref="ArgumentException">An order could cost 2^30 minor units or more.</exception>
    public CostTables(SourcingProblem problem)
    {
        var words = (problem.LocationCount + 63) / 64;
        Padded = words * 64;
        UnitsPerMinorUnit = Scale(problem);
        var locations = problem.Locations;
        ParcelCost = Scaled(locations.ParcelCost);
        UnitCost = Scaled(locations.UnitCost);
        UnfilledUnitCost = problem.UnfilledUnitCost * UnitsPerMinorUnit;
        (X, Y, Z) = (new float[Padded], new float[Padded], new float[Padded]);
        Open = new ulong[words];
        for (var location = 0; location < problem.LocationCount; location++)
        {
            var (x, y, z) = OnSphere(locations.Latitude[location], locations.Longitude[location]);
            (X[location], Y[location], Z[location]) = ((float)x, (float)y, (float)z);
            Open[location >> 6] |= locations.MaxOrders[location] > 0 ? 1UL << (location & 63) : 0;
        }

        Classes = new(this, problem.LocationCount);
        Modes = [.. Enumerable.Range(0, problem.Modes.Length).Select(mode => new ModeTables(problem, mode, UnitsPerMinorUnit, words))];
    }

    /// <summary>Price units in a minor unit: a power of two, 1 to 256, less where orders are dear.</summary>
    public int UnitsPerMinorUnit { get; }

    /// <summary>Locations, rounded up to a multiple of 64.</summary>
    public int Padded { get; }

    /// <summary>What a parcel from each location costs besides its rate, price units.</summary>
    public int[] ParcelCost { get; }

    /// <summary>What a unit from each location costs, price units.</summary>
    public int[] UnitCost { get; }

    /// <summary>What a unit left unassigned costs, price units.</summary>
    public int UnfilledUnitCost { get; }

    /// <summary>First coordinate of each location on the unit sphere.</summary>
    public float[] X { get; }

    /// <summary>Second coordinate.</summary>
    public float[] Y { get; }

    /// <summary>Third coordinate.</summary>
    public float[] Z { get; }

    /// <summary>The locations that may take an order at all, as bits.</summary>
    public ulong[] Open { get; }

    /// <summary>The locations by what they cost.</summary>
    public CostClasses Classes { get; }

    /// <summary>The modes.</summary>
    public ModeTables[] Modes { get; }

    /// <summary>A point on the unit sphere.</summary>
    /// <param name="latitude">Degrees.</param>
    /// <param name="longitude">Degrees.</param>
    public static (double X, double Y, double Z) OnSphere(double latitude, double longitude)
    {
        var (sin, cos) = Math.SinCos(double.DegreesToRadians(latitude));
        var (east, ahead) = Math.SinCos(double.DegreesToRadians(longitude));
        return (cos * ahead, cos * east, sin);
    }

    // Sums of an order's costs, and one more of them, must fit 32 bits.
    private static int Scale(SourcingProblem problem)
    {
        var unit = Math.Max(problem.UnfilledUnitCost, problem.Locations.UnitCost.DefaultIfEmpty().Max());
        var parcel = problem.Locations.ParcelCost.DefaultIfEmpty().Max();
        var dearest = problem.Modes.Select(mode => parcel + mode.Cost.Max() + mode.DistanceCost(Math.PI * GreatCircle.EarthRadiusKm)).ToArray();
        var most = 1L;
        for (var order = 0; order < problem.OrderCount; order++)
        {
            var cost = 0L;
            for (var line = problem.Orders.LineStart[order]; line < problem.Orders.LineStart[order + 1]; line++)
            {
                cost += ((long)problem.Lines.Quantity[line] * unit) + dearest[problem.Lines.Mode[line]] + DearestCandidate(problem, line);
            }

            if (cost >= CostLimit)
            {
                throw new ArgumentException(
                    $"Order '{problem.Orders.Ids[order]}' could cost {cost} minor units; allowed is less than {CostLimit}.", nameof(problem));
            }

            most = Math.Max(most, cost);
        }

        var scale = MostPriceUnits;
        while (scale > 1 && most * scale >= CostLimit)
        {
            scale /= 2;
        }

        return scale;
    }

    private static long DearestCandidate(SourcingProblem problem, int line) => problem.Candidates is { } candidates
        ? candidates.Cost.AsSpan()[candidates.LineStart[line]..candidates.LineStart[line + 1]].ToArray().DefaultIfEmpty().Max()
        : 0;

    private int[] Scaled(int[] costs)
    {
        var scaled = new int[Padded];
        for (var at = 0; at < costs.Length; at++)
        {
            scaled[at] = costs[at] * UnitsPerMinorUnit;
        }

        return scaled;
    }
}
