using System.Runtime.InteropServices;
using Dom.Core.Sourcing.Costs;

namespace Dom.Core.Sourcing.Search;

// What could be taken from where: rows of a location and a way, an entry for each item that the location could give by it.
internal sealed partial class ItemValues
{
    // Values of so many bits leave room for sums over all items of a request.
    private const int ScaleBits = 46;

    // What rounding may put a cost below the straight line to it, and how many amounts are looked at one by one.
    private static readonly Int128 Rounding = PlanWeight.OfCost(4);
    private const int MostAmounts = 12;

    private readonly int _shift;
    private readonly Dictionary<WeightLine[], int> _linesKnown = [];
    private readonly List<long> _intercepts = [];
    private long[] _climbs = [];
    private int[] _rowStart = [];
    private int[] _item = [];
    private int[] _room = [];
    private long[] _rate = [];
    private long[] _extra = [];
    private long[] _openOf = [];
    private long[] _base = [];
    private int[] _line = [];
    private int[] _lineCount = [];
    private int[] _lineAt = [];
    private int[] _climbAt = [];

    // The locations that could give anything, ascending.
    private int[] All { get; set; } = [];

    // So that all that a plan may weigh fits, and what is dearer may count for less.
    private int FindShift()
    {
        var most = Int128.One;
        foreach (var item in _problem.Items)
        {
            most += (item.Gain < 0 ? -item.Gain : item.Gain) * item.Amount;
        }

        for (var item = 0; item < _items && _problem.MustAssignAll; item++)
        {
            var locations = _problem.Items[item].Locations;
            foreach (var location in new[] { locations[0], locations[^1] })
            {
                most += 16 * (_problem.CostAt(item, location, _problem.RoomAt(item, location)) + Opening(item, location));
            }
        }

        return Math.Max(0, 128 - (int)Int128.LeadingZeroCount(most) - ScaleBits);
    }

    // What as many locations as it may come from have of it.
    private int MostAssigned(SearchItem item)
    {
        if (item.Rooms is not { } rooms)
        {
            return item.Amount;
        }

        var most = Math.Min(_most, item.MaxLocations);
        var reached = most >= item.Locations.Length
            ? item.Locations.Sum(location => (long)rooms[location])
            : item.Locations.Select(location => rooms[location]).OrderDescending().Take(most).Sum(room => (long)room);
        return (int)Math.Min(item.Amount, reached);
    }

    private Int128 Opening(int item, int location)
    {
        var sum = Int128.Zero;
        foreach (var way in _problem.Items[item].Ways)
        {
            sum += _problem.OpenWeights[(location * _problem.WayCount) + way];
            sum += _problem.WaysByContents.Contains(way) ? PlanWeight.OfCost(_problem.Costs.FloorOf(way - 1, location).FixedMinorUnits) : Int128.Zero;
        }

        return sum;
    }

    // Nothing is worth more than leaving it, unless it must not be left.
    private (long[] Caps, long[] Floors) FindCaps()
    {
        var caps = Array.ConvertAll(_problem.Items, item => _problem.MustAssignAll ? (1L << (ScaleBits + 2)) / item.Amount : (long)(item.Gain >> _shift));
        return (caps, Array.ConvertAll(caps, cap => Math.Min(0, cap)));
    }

    private void Compile()
    {
        var (locations, ways) = (_problem.LocationCount, _problem.WayCount);
        _rowStart = new int[(locations * ways) + 1];
        (_openOf, _base) = (new long[locations], new long[locations * ways]);
        (_line, _lineCount, _lineAt, _climbAt) = (new int[locations * ways], new int[locations * ways], new int[locations * ways], new int[locations * ways]);
        foreach (var item in _problem.Items)
        {
            foreach (var location in item.Locations)
            {
                _rowStart[(location * ways) + RowWay(item) + 1]++;
            }
        }

        for (var row = 0; row < locations * ways; row++)
        {
            _rowStart[row + 1] += _rowStart[row];
        }

        All = [.. Enumerable.Range(0, locations).Where(location => _rowStart[location * ways] < _rowStart[(location + 1) * ways])];
        FillEntries();
        FillRows();
    }

    // Of several parcels in which an item travels, only the first is charged.
    private static int RowWay(SearchItem item) => item.Ways.Length > 1 ? item.Ways[1] : SearchProblem.TheLocation;

    private void FillEntries()
    {
        var next = _rowStart.AsSpan(0, _rowStart.Length - 1).ToArray();
        var count = _rowStart[^1];
        (_item, _room, _rate, _extra) = (new int[count], new int[count], new long[count], new long[count]);
        for (var item = 0; item < _items; item++)
        {
            foreach (var location in _problem.Items[item].Locations)
            {
                var entry = next[(location * _problem.WayCount) + RowWay(_problem.Items[item])]++;
                var (rate, extra) = Line(item, location);
                (_item[entry], _room[entry], _rate[entry], _extra[entry]) = (item, Room(item, location), Scaled(rate), Scaled(extra));
            }
        }
    }

    private int Room(int item, int location) => _problem.Items[item] is { Rooms: { } rooms } apart ? Math.Min(rooms[location], apart.Amount) : 1;

    // A straight line below what amounts of an item cost: by one of it, and once.
    private (Int128 Rate, Int128 Extra) Line(int item, int location)
    {
        var room = Room(item, location);
        if (_problem.Items[item].Amount == 1)
        {
            return (_problem.Items[item].CostAt(location), Int128.Zero);
        }

        var first = _problem.CostAt(item, location, 1);
        if (room == 1)
        {
            return (first, Int128.Zero);
        }

        var rate = (_problem.CostAt(item, location, room) - first) / (room - 1);
        var extra = room > MostAmounts ? first - rate - Rounding : first - rate;
        for (var amount = 2; amount < room && room <= MostAmounts; amount++)
        {
            extra = Int128.Min(extra, _problem.CostAt(item, location, amount) - (rate * amount));
        }

        return (rate, extra);
    }

    private void FillRows()
    {
        foreach (var location in All)
        {
            _openOf[location] = Scaled(_problem.OpenWeights[location * _problem.WayCount]);
            for (var way = 0; way < _problem.WayCount; way++)
            {
                var row = (location * _problem.WayCount) + way;
                if (_rowStart[row] == _rowStart[row + 1])
                {
                    continue;
                }

                var floor = _problem.WaysByContents.Contains(way) ? _problem.Costs.FloorOf(way - 1, location) : new ParcelFloor(0, WeightLine.Nothing);
                var open = way == SearchProblem.TheLocation ? Int128.Zero : _problem.OpenWeights[row];
                _base[row] = Scaled(open + PlanWeight.OfCost(floor.FixedMinorUnits));
                (_lineAt[row], _lineCount[row]) = (LinesOf(floor.Lines, way), floor.Lines.Length);
                _climbAt[row] = _lineAt[row] * _items;
            }
        }
    }

    private int LinesOf(WeightLine[] lines, int way)
    {
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(_linesKnown, lines, out var isKnown);
        if (isKnown)
        {
            return known;
        }

        known = _intercepts.Count;
        Array.Resize(ref _climbs, (known + lines.Length) * _items);
        for (var at = 0; at < lines.Length; at++)
        {
            var rise = PlanWeight.OfCost(lines[at].Rise) >> _shift;
            _intercepts.Add(Clamped((PlanWeight.OfCost(lines[at].MinorUnits) >> _shift) - (((rise * lines[at].Grams) + lines[at].Run - 1) / lines[at].Run)));
            for (var item = 0; item < _items && lines[at].Rise > 0; item++)
            {
                _climbs[((known + at) * _items) + item] = Clamped(rise * UnitGrams(item, way) / lines[at].Run);
            }
        }

        return known;
    }

    private long UnitGrams(int item, int way)
    {
        if (RowWay(_problem.Items[item]) != way)
        {
            return 0;
        }

        var units = new int[_problem.Wanted.Length];
        _problem.AddUnits(item, way, 1, units);
        return _problem.Costs.Contents(way - 1, units).Grams;
    }

    private long Scaled(Int128 weight) => Clamped(weight >> _shift);

    // What costs less than it does makes the bound lower, never wrong.
    private static long Clamped(Int128 scaled) => (long)Int128.Clamp(scaled, -(1L << (ScaleBits + 4)), 1L << (ScaleBits + 4));

    // What each item costs at its cheapest location, with a share of what opening that costs.
    private void FindShares()
    {
        Array.Copy(_caps, _values, _items);
        foreach (var location in All)
        {
            var rooms = 0L;
            for (var entry = _rowStart[location * _problem.WayCount]; entry < _rowStart[(location + 1) * _problem.WayCount]; entry++)
            {
                rooms += _room[entry];
            }

            for (var row = location * _problem.WayCount; row < (location + 1) * _problem.WayCount; row++)
            {
                ShareOut(row, location, rooms);
            }
        }
    }

    private void ShareOut(int row, int location, long rooms)
    {
        if (_rowStart[row] == _rowStart[row + 1])
        {
            return;
        }

        // The steepest line that begins above nothing.
        while (_line[row] + 1 < _lineCount[row] && _base[row] + _intercepts[_lineAt[row] + _line[row] + 1] >= 0)
        {
            _line[row]++;
        }

        var inRow = 0L;
        for (var entry = _rowStart[row]; entry < _rowStart[row + 1]; entry++)
        {
            inRow += _room[entry];
        }

        var share = (_openOf[location] / rooms) + ((_base[row] + _intercepts[_lineAt[row] + _line[row]]) / inRow);
        for (var entry = _rowStart[row]; entry < _rowStart[row + 1]; entry++)
        {
            var cost = _rate[entry] + _climbs[_climbAt[row] + (_line[row] * _items) + _item[entry]] + share + (_extra[entry] / _room[entry]);
            _values[_item[entry]] = Math.Min(_values[_item[entry]], cost);
        }
    }
}
