using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Dom.Core.Solving.Pools;

namespace Dom.Core.Solving.Online;

/// <summary>Finds for each state of an order the location that serves it cheapest, prices included, from what is left. Scratch of one thread.</summary>
internal sealed class OnlineScan
{
    private readonly OrderScan _scan;
    private readonly int[] _unitsLeft;
    private readonly int[] _locationPrice;
    private readonly int[] _slotPrice;
    private readonly bool[] _isPriced;

    /// <summary>Sets up for a problem.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="scan">Reads its orders.</param>
    /// <param name="unitsLeft">Units left in each slot.</param>
    /// <param name="locationPrice">Price of an order at each location, price units, padded.</param>
    /// <param name="slotPrice">Price of a unit of each slot, price units.</param>
    public OnlineScan(SourcingProblem problem, OrderScan scan, int[] unitsLeft, int[] locationPrice, int[] slotPrice)
    {
        (_scan, _unitsLeft, _locationPrice, _slotPrice) = (scan, unitsLeft, locationPrice, slotPrice);
        _isPriced = new bool[problem.Stock.Skus.Length];
        for (var sku = 0; sku < _isPriced.Length; sku++)
        {
            _isPriced[sku] = slotPrice.AsSpan()[problem.Stock.RowStart[sku]..problem.Stock.RowStart[sku + 1]].ContainsAnyExcept(0);
        }
    }

    /// <summary>Finds the cheapest locations of the order that the scan has loaded.</summary>
    /// <param name="shape">The order's shape.</param>
    /// <param name="most">What a part must stay below, price units: by state.</param>
    /// <param name="parts">Gets them; the locations that it holds apart are left out.</param>
    public void Find(OrderShape shape, ReadOnlySpan<long> most, PartSearch parts)
    {
        for (var state = 1; state < shape.StateCount; state++)
        {
            parts.Best[state] = PartSearch.Never;
            parts.Location[state] = -1;
            if (_scan.Prepare(state, _locationPrice))
            {
                (parts.Best[state], parts.Location[state]) = Best(shape, state, most[state], parts.Apart);
            }
        }
    }

    /// <summary>What one location costs for each state of the order that the scan has loaded.</summary>
    /// <param name="shape">The order's shape.</param>
    /// <param name="location">The location.</param>
    /// <param name="costs">Gets the costs.</param>
    public void Price(OrderShape shape, int location, long[] costs)
    {
        for (var state = 1; state < shape.StateCount; state++)
        {
            var isPossible = _scan.Prepare(state, _locationPrice) && ((_scan.Eligible[location >> 6] >> (location & 63)) & 1) != 0
                && _scan.HasUnits(state, location, _unitsLeft);
            costs[state] = isPossible ? _scan.Cost[location] + UnitPrices(shape, state, location) : PartSearch.Never;
        }
    }

    /// <summary>What the units of a state pay in prices at a location.</summary>
    /// <param name="shape">The order's shape.</param>
    /// <param name="state">The state.</param>
    /// <param name="location">A location that may serve it.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long UnitPrices(OrderShape shape, int state, int location)
    {
        var sum = 0L;
        for (var entry = shape.EntryStart[state]; entry < shape.EntryStart[state + 1]; entry++)
        {
            var line = shape.EntryLine[entry];
            var sku = _scan.Sku(line);
            if (_isPriced[sku])
            {
                sum += (long)_slotPrice[_scan.Index.Slot(sku, location)] * shape.EntryDigit[entry] * _scan.UnitsPerDigit(line);
            }
        }

        return sum;
    }

    private (long Cost, int Location) Best(OrderShape shape, int state, long most, IReadOnlyList<int> apart)
    {
        var cost = _scan.Cost;
        var eligible = _scan.Eligible;
        var (best, chosen) = (most, -1);
        for (var word = 0; word < eligible.Length; word++)
        {
            var bits = eligible[word];
            for (var at = word * 64; bits != 0; at += Vector256<int>.Count, bits >>= Vector256<int>.Count)
            {
                if ((bits & 0xFF) == 0)
                {
                    continue;
                }

                var isLess = Vector256.LessThan(Vector256.LoadUnsafe(in cost[at]), Vector256.Create((int)Math.Min(best, int.MaxValue)));
                for (var hits = isLess.ExtractMostSignificantBits() & (uint)(bits & 0xFF); hits != 0; hits &= hits - 1)
                {
                    var location = at + BitOperations.TrailingZeroCount(hits);
                    if (cost[location] < best && cost[location] + UnitPrices(shape, state, location) is var priced && priced < best
                        && _scan.HasUnits(state, location, _unitsLeft) && !IsApart(apart, location))
                    {
                        (best, chosen) = (priced, location);
                    }
                }
            }
        }

        return chosen < 0 ? (PartSearch.Never, -1) : (best, chosen);
    }

    private static bool IsApart(IReadOnlyList<int> apart, int location)
    {
        for (var at = 0; at < apart.Count; at++)
        {
            if (apart[at] == location)
            {
                return true;
            }
        }

        return false;
    }
}
