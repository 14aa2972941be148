namespace Dom.Core.Solving.Large;

/// <content>Single moves, what they change, and pairs of them.</content>
internal sealed partial class Spread
{
    private readonly List<(int Line, int From, int To, int Units)> _moves = [];

    /// <summary>Tries every two moves together, until none saves: over the edges of weight bands one alone may not.</summary>
    /// <returns>What the plan costs then, with prices, price units.</returns>
    public long Polish()
    {
        for (var before = long.MaxValue; _cost < before;)
        {
            before = _cost;
            foreach (var line in _sequence)
            {
                for (var from = Nowhere; from < _count; from++)
                {
                    for (var to = Nowhere; to < _count; to++)
                    {
                        TryPair(line, from, to);
                    }
                }
            }
        }

        return _cost;
    }

    private void TryPair(int line, int from, int to)
    {
        var held = Held(line, from);
        var units = held == 0 || from == to ? 0 : to == Nowhere ? held : Possible(line, to, held);
        if (units == 0)
        {
            return;
        }

        var before = _cost;
        _moves.Clear();
        Move(line, from, to, units);
        foreach (var other in _sequence)
        {
            if (other != line)
            {
                Better(other);
                if (_cost < before)
                {
                    return;
                }
            }
        }

        for (var at = _moves.Count - 1; at >= 0; at--)
        {
            var move = _moves[at];
            Move(move.Line, move.To, move.From, move.Units);
        }
    }

    // What the cost changes by when units of a line move.
    private long Change(int line, int from, int to, int units) => Removal(line, from, units) + Addition(line, to, units);

    private long Removal(int line, int at, int units)
    {
        if (at == Nowhere)
        {
            return -units * offers.UnfilledUnitCost;
        }

        var order = offers.Order;
        var (offer, row) = ((_set[at] * order.Lines) + line, (at * offers.Modes.Length) + order.Mode[line]);
        var isAll = units == _amount[(at * order.Lines) + line];
        var change = (-(long)units * offers.UnitCost[offer]) - (isAll ? offers.Extra[offer] : 0) - Parcel(at, row, _band[row]);
        if (isAll && _linesOf[row] == 1)
        {
            return change - (_linesAt[at] == 1 ? offers.Rent[_set[at]] : 0);
        }

        return change + Parcel(at, row, BandOf(row, order.Mode[line], -((long)units * order.UnitGrams[line])));
    }

    private long Addition(int line, int at, int units)
    {
        if (at == Nowhere)
        {
            return units * offers.UnfilledUnitCost;
        }

        var order = offers.Order;
        var (offer, row) = ((_set[at] * order.Lines) + line, (at * offers.Modes.Length) + order.Mode[line]);
        var change = ((long)units * offers.UnitCost[offer]) + (_amount[(at * order.Lines) + line] == 0 ? offers.Extra[offer] : 0)
            + Parcel(at, row, BandOf(row, order.Mode[line], (long)units * order.UnitGrams[line]));
        return _linesOf[row] > 0 ? change - Parcel(at, row, _band[row]) : change + (_linesAt[at] == 0 ? offers.Rent[_set[at]] : 0);
    }

    private long Parcel(int at, int row, int band)
    {
        var offered = (_set[at] * offers.Modes.Length) + (row % offers.Modes.Length);
        return offers.ParcelCost[offered] + offers.Modes[row % offers.Modes.Length].RateByBand[band][offers.Zone[offered]];
    }

    private int BandOf(int row, int mode, long more)
    {
        var edges = offers.Modes[mode].Source.BandGrams;
        var (grams, band) = (_grams[row] + more, _band[row]);
        while (band > 0 && grams <= edges[band - 1])
        {
            band--;
        }

        while (grams > edges[band])
        {
            band++;
        }

        return band;
    }

    private void Move(int line, int from, int to, int units)
    {
        _moves.Add((line, from, to, units));
        _cost += Removal(line, from, units);
        Put(line, from, -units);
        _cost += Addition(line, to, units);
        Put(line, to, units);
    }

    private void Put(int line, int at, int units)
    {
        if (at == Nowhere)
        {
            _left[line] += units;
            return;
        }

        var (lines, mode) = (offers.Order.Lines, offers.Order.Mode[line]);
        var row = (at * offers.Modes.Length) + mode;
        var before = _amount[(at * lines) + line];
        _amount[(at * lines) + line] += units;
        _taken[(at * lines) + offers.Order.FirstOfSku[line]] += units;
        _band[row] = BandOf(row, mode, (long)units * offers.Order.UnitGrams[line]);
        _grams[row] += (long)units * offers.Order.UnitGrams[line];
        var more = Math.Sign(_amount[(at * lines) + line]) - Math.Sign(before);
        _linesOf[row] += more;
        _linesAt[at] += more;
    }
}
