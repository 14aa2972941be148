namespace Dom.Core.Solving.Large;

/// <summary>
/// Spreads a large order's lines over a few places: each first to where it costs least by the lines below the rates, then lines, or some units of a splittable
/// one, from place to place as long as that saves, at the rates themselves. Weight bands make this a hard problem of its own: good rather than best. Scratch of one thread.
/// </summary>
/// <param name="offers">What the places could give.</param>
internal sealed partial class Spread(Offers offers)
{
    /// <summary>Stands for no place: units that stay unassigned.</summary>
    private const int Nowhere = -1;

    private const int Rounds = 4;
    private const int MostMains = 4;

    /// <summary>Stands for a start in which each line goes where it adds least at the rates themselves, the heaviest first, so that parcels fill their bands.</summary>
    private const int ByRates = -2;

    private int[] _set = [];
    private int[] _sequence = [];
    private int[] _amount = [];
    private int[] _left = [];
    private int[] _taken = [];
    private long[] _grams = [];
    private int[] _band = [];
    private int[] _linesOf = [];
    private int[] _linesAt = [];
    private long _cost;
    private int _count;
    private int _main;

    /// <summary>What was spread last costs, with prices, price units.</summary>
    public long Cost => _cost;

    /// <summary>Units of a line that a place of the set got.</summary>
    /// <param name="line">The line.</param>
    /// <param name="at">The place's position in the set.</param>
    public int Amount(int line, int at) => _amount[(at * offers.Order.Lines) + line];

    /// <summary>Units of a line that no place got.</summary>
    /// <param name="line">The line.</param>
    public int Left(int line) => _left[line];

    /// <summary>Turns to the order that the offers are turned to.</summary>
    public void Load()
    {
        var order = offers.Order;
        _sequence = [.. Enumerable.Range(0, order.Lines).OrderByDescending(line => (long)order.Quantity[line] * order.UnitGrams[line]).ThenBy(line => line)];
        if (_left.Length < order.Lines)
        {
            _left = new int[order.Lines];
        }
    }

    /// <summary>Spreads the lines.</summary>
    /// <param name="set">The places that may be used, distinct.</param>
    /// <param name="isThorough">Whether to start in more ways than the two that most often end best.</param>
    /// <returns>What that costs, with prices, price units.</returns>
    public long Fill(ReadOnlySpan<int> set, bool isThorough = false)
    {
        var (best, bestMain, last) = (Fill(set, Nowhere), Nowhere, Nowhere);
        for (var main = ByRates; main < (isThorough ? Math.Min(set.Length, MostMains) : ByRates + 1) && set.Length > 1; main += main == ByRates ? -ByRates : 1)
        {
            last = main;
            if (Fill(set, main) is var cost && cost < best)
            {
                (best, bestMain) = (cost, main);
            }
        }

        return bestMain == last ? best : Fill(set, bestMain);
    }

    // Every line that the main place can serve starts there: one full parcel may be cheaper than what the lines below the rates tell.
    private long Fill(ReadOnlySpan<int> set, int main)
    {
        _main = main;
        Clear(set);
        foreach (var line in _sequence)
        {
            if (main >= 0 && Possible(line, main, _left[line]) is > 0 and var units)
            {
                Move(line, Nowhere, main, units);
            }

            Place(line);
        }

        for (var (round, before) = (0, long.MaxValue); round < Rounds && _cost < before; round++)
        {
            before = _cost;
            foreach (var line in _sequence)
            {
                Better(line);
            }
        }

        return _cost;
    }

    private void Clear(ReadOnlySpan<int> set)
    {
        var (lines, modes) = (offers.Order.Lines, offers.Modes.Length);
        _count = set.Length;
        if (_set.Length < _count || _amount.Length < _count * lines || _grams.Length < _count * modes)
        {
            var room = Math.Max(_count, 4) * 2;
            (_set, _linesAt) = (new int[room], new int[room]);
            (_amount, _taken) = (new int[room * lines], new int[room * lines]);
            (_grams, _band, _linesOf) = (new long[room * modes], new int[room * modes], new int[room * modes]);
        }

        set.CopyTo(_set);
        Array.Clear(_amount, 0, _count * lines);
        Array.Clear(_taken, 0, _count * lines);
        Array.Clear(_linesAt, 0, _count);
        Array.Clear(_grams, 0, _count * modes);
        Array.Clear(_band, 0, _count * modes);
        Array.Clear(_linesOf, 0, _count * modes);
        offers.Order.Quantity.CopyTo(_left, 0);
        _moves.Clear();
        _cost = 0;
        foreach (var units in offers.Order.Quantity)
        {
            _cost += units * offers.UnfilledUnitCost;
        }
    }

    private void Place(int line)
    {
        while (_left[line] > 0)
        {
            var (best, bestCost, bestUnits) = (Nowhere, offers.UnfilledUnitCost, 0);
            for (var at = 0; at < _count; at++)
            {
                var units = Possible(line, at, _left[line]);
                if (units > 0 && CostOf(line, at, units) is var cost && cost < bestCost)
                {
                    (best, bestCost, bestUnits) = (at, cost, units);
                }
            }

            if (best < 0)
            {
                return;
            }

            Move(line, Nowhere, best, bestUnits);
        }
    }

    private long CostOf(int line, int at, int units)
    {
        if (_main == ByRates)
        {
            return Addition(line, at, units) / units;
        }

        var offer = (_set[at] * offers.Order.Lines) + line;
        return offers.LinearCost[offer] + (offers.Extra[offer] / units);
    }

    // Units that a place can still take of a line: all or none of them where it is not splittable.
    private int Possible(int line, int at, int units)
    {
        var order = offers.Order;
        var (offer, row) = ((_set[at] * order.Lines) + line, (at * offers.Modes.Length) + order.Mode[line]);
        var free = offers.Units[offer] - _taken[(at * order.Lines) + order.FirstOfSku[line]];
        if (free <= 0)
        {
            return 0;
        }

        var most = Math.Min(free, units);
        var unitGrams = order.UnitGrams[line];
        if (unitGrams > 0)
        {
            most = (int)Math.Min(most, (offers.Modes[order.Mode[line]].Source.BandGrams[^1] - _grams[row]) / unitGrams);
        }

        return order.Splittable[line] || most == units ? most : 0;
    }

    private void Better(int line)
    {
        var order = offers.Order;
        for (var from = Nowhere; from < _count; from++)
        {
            var held = Held(line, from);
            if (held == 0)
            {
                continue;
            }

            var (best, bestUnits, bestGain) = (Nowhere, 0, 0L);
            for (var to = Nowhere; to < _count; to++)
            {
                var most = to == from ? 0 : to == Nowhere ? held : Possible(line, to, held);
                if (most == 0)
                {
                    continue;
                }

                Consider(line, from, to, most, ref best, ref bestUnits, ref bestGain);
                if (order.Splittable[line])
                {
                    Consider(line, from, to, Math.Min(most, UnitsOverEdge(line, from)), ref best, ref bestUnits, ref bestGain);
                    Consider(line, from, to, Math.Min(most, UnitsUpToEdge(line, to)), ref best, ref bestUnits, ref bestGain);
                }
            }

            if (bestGain < 0)
            {
                Move(line, from, best, bestUnits);
            }
        }
    }

    private int Held(int line, int at) => at == Nowhere ? _left[line] : _amount[(at * offers.Order.Lines) + line];

    private void Consider(int line, int from, int to, int units, ref int best, ref int bestUnits, ref long bestGain)
    {
        if (units > 0 && Change(line, from, to, units) is var change && change < bestGain)
        {
            (best, bestUnits, bestGain) = (to, units, change);
        }
    }

    // Units to take away until a parcel falls into the band below.
    private int UnitsOverEdge(int line, int at)
    {
        var mode = offers.Order.Mode[line];
        if (at == Nowhere || offers.Order.UnitGrams[line] == 0 || _band[(at * offers.Modes.Length) + mode] == 0)
        {
            return 0;
        }

        var row = (at * offers.Modes.Length) + mode;
        var over = _grams[row] - offers.Modes[mode].Source.BandGrams[_band[row] - 1];
        return (int)Math.Min(int.MaxValue, ((over - 1) / offers.Order.UnitGrams[line]) + 1);
    }

    // Units to add until a parcel's band is full.
    private int UnitsUpToEdge(int line, int at)
    {
        if (at == Nowhere || offers.Order.UnitGrams[line] == 0)
        {
            return 0;
        }

        var mode = offers.Order.Mode[line];
        var row = (at * offers.Modes.Length) + mode;
        return (int)Math.Min(int.MaxValue, (offers.Modes[mode].Source.BandGrams[_band[row]] - _grams[row]) / offers.Order.UnitGrams[line]);
    }
}
