using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Dom.Core.Solving.Pools;

/// <summary>
/// Finds the cheapest locations for a state of an order that goes by one mode: first among the few that are cheapest anywhere, then ring by ring of its
/// zones, from the nearest on, and of each ring only the locations of classes that can be cheap enough. Finds what a look at every location would.
/// Scratch of one thread.
/// </summary>
/// <param name="problem">The problem.</param>
/// <param name="tables">Its costs.</param>
/// <param name="scan">Reads the orders.</param>
internal sealed class NearScan(SourcingProblem problem, CostTables tables, OrderScan scan)
{
    private readonly int[] _parcelCost = tables.ParcelCost;
    private readonly int[] _unitCost = tables.UnitCost;

    /// <summary>Adds the locations that may serve a state.</summary>
    /// <param name="state">The state, above 0.</param>
    /// <param name="found">Where they are added; those that cost too much may be left out.</param>
    public void Find(int state, CheapestLocations found)
    {
        var (units, band) = scan.PrepareOneMode(state);
        if (band < 0)
        {
            return;
        }

        var mode = scan.Mode(0);
        var available = scan.IsOneUnitEach(state) ? null : problem.Stock.Available;
        var least = mode.Tables.LeastRateByBand[band];
        var parcel = new Parcel(mode, units, band);
        LookAtFew(state, available, parcel, found);
        for (var ring = 0; ring < least.Length; ring++)
        {
            var dearest = tables.Classes.Dearest(units, found.MostCost - least[ring]);
            if (dearest >= 0)
            {
                Look(dearest, ring, state, available, parcel, found);
            }
        }
    }

    private void LookAtFew(int state, int[]? available, in Parcel parcel, CheapestLocations found)
    {
        var few = tables.Classes.Few;
        var eligible = scan.Eligible;
        for (var word = 0; word < few.Length; word++)
        {
            Add(word, eligible[word] & few[word], state, available, parcel, found);
        }
    }

    private void Look(int dearest, int ring, int state, int[]? available, in Parcel parcel, CheapestLocations found)
    {
        var (word, to) = tables.Classes.Words(dearest);
        var eligible = scan.Eligible;
        var near = parcel.Mode.Ring(ring);
        var cheap = tables.Classes.UpTo(dearest);
        var width = Vector256<ulong>.Count;
        for (; word < to; word++)
        {
            if (word + width <= to
                && (Vector256.LoadUnsafe(in eligible[word]) & Vector256.LoadUnsafe(ref near[word]) & Vector256.LoadUnsafe(in cheap[word])) == Vector256<ulong>.Zero)
            {
                word += width - 1;
                continue;
            }

            Add(word, eligible[word] & near[word] & cheap[word], state, available, parcel, found);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(int word, ulong bits, int state, int[]? available, in Parcel parcel, CheapestLocations found)
    {
        for (; bits != 0; bits &= bits - 1)
        {
            var location = (word << 6) + BitOperations.TrailingZeroCount(bits);
            var cost = CostOf(location, parcel);
            if (found.Wants(cost, location) && (available is null || scan.HasUnits(state, location, available)))
            {
                found.Add(cost, location);
            }
        }
    }

    // No order costs 2^30 minor units: sums fit.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int CostOf(int location, in Parcel parcel)
    {
        unchecked
        {
            var cost = _parcelCost[location] + (parcel.Units * _unitCost[location]) + parcel.Rates[parcel.Zones[location]];
            return parcel.Distances is null ? cost : cost + parcel.Distances[location];
        }
    }

    /// <summary>A parcel that each location could send.</summary>
    private readonly struct Parcel(ModeScan mode, int units, int band)
    {
        public readonly ModeScan Mode = mode;
        public readonly int Units = units;
        public readonly int[] Rates = mode.Tables.RateByBand[band];
        public readonly int[] Zones = mode.Zones;
        public readonly int[]? Distances = mode.DistanceCosts;
    }
}
