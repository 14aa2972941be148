using System.Numerics;

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
    private readonly CheapestLocations _found = new();
    private readonly NearScan _near = new(problem, tables, scan);
    private int _now;

    /// <summary>Adds the block of an order to a buffer.</summary>
    /// <param name="order">The order.</param>
    /// <param name="shape">Its shape.</param>
    /// <param name="width">How many locations each list keeps, 1 or more.</param>
    /// <param name="block">Where the block is added.</param>
    public void Build(int order, OrderShape shape, int width, IntBuffer block)
    {
        scan.Load(order, shape, tables.Open);
        _locations.Clear();
        _lists.Clear();
        _now++;
        var needsFullOnly = problem.Orders.MaxLocations[order] == 1 && problem.Orders.ShipComplete[order];
        for (var state = 1; state < shape.StateCount; state++)
        {
            _found.Start(width);
            if (!needsFullOnly || state == shape.Full)
            {
                Select(state);
            }

            _found.Finish();
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
                block.Add(scan.IsEligible(line, location) ? SlotCode.OfUnpriced(scan.Index.Slot(scan.Sku(line), location)) : SlotCode.None);
            }
        }

        block.Add(_lists.Items);
    }

    private void Select(int state)
    {
        if (scan.HasOneMode)
        {
            _near.Find(state, _found);
        }
        else if (scan.Prepare(state, []))
        {
            FindEverywhere(state);
        }
    }

    private void FindEverywhere(int state)
    {
        var available = scan.IsOneUnitEach(state) ? null : problem.Stock.Available;
        var cost = scan.Cost;
        var eligible = scan.Eligible;
        for (var word = 0; word < eligible.Length; word++)
        {
            for (var bits = eligible[word]; bits != 0; bits &= bits - 1)
            {
                var location = (word << 6) + BitOperations.TrailingZeroCount(bits);
                if (_found.Wants(cost[location], location) && (available is null || scan.HasUnits(state, location, available)))
                {
                    _found.Add(cost[location], location);
                }
            }
        }
    }

    private void AddList(int lines, int width)
    {
        var kept = Math.Min(_found.Count, width);
        _lists.Add(kept);
        _lists.Add(_found.Count > width ? _found.Cost(width) : PoolBlock.NoCost);
        for (var at = 0; at < kept; at++)
        {
            var location = _found.Location(at);
            if (_stamp[location] != _now)
            {
                _stamp[location] = _now;
                _recordOf[location] = PoolBlock.ListsAt(lines, _locations.Count);
                _locations.Add(location);
            }

            _lists.Add(_found.Cost(at));
            _lists.Add(_recordOf[location]);
        }
    }
}
