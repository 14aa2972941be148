using System.Numerics;

namespace Dom.Core.Solving.Large;

/// <content>Which locations matter, and what they could give.</content>
internal sealed partial class SupplyScan
{
    private readonly List<int> _kept = [];
    private readonly List<(long Short, int Location)> _ranks = [];
    private readonly List<(long Cost, int Location)> _cheapest = [];
    private long[] _sums = [];

    /// <summary>A first guess of what a unit of each line is worth: more than what it costs from the location that serves it best with all else that it can.</summary>
    /// <param name="values">Gets a unit's worth by line, price units.</param>
    public void Guess(Span<int> values)
    {
        ClearSums();
        ForEach((line, location) => _sums[(_order.Mode[line] * _padded) + location] += Most(line, location));
        var costs = new long[_order.Lines];
        Array.Fill(costs, shop.Tables.UnfilledUnitCost);
        ForEach((line, location) =>
        {
            var share = Intercept(location, _order.Mode[line]) / _sums[(_order.Mode[line] * _padded) + location];
            costs[line] = Math.Min(costs[line], LinearCost(line, location) + share + (scan.Line(line).Extra[location] / Most(line, location)));
        });
        for (var line = 0; line < costs.Length; line++)
        {
            values[line] = (int)Math.Min(shop.Tables.UnfilledUnitCost, costs[line] * 2);
        }
    }

    /// <summary>
    /// Keeps the locations whose excess, as <see cref="PriceCertificate"/> defines it, would be above 0 without prices if units were worth so much. While they
    /// are worth no more, and prices are not below 0, no other location has an excess.
    /// </summary>
    /// <param name="values">A unit's worth by line, price units.</param>
    public SupplyTable Keep(ReadOnlySpan<int> values)
    {
        AddGains(values);
        _kept.Clear();
        for (var location = 0; location < _padded; location++)
        {
            if (IsAny(location) && Excess(location) > 0)
            {
                _kept.Add(location);
            }
        }

        return Collect();
    }

    /// <summary>Keeps the locations that miss an excess by least if units were worth so much, and the cheapest few of each line.</summary>
    /// <param name="values">A unit's worth by line, price units.</param>
    /// <param name="locationPrice">Price of each location, price units.</param>
    /// <param name="most">How many of all.</param>
    /// <param name="perLine">How many of each line.</param>
    public SupplyTable KeepBest(ReadOnlySpan<int> values, int[] locationPrice, int most, int perLine)
    {
        AddGains(values);
        _ranks.Clear();
        for (var location = 0; location < _padded; location++)
        {
            if (IsAny(location))
            {
                _ranks.Add((locationPrice[location] + Miss(location), location));
            }
        }

        _ranks.Sort();
        var kept = new HashSet<int>(_ranks.Take(most).Select(rank => rank.Location));
        for (var line = 0; line < _order.Lines; line++)
        {
            kept.UnionWith(Cheapest(line, locationPrice, perLine));
        }

        _kept.Clear();
        _kept.AddRange(kept);
        _kept.Sort();
        return Collect();
    }

    private IEnumerable<int> Cheapest(int line, int[] locationPrice, int count)
    {
        _cheapest.Clear();
        ForEachOf(line, location => _cheapest.Add((
            ((long)Most(line, location) * LinearCost(line, location)) + Intercept(location, _order.Mode[line]) + locationPrice[location]
                + ((long)(_order.Quantity[line] - Most(line, location)) * shop.Tables.UnfilledUnitCost), location)));
        _cheapest.Sort();
        return _cheapest.Take(count).Select(cheapest => cheapest.Location);
    }

    private bool IsAny(int location) => ((_any[location >> 6] >> (location & 63)) & 1) != 0;

    private void ClearSums()
    {
        if (_sums.Length < _order.Modes.Length * _padded)
        {
            _sums = new long[_order.Modes.Length * _padded];
        }

        Array.Clear(_sums);
    }

    private void AddGains(ReadOnlySpan<int> values)
    {
        ClearSums();
        for (var line = 0; line < _order.Lines; line++)
        {
            var (value, quantity, read, row) = (values[line], _order.Quantity[line], scan.Line(line), _order.Mode[line] * _padded);
            var units = _units.AsSpan(line * _padded);
            var climbAt = _climbAt.AsSpan(row);
            var sums = _sums.AsSpan(row);
            for (var word = 0; word < _any.Length; word++)
            {
                for (var bits = read.Eligible[word]; bits != 0; bits &= bits - 1)
                {
                    var location = (word * 64) + BitOperations.TrailingZeroCount(bits);
                    var gain = value - (long)shop.Tables.UnitCost[location] - _climbs[climbAt[location] + line];
                    if (gain > 0)
                    {
                        sums[location] += Math.Max(0, (Math.Min(quantity, units[location]) * gain) - read.Extra[location]);
                    }
                }
            }
        }
    }

    private long Excess(int location)
    {
        var excess = 0L;
        for (var mode = 0; mode < _order.Modes.Length; mode++)
        {
            if (_sums[(mode * _padded) + location] is > 0 and var sum)
            {
                excess += Math.Max(0, sum - Intercept(location, mode));
            }
        }

        return excess;
    }

    // What the best of its modes misses.
    private long Miss(int location)
    {
        var (excess, miss) = (Excess(location), long.MaxValue);
        for (var mode = 0; excess == 0 && mode < _order.Modes.Length; mode++)
        {
            if (_sums[(mode * _padded) + location] is > 0 and var sum)
            {
                miss = Math.Min(miss, Intercept(location, mode) - sum);
            }
        }

        return excess > 0 ? -excess : Math.Min(miss, int.MaxValue);
    }

    private void ForEachOf(int line, Action<int> work)
    {
        var eligible = scan.Line(line).Eligible;
        for (var word = 0; word < eligible.Length; word++)
        {
            for (var bits = eligible[word]; bits != 0; bits &= bits - 1)
            {
                work((word * 64) + BitOperations.TrailingZeroCount(bits));
            }
        }
    }

    private void ForEach(Action<int, int> work)
    {
        for (var line = 0; line < _order.Lines; line++)
        {
            var at = line;
            ForEachOf(line, location => work(at, location));
        }
    }

    private SupplyTable Collect()
    {
        var rows = _kept.Count * _order.Modes.Length;
        var (start, zone, parcel, intercept) = (new int[rows + 1], new int[rows], new int[rows], new int[rows]);
        var entries = new List<(int Line, int Location)>();
        for (var row = 0; row < rows; row++)
        {
            var (location, mode) = (_kept[row / _order.Modes.Length], row % _order.Modes.Length);
            for (var line = 0; line < _order.Lines; line++)
            {
                if (_order.Mode[line] == mode && IsEligible(line, location))
                {
                    entries.Add((line, location));
                }
            }

            start[row + 1] = entries.Count;
            if (start[row + 1] > start[row])
            {
                zone[row] = scan.Mode(mode).Zone(location);
                parcel[row] = shop.Tables.ParcelCost[location] + scan.Mode(mode).DistanceCost(location);
                intercept[row] = Intercept(location, mode);
            }
        }

        return Fill([.. _kept], start, zone, parcel, intercept, entries);
    }

    private SupplyTable Fill(int[] locations, int[] start, int[] zone, int[] parcel, int[] intercept, List<(int Line, int Location)> entries)
    {
        var count = entries.Count;
        var table = new SupplyTable
        {
            Location = locations,
            RowStart = start,
            Zone = zone,
            ParcelCost = parcel,
            Intercept = intercept,
            Line = new int[count],
            Slot = new int[count],
            Number = new int[count],
            Units = new int[count],
            UnitCost = new int[count],
            LinearCost = new int[count],
            Extra = new int[count],
        };
        for (var entry = 0; entry < count; entry++)
        {
            var (line, location) = entries[entry];
            var slot = scan.Index.Slot(scan.Line(line).Sku, location);
            table.Line[entry] = line;
            table.Slot[entry] = slot;
            table.Number[entry] = shop.Slots.NumberOf(slot);
            table.Units[entry] = _units[(line * _padded) + location];
            table.UnitCost[entry] = shop.Tables.UnitCost[location];
            table.LinearCost[entry] = LinearCost(line, location);
            table.Extra[entry] = scan.Line(line).Extra[location];
        }

        return table;
    }
}
