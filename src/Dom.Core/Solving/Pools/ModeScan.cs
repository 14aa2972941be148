using System.Numerics;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Dom.Core.Solving.Pools;

/// <summary>One mode of the order that is scanned: the zone of every location. Scratch that the next order overwrites.</summary>
/// <param name="problem">The problem.</param>
/// <param name="tables">Its costs.</param>
internal sealed class ModeScan(SourcingProblem problem, CostTables tables)
{
    private readonly int[] _zone = new int[tables.Padded];
    private readonly int[] _distanceCost = new int[tables.Padded];
    private ulong[][] _ring = [];
    private bool[] _hasRing = [];
    private int _order;

    /// <summary>The mode.</summary>
    public int Mode { get; private set; }

    /// <summary>Its tables.</summary>
    public ModeTables Tables { get; private set; } = tables.Modes[0];

    /// <summary>The locations near enough, as bits.</summary>
    public ulong[] Near { get; } = new ulong[tables.Padded / 64];

    /// <summary>The zone of a location that is near enough.</summary>
    /// <param name="location">The location.</param>
    public int Zone(int location) => _zone[location];

    /// <summary>The locations in the zones of a ring, as bits; some of them may be too far by other limits.</summary>
    /// <param name="ring">The ring.</param>
    public ulong[] Ring(int ring)
    {
        if (!_hasRing[ring])
        {
            _hasRing[ring] = true;
            FillRing(_ring[ring], ring * Tables.ZonesPerRing, Math.Min(Tables.Limits.Length, (ring + 1) * Tables.ZonesPerRing) - 1);
        }

        return _ring[ring];
    }

    /// <summary>The zone of each location that is near enough.</summary>
    public int[] Zones => _zone;

    /// <summary>What the distance of each location costs besides the rate, price units; none where it costs nothing.</summary>
    public int[]? DistanceCosts => Tables.Source.CostPer100Km > 0 ? _distanceCost : null;

    /// <summary>What the distance of a location costs besides the rate, price units.</summary>
    /// <param name="location">The location.</param>
    public int DistanceCost(int location) => Tables.Source.CostPer100Km > 0 ? _distanceCost[location] : 0;

    /// <summary>Measures the order's distances.</summary>
    /// <param name="order">The order.</param>
    /// <param name="mode">The mode.</param>
    public void Load(int order, int mode)
    {
        (_order, Mode, Tables) = (order, mode, tables.Modes[mode]);
        Measure();
        ForgetRings();
        if (Tables.Source.CostPer100Km > 0)
        {
            for (var location = 0; location < problem.LocationCount; location++)
            {
                _distanceCost[location] = (int)Tables.Source.DistanceCost(problem.Kilometres(location, order)) * tables.UnitsPerMinorUnit;
            }
        }
    }

    /// <summary>Adds what a parcel costs from each location.</summary>
    /// <param name="cost">Where it is added, price units.</param>
    /// <param name="parcelCost">What a parcel costs besides its rate.</param>
    /// <param name="band">The parcel's weight band.</param>
    public void AddTo(int[] cost, int[] parcelCost, int band)
    {
        var rates = Tables.RateByBand[band];
        if (Tables.Limits.Length < Vector256<int>.Count && Avx2.IsSupported)
        {
            var table = Vector256.LoadUnsafe(ref rates[0]);
            for (var at = 0; at < cost.Length; at += Vector256<int>.Count)
            {
                var rate = Avx2.PermuteVar8x32(table, Vector256.LoadUnsafe(ref _zone[at]));
                (Vector256.LoadUnsafe(ref cost[at]) + Vector256.LoadUnsafe(ref parcelCost[at]) + rate).StoreUnsafe(ref cost[at]);
            }
        }
        else if (Tables.Limits.Length < ModeTables.MaxVectorZones && Avx2.IsSupported)
        {
            var (low, high) = (Vector256.LoadUnsafe(ref rates[0]), Vector256.LoadUnsafe(ref rates[8]));
            for (var at = 0; at < cost.Length; at += Vector256<int>.Count)
            {
                var zone = Vector256.LoadUnsafe(ref _zone[at]);
                var isHigh = Vector256.GreaterThan(zone, Vector256.Create(7));
                var rate = Vector256.ConditionalSelect(isHigh, Avx2.PermuteVar8x32(high, zone), Avx2.PermuteVar8x32(low, zone));
                (Vector256.LoadUnsafe(ref cost[at]) + Vector256.LoadUnsafe(ref parcelCost[at]) + rate).StoreUnsafe(ref cost[at]);
            }
        }
        else
        {
            for (var at = 0; at < cost.Length; at++)
            {
                cost[at] += parcelCost[at] + rates[_zone[at]];
            }
        }

        for (var at = 0; Tables.Source.CostPer100Km > 0 && at < cost.Length; at++)
        {
            cost[at] += _distanceCost[at];
        }
    }

    private void ForgetRings()
    {
        if (_ring.Length < Tables.Rings)
        {
            _ring = [.. Enumerable.Range(0, Tables.Rings).Select(_ => new ulong[Near.Length])];
            _hasRing = new bool[Tables.Rings];
        }

        Array.Clear(_hasRing);
    }

    private void FillRing(ulong[] ring, int first, int last)
    {
        var (below, above) = (Vector256.Create(first - 1), Vector256.Create(last + 1));
        for (var word = 0; word < ring.Length; word++)
        {
            var bits = 0UL;
            for (var part = 0; part < 64; part += Vector256<int>.Count)
            {
                var zone = Vector256.LoadUnsafe(ref _zone[(word * 64) + part]);
                bits |= (ulong)(Vector256.GreaterThan(zone, below) & Vector256.LessThan(zone, above)).ExtractMostSignificantBits() << part;
            }

            ring[word] = bits;
        }
    }

    private void Measure()
    {
        var (x, y, z) = CostTables.OnSphere(problem.Orders.Latitude[_order], problem.Orders.Longitude[_order]);
        var (vx, vy, vz) = (Vector256.Create((float)x), Vector256.Create((float)y), Vector256.Create((float)z));
        var limits = Tables.Limits;
        var last = Tables.IsBounded ? limits.Length : limits.Length - 1;
        var maxKm = problem.Orders.MaxDistanceKm[_order];
        var (nearBelow, nearAbove) = ModeTables.Squares(maxKm);
        var beyond = Vector256.Create(limits.Length);
        for (var word = 0; word < Near.Length; word++)
        {
            var near = 0UL;
            var unsure = 0UL;
            for (var part = 0; part < 64; part += Vector256<int>.Count)
            {
                var at = (word * 64) + part;
                var dx = Vector256.LoadUnsafe(ref tables.X[at]) - vx;
                var dy = Vector256.LoadUnsafe(ref tables.Y[at]) - vy;
                var dz = Vector256.LoadUnsafe(ref tables.Z[at]) - vz;
                var square = (dx * dx) + (dy * dy) + (dz * dz);
                var most = Vector256<int>.Zero;
                var least = Vector256<int>.Zero;
                for (var zone = 0; zone < last; zone++)
                {
                    most -= Vector256.GreaterThan(square, Vector256.Create(limits[zone].Below)).AsInt32();
                    least -= Vector256.GreaterThan(square, Vector256.Create(limits[zone].Above)).AsInt32();
                }

                most.StoreUnsafe(ref _zone[at]);
                var isNear = Vector256.LessThan(most, beyond).AsInt32() & Vector256.LessThanOrEqual(square, Vector256.Create(nearAbove)).AsInt32();
                var isUnsure = ~Vector256.Equals(most, least)
                    | (Vector256.LessThanOrEqual(square, Vector256.Create(nearAbove)).AsInt32() & Vector256.GreaterThan(square, Vector256.Create(nearBelow)).AsInt32());
                near |= (ulong)isNear.ExtractMostSignificantBits() << part;
                unsure |= (ulong)isUnsure.ExtractMostSignificantBits() << part;
            }

            Near[word] = near;
            for (; unsure != 0; unsure &= unsure - 1)
            {
                Settle((word * 64) + BitOperations.TrailingZeroCount(unsure), maxKm);
            }
        }
    }

    private void Settle(int location, double maxKm)
    {
        if (location >= problem.LocationCount)
        {
            return;
        }

        var kilometres = problem.Kilometres(location, _order);
        var zone = Tables.Source.Zone(kilometres);
        var bit = 1UL << (location & 63);
        _zone[location] = zone < 0 ? Tables.Limits.Length : zone;
        Near[location >> 6] = zone >= 0 && kilometres <= maxKm ? Near[location >> 6] | bit : Near[location >> 6] & ~bit;
    }
}
