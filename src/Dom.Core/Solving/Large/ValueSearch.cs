using Dom.Core.Solving.Prices;

namespace Dom.Core.Solving.Large;

/// <summary>
/// Finds what a unit of each line of a large order is worth at given prices, so that its part of the bound, as <see cref="PriceCertificate"/> defines it, is great.
/// Scratch of one thread.
/// </summary>
/// <remarks>
/// First values by dual ascent: D. Erlenkotter, "A dual-based procedure for uncapacitated facility location", Operations Research 26 (1978), each line
/// raised by a share of its room so that none takes all; then Polyak's subgradient steps.
/// </remarks>
/// <param name="unfilledUnitCost">What a unit left unassigned costs, price units.</param>
internal sealed partial class ValueSearch(int unfilledUnitCost)
{
    private const double LastPace = 0.05;
    private const double Deflection = 0.6;

    private LargeOrder _order = null!;
    private SupplyTable _table = null!;
    private PriceVector _prices = null!;
    private int[] _cost = [];
    private long[] _excess = [];
    private int[] _ranked = [];
    private long[] _keys = [];
    private int[] _values = [];
    private double[] _point = [];
    private double[] _direction = [];
    private int[] _best = [];
    private int[] _gradient = [];
    private int[] _mostOf = [];
    private int[] _byLine = [];
    private int[] _byLineStart = [];
    private int[] _rowOf = [];

    /// <summary>The best values found, by line, price units.</summary>
    public ReadOnlySpan<int> Best => _best.AsSpan(0, _order.Lines);

    /// <summary>The order's part of the bound at <see cref="Best"/>, price units.</summary>
    public long Part { get; private set; }

    /// <summary>Whether a value would have been raised above what its cap allows.</summary>
    public bool IsCapped { get; private set; }

    /// <summary>What a unit of each entry costs with its slot's price, and with its share of the parcel's rate; price units.</summary>
    public ReadOnlySpan<int> Cost => _cost.AsSpan(0, _table.Entries);

    /// <summary>By how much each place's value exceeds what it costs at the values evaluated last, above 0 or, where it does not, by how much it misses that.</summary>
    public ReadOnlySpan<long> Excess => _excess.AsSpan(0, _table.Places);

    /// <summary>Turns to an order, and starts from the values it had last, or from an ascent where it had none.</summary>
    /// <param name="order">The order; it has a core.</param>
    /// <param name="prices">The prices.</param>
    public void Start(LargeOrder order, PriceVector prices)
    {
        (_order, _table, _prices, IsCapped) = (order, order.Core!, prices, false);
        MakeRoom();
        for (var entry = 0; entry < _table.Entries; entry++)
        {
            _cost[entry] = _table.LinearCost[entry] + prices.Slot[_table.Number[entry]];
            _mostOf[entry] = Math.Min(order.Quantity[_table.Line[entry]], _table.Units[entry]);
        }

        if (order.HasValues)
        {
            Cap(order.Values, _values);
        }
        else
        {
            Ascend();
        }

        Part = Evaluate();
        _values.AsSpan(0, order.Lines).CopyTo(_best);
    }

    /// <summary>Takes steps towards a greater part.</summary>
    /// <param name="target">What the part is below, price units.</param>
    /// <param name="steps">How many steps.</param>
    /// <param name="pace">Share of Polyak's step at first, above 0.</param>
    public void Improve(long target, int steps, double pace)
    {
        var now = Part;
        Evaluate();
        for (var line = 0; line < _order.Lines; line++)
        {
            _point[line] = _values[line];
        }

        var decay = Math.Exp(Math.Log(LastPace) / steps);
        Array.Clear(_direction);
        for (var step = 0; step < steps && target > Part; step++, pace *= decay)
        {
            if (!Move(target - now, pace))
            {
                return;
            }

            now = Evaluate();
            if (now > Part)
            {
                Part = now;
                _values.AsSpan(0, _order.Lines).CopyTo(_best);
            }
        }

        _best.AsSpan(0, _order.Lines).CopyTo(_values);
    }

    // Scaled by the units of each line: a line of many would leap otherwise.
    private bool Move(long missing, double pace)
    {
        var norm = 0.0;
        for (var line = 0; line < _order.Lines; line++)
        {
            var isStuck = (_gradient[line] > 0 && _values[line] >= _order.Caps[line]) || (_gradient[line] < 0 && _values[line] == 0);
            IsCapped |= _gradient[line] > 0 && isStuck && _order.Caps[line] < unfilledUnitCost;
            _direction[line] = isStuck ? 0 : _gradient[line] + (Deflection * _direction[line]);
            norm += _direction[line] * _direction[line] / _order.Quantity[line];
        }

        if (norm <= 0)
        {
            return false;
        }

        var length = pace * missing / norm;
        for (var line = 0; line < _order.Lines; line++)
        {
            _point[line] = Math.Clamp(_point[line] + (length * _direction[line] / _order.Quantity[line]), 0, _order.Caps[line]);
            _values[line] = (int)_point[line];
        }

        return true;
    }

    // The part at the values now, and a subgradient of it.
    private long Evaluate()
    {
        unchecked
        {
            var (table, modes) = (_table, _order.Modes.Length);
            var sum = 0L;
            for (var line = 0; line < _order.Lines; line++)
            {
                sum += (long)_order.Quantity[line] * _values[line];
                _gradient[line] = _order.Quantity[line];
            }

            var above = 0;
            for (var place = 0; place < table.Places; place++)
            {
                var excess = ExcessOf(place, modes);
                _excess[place] = excess;
                if (excess > 0)
                {
                    _keys[above] = -excess;
                    _ranked[above++] = place;
                }
            }

            if (above > _order.MaxLocations)
            {
                Array.Sort(_keys, _ranked, 0, above);
                above = _order.MaxLocations;
            }

            for (var at = 0; at < above; at++)
            {
                sum -= _excess[_ranked[at]];
                Subtract(_ranked[at], modes);
            }

            return sum;
        }
    }

    private long ExcessOf(int place, int modes)
    {
        unchecked
        {
            var excess = -(long)_prices.Location[_table.Location[place]];
            var miss = long.MinValue;
            for (var row = place * modes; row < (place + 1) * modes; row++)
            {
                var gain = Gain(row);
                excess += Math.Max(0, gain);
                miss = Math.Max(miss, gain);
            }

            return miss > 0 ? excess : excess + miss;
        }
    }

    private long Gain(int row)
    {
        unchecked
        {
            var (lines, costs, mosts, values, extras) = (_table.Line, _cost, _mostOf, _values, _table.Extra);
            var gain = -(long)_table.Intercept[row];
            for (var entry = _table.RowStart[row]; entry < _table.RowStart[row + 1]; entry++)
            {
                var unit = values[lines[entry]] - costs[entry];
                if (unit > 0)
                {
                    gain += Math.Max(0, ((long)mosts[entry] * unit) - extras[entry]);
                }
            }

            return gain;
        }
    }

    private void Subtract(int place, int modes)
    {
        for (var row = place * modes; row < (place + 1) * modes; row++)
        {
            if (Gain(row) <= 0)
            {
                continue;
            }

            for (var entry = _table.RowStart[row]; entry < _table.RowStart[row + 1]; entry++)
            {
                var line = _table.Line[entry];
                if (((long)_mostOf[entry] * (_values[line] - _cost[entry])) > _table.Extra[entry])
                {
                    _gradient[line] -= _mostOf[entry];
                }
            }
        }
    }

    private void Cap(int[] from, int[] to)
    {
        for (var line = 0; line < _order.Lines; line++)
        {
            IsCapped |= from[line] > _order.Caps[line];
            to[line] = Math.Min(from[line], _order.Caps[line]);
        }
    }

    private void MakeRoom()
    {
        var (entries, places, lines) = (_table.Entries, _table.Places, _order.Lines);
        if (_cost.Length < entries)
        {
            (_cost, _mostOf, _byLine, _rowOf) = (new int[entries * 2], new int[entries * 2], new int[entries * 2], new int[entries * 2]);
        }

        if (_excess.Length < places)
        {
            (_excess, _ranked, _keys) = (new long[places * 2], new int[places * 2], new long[places * 2]);
        }

        if (_slack.Length < _table.Zone.Length)
        {
            _slack = new long[_table.Zone.Length * 2];
        }

        if (_values.Length < lines)
        {
            (_values, _best, _gradient) = (new int[lines], new int[lines], new int[lines]);
            (_point, _direction) = (new double[lines], new double[lines]);
            _byLineStart = new int[lines + 1];
        }

        if (!_order.HasValues)
        {
            SortByLine();
        }
    }

    private void SortByLine()
    {
        Array.Clear(_byLineStart);
        for (var entry = 0; entry < _table.Entries; entry++)
        {
            _byLineStart[_table.Line[entry] + 1]++;
        }

        for (var line = 0; line < _order.Lines; line++)
        {
            _byLineStart[line + 1] += _byLineStart[line];
        }

        var next = _byLineStart.AsSpan(0, _order.Lines).ToArray();
        for (var row = 0; row < _table.Zone.Length; row++)
        {
            for (var entry = _table.RowStart[row]; entry < _table.RowStart[row + 1]; entry++)
            {
                _byLine[next[_table.Line[entry]]++] = entry;
                _rowOf[entry] = row;
            }
        }
    }
}
