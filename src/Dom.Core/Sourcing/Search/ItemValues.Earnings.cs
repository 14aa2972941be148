namespace Dom.Core.Sourcing.Search;

// What locations earn at values.
internal sealed partial class ItemValues
{
    private readonly List<(long Excess, int Location)> _earning = [];
    private int _turn;

    // The bound at the values now and a subgradient of it, were there only the locations given.
    private long Evaluate(int[] locations, bool widest)
    {
        unchecked
        {
            _turn++;
            _earning.Clear();
            var sum = 0L;
            for (var item = 0; item < _items; item++)
            {
                sum += _values[item] * _amounts[item];
                _gradient[item] = _amounts[item];
            }

            foreach (var location in locations)
            {
                _excess[location] = ExcessOf(location, widest);
                if (_excess[location] > 0)
                {
                    _earning.Add((-_excess[location], location));
                }
            }

            if (_earning.Count > _most)
            {
                _earning.Sort();
                _earning.RemoveRange(_most, _earning.Count - _most);
            }

            foreach (var (excess, location) in _earning)
            {
                sum += excess;
                Subtract(location);
            }

            return sum;
        }
    }

    private long ExcessOf(int location, bool widest)
    {
        unchecked
        {
            var (ways, sum, miss) = (_problem.WayCount, -_openOf[location], long.MinValue);
            for (var row = location * ways; row < (location + 1) * ways; row++)
            {
                if (_rowStart[row] < _rowStart[row + 1])
                {
                    var gain = BestGain(row, widest);
                    sum += Math.Max(0, gain);
                    miss = Math.Max(miss, gain);
                }
            }

            return miss is > 0 or long.MinValue ? sum : sum + miss;
        }
    }

    // Any line is a bound of what the row earns, the one that lets it earn least the best. It lies beside the one that was best at other values, mostly.
    private long BestGain(int row, bool widest)
    {
        var gain = Gain(row, _line[row]);
        if (_lineCount[row] == 1)
        {
            return gain;
        }

        var step = (_turn & 1) == 0 ? 1 : -1;
        for (var turned = 0; turned < 2; turned++, step = -step)
        {
            while (_line[row] + step >= 0 && _line[row] + step < _lineCount[row] && Gain(row, _line[row] + step) is var other && other < gain)
            {
                (gain, _line[row]) = (other, _line[row] + step);
                turned = 2;
            }

            if (!widest)
            {
                break;
            }
        }

        return gain;
    }

    private long Gain(int row, int line)
    {
        unchecked
        {
            var climbs = _climbs.AsSpan(_climbAt[row] + (line * _items), _items);
            var gain = -_base[row] - _intercepts[_lineAt[row] + line];
            for (var entry = _rowStart[row]; entry < _rowStart[row + 1]; entry++)
            {
                var item = _item[entry];
                var unit = _values[item] - _rate[entry] - climbs[item];
                gain += Math.Max(0, (unit > 0 ? unit * _room[entry] : unit) - _extra[entry]);
            }

            return gain;
        }
    }

    private void Subtract(int location)
    {
        unchecked
        {
            for (var row = location * _problem.WayCount; row < (location + 1) * _problem.WayCount; row++)
            {
                if (_rowStart[row] == _rowStart[row + 1] || Gain(row, _line[row]) <= 0)
                {
                    continue;
                }

                var climbs = _climbs.AsSpan(_climbAt[row] + (_line[row] * _items), _items);
                for (var entry = _rowStart[row]; entry < _rowStart[row + 1]; entry++)
                {
                    var unit = _values[_item[entry]] - _rate[entry] - climbs[_item[entry]];
                    if ((unit > 0 ? unit * _room[entry] : unit) > _extra[entry])
                    {
                        _gradient[_item[entry]] -= unit > 0 ? _room[entry] : 1;
                    }
                }
            }
        }
    }
}
