using System.Numerics;

namespace Dom.Core.Sourcing.Search;

/// <summary>What every part weighs at one location after the other.</summary>
internal sealed class StateScan
{
    private readonly SearchProblem _problem;
    private readonly StateShape _shape;
    private readonly int[][] _rooms;
    private readonly bool[] _hasCosts;
    private readonly Int128[] _sums;
    private readonly int[] _parts;
    private int _count;

    /// <summary>Makes ready.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="shape">Its parts.</param>
    public StateScan(SearchProblem problem, StateShape shape)
    {
        (_problem, _shape) = (problem, shape);
        _rooms = [.. problem.Items.Select(Rooms)];
        _hasCosts = [.. problem.Items.Select(item => item.Costs is not null || item.Amount > 1)];
        (_sums, _parts) = (new Int128[shape.PartCount], new int[shape.PartCount]);
    }

    /// <summary>How many parts were weighed.</summary>
    public long Steps { get; private set; }

    /// <summary>Takes what a location could fulfil into the best of all locations; of those that weigh the same, the first that is taken stays.</summary>
    /// <param name="location">Index of the location.</param>
    /// <param name="best">What each part weighs at the best location, or <see cref="PlanWeight.Impossible"/>.</param>
    /// <param name="locations">That location.</param>
    public void Take(int location, Int128[] best, int[] locations)
    {
        FindParts(location);
        for (var at = 1; at < _count; at++)
        {
            var part = _parts[at];
            if (Weigh(location, part) is var weight && weight < best[part])
            {
                (best[part], locations[part]) = (weight, location);
            }
        }

        Steps += _count;
    }

    private int[] Rooms(SearchItem item)
    {
        if (item.Rooms is not null)
        {
            return item.Rooms;
        }

        var rooms = new int[_problem.LocationCount];
        foreach (var location in item.Locations)
        {
            rooms[location] = 1;
        }

        return rooms;
    }

    // Item by item: each of its amounts is added to every part of the items before it.
    private void FindParts(int location)
    {
        _count = 1;
        for (var item = 0; item < _rooms.Length; item++)
        {
            var room = _rooms[item][location];
            var before = _count;
            for (var amount = 1; amount <= room; amount++)
            {
                var (stride, cost) = (amount * _shape.Strides[item], _hasCosts[item] ? _problem.CostAt(item, location, amount) : Int128.Zero);
                for (var at = 0; at < before; at++)
                {
                    var part = _parts[at] + stride;
                    _parts[_count++] = part;
                    _sums[part] = _sums[_parts[at]] + cost;
                }
            }
        }
    }

    private Int128 Weigh(int location, int part)
    {
        var weight = _sums[part];
        for (var ways = _shape.Ways[part]; ways != 0; ways &= ways - 1)
        {
            weight += _problem.OpenWeights[(location * _problem.WayCount) + BitOperations.TrailingZeroCount(ways)];
        }

        for (var at = 0; at < _problem.WaysByContents.Length; at++)
        {
            var way = _problem.WaysByContents[at];
            if ((_shape.Ways[part] & (1UL << way)) == 0)
            {
                continue;
            }

            if (_problem.ParcelWeight(way, location, _shape.Contents[at][part]) is not { } parcel)
            {
                return PlanWeight.Impossible;
            }

            weight += parcel;
        }

        return _problem.SharedSkuCount == 0 || HasStockFor(location, part) ? weight : PlanWeight.Impossible;
    }

    private bool HasStockFor(int location, int part)
    {
        Span<long> wanted = stackalloc long[_problem.SharedSkuCount];
        for (var item = 0; item < _rooms.Length; item++)
        {
            var amount = _problem.Items[item].Shared.Length == 0 ? 0 : _shape.Amount(part, item);
            for (var at = 0; amount > 0 && at < _problem.Items[item].Shared.Length; at++)
            {
                var demand = _problem.Items[item].Shared[at];
                wanted[demand.Sku] += (long)demand.Units * amount;
                if (wanted[demand.Sku] > _problem.SharedUnits[(demand.Sku * _problem.LocationCount) + location])
                {
                    return false;
                }
            }
        }

        return true;
    }
}
