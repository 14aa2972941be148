using System.Numerics;
using System.Runtime.Intrinsics;

namespace Dom.Core.Solving.Pools;

/// <summary>Makes the pools of one order after another. Scratch of one thread.</summary>
/// <param name="problem">The problem.</param>
/// <param name="tables">Its costs.</param>
/// <param name="scan">Reads the orders.</param>
internal sealed class PoolBuilder(SourcingProblem problem, CostTables tables, OrderScan scan)
{
    private readonly int[] _recordOf = new int[tables.Padded];
    private readonly int[] _stamp = new int[tables.Padded];
    private readonly List<int> _locations = [];
    private readonly IntBuffer _lists = new();
    private int[] _costs = new int[64];
    private int[] _chosen = new int[64];
    private int _count;
    private int _now;

    /// <summary>Adds the block of an order to a buffer.</summary>
    /// <param name="order">The order.</param>
    /// <param name="shape">Its shape.</param>
    /// <param name="width">How many locations each list keeps, 1 or more.</param>
    /// <param name="block">Where the block is added.</param>
    public void Build(int order, OrderShape shape, int width, IntBuffer block)
    {
        scan.Load(order, shape, tables.Open);
        if (_costs.Length <= width + 1)
        {
            (_costs, _chosen) = (new int[width + 2], new int[width + 2]);
        }

        _locations.Clear();
        _lists.Clear();
        _now++;
        var needsFullOnly = problem.Orders.MaxLocations[order] == 1 && problem.Orders.ShipComplete[order];
        for (var state = 1; state < shape.StateCount; state++)
        {
            _count = 0;
            if ((!needsFullOnly || state == shape.Full) && scan.Prepare(state, []))
            {
                Select(state, width);
            }

            AddList(shape.LineCount, width);
        }

        block.Add(_locations.Count);
        for (var line = 0; line < shape.LineCount; line++)
        {
            block.Add(scan.UnitsPerDigit(line));
        }

        foreach (var location in _locations)
        {
            block.Add(location);
            for (var line = 0; line < shape.LineCount; line++)
            {
                block.Add(scan.IsEligible(line, location) ? scan.Index.Slot(scan.Sku(line), location) : -1);
                block.Add(0);
            }
        }

        block.Add(_lists.Items);
    }

    private void Select(int state, int width)
    {
        var available = scan.IsOneUnitEach(state) ? null : problem.Stock.Available;
        var cost = scan.Cost;
        var eligible = scan.Eligible;
        var limit = PoolBlock.NoCost;
        for (var word = 0; word < eligible.Length; word++)
        {
            var bits = eligible[word];
            for (var at = word * 64; bits != 0; at += Vector256<int>.Count, bits >>= Vector256<int>.Count)
            {
                if ((bits & 0xFF) == 0)
                {
                    continue;
                }

                var isLess = Vector256.LessThan(Vector256.LoadUnsafe(in cost[at]), Vector256.Create(limit));
                for (var hits = isLess.ExtractMostSignificantBits() & (uint)(bits & 0xFF); hits != 0; hits &= hits - 1)
                {
                    var location = at + BitOperations.TrailingZeroCount(hits);
                    if (cost[location] < limit && (available is null || scan.HasUnits(state, location, available)))
                    {
                        Insert(cost[location], location, width);
                        limit = _count > width ? _costs[width] : PoolBlock.NoCost;
                    }
                }
            }
        }
    }

    // Keeps one more than the width: its cost is what the locations left out cost at least.
    private void Insert(int cost, int location, int width)
    {
        var at = _count <= width ? _count++ : width;
        for (; at > 0 && _costs[at - 1] > cost; at--)
        {
            (_costs[at], _chosen[at]) = (_costs[at - 1], _chosen[at - 1]);
        }

        (_costs[at], _chosen[at]) = (cost, location);
    }

    private void AddList(int lines, int width)
    {
        var kept = Math.Min(_count, width);
        _lists.Add(kept);
        _lists.Add(_count > width ? _costs[width] : PoolBlock.NoCost);
        for (var at = 0; at < kept; at++)
        {
            var location = _chosen[at];
            if (_stamp[location] != _now)
            {
                _stamp[location] = _now;
                _recordOf[location] = PoolBlock.ListsAt(lines, _locations.Count);
                _locations.Add(location);
            }

            _lists.Add(_costs[at]);
            _lists.Add(_recordOf[location]);
        }
    }
}
