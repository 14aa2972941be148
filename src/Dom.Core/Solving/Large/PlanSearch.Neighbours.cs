namespace Dom.Core.Solving.Large;

/// <content>Sets one place away from the set at hand, and what each could cost by the lines below the rates.</content>
internal sealed partial class PlanSearch
{
    private const int MostForExchange = 12;

    private readonly List<(long Estimate, int Out, int In)> _neighbours = [];
    private long[] _served = [];
    private long[] _least = [];
    private long[] _rent = [];
    private long[] _first = [];
    private long[] _second = [];
    private int[] _firstAt = [];

    private void ListNeighbours()
    {
        _neighbours.Clear();
        FindFirstAndSecond();
        var rents = _set.Sum(place => _rent[place]);
        for (var next = 0; next < Offers.Places; next++)
        {
            if (_set.Contains(next))
            {
                continue;
            }

            if (_set.Count < Offers.Order.MaxLocations)
            {
                _neighbours.Add((rents + _rent[next] + Served(-1, next), -1, next));
            }

            for (var at = 0; at < _set.Count && _set.Count <= MostForExchange; at++)
            {
                _neighbours.Add((rents + _rent[next] - _rent[_set[at]] + Served(_set[at], next), _set[at], next));
            }
        }

        foreach (var place in _set)
        {
            _neighbours.Add((rents - _rent[place] + Served(place, -1), place, -1));
        }
    }

    private long Served(int without, int with)
    {
        var (lines, sum) = (Offers.Order.Lines, 0L);
        for (var line = 0; line < lines; line++)
        {
            var served = _firstAt[line] == without && without >= 0 ? _second[line] : _first[line];
            sum += with < 0 ? served : Math.Min(served, _served[(with * lines) + line]);
        }

        return sum;
    }

    private void FindFirstAndSecond()
    {
        var lines = Offers.Order.Lines;
        for (var line = 0; line < lines; line++)
        {
            var nothing = Offers.Order.Quantity[line] * Offers.UnfilledUnitCost;
            (_first[line], _second[line], _firstAt[line]) = (nothing, nothing, -1);
            foreach (var place in _set)
            {
                var served = _served[(place * lines) + line];
                if (served < _first[line])
                {
                    (_first[line], _second[line], _firstAt[line]) = (served, _first[line], place);
                }
                else
                {
                    _second[line] = Math.Min(_second[line], served);
                }
            }
        }
    }

    // What each line costs if a place serves it as far as it can, and the rest comes from where it is cheapest.
    private void Estimate()
    {
        var (order, lines) = (Offers.Order, Offers.Order.Lines);
        if (_served.Length < Offers.Places * lines)
        {
            _served = new long[Offers.Places * lines * 2];
        }

        if (_least.Length < lines || _rent.Length < Offers.Places)
        {
            (_least, _first, _second, _firstAt) = (new long[lines], new long[lines], new long[lines], new int[lines]);
            _rent = new long[Math.Max(_rent.Length, Offers.Places)];
        }

        Array.Fill(_least, Offers.UnfilledUnitCost);
        for (var place = 0; place < Offers.Places; place++)
        {
            for (var line = 0; line < lines; line++)
            {
                var at = (place * lines) + line;
                _least[line] = Offers.Units[at] > 0 ? Math.Min(_least[line], Offers.LinearCost[at]) : _least[line];
            }
        }

        for (var place = 0; place < Offers.Places; place++)
        {
            _rent[place] = Offers.Rent[place];
            for (var line = 0; line < lines; line++)
            {
                var at = (place * lines) + line;
                var units = Math.Min(order.Quantity[line], Offers.Units[at]);
                _served[at] = units == 0 ? order.Quantity[line] * Offers.UnfilledUnitCost
                    : ((long)units * Offers.LinearCost[at]) + Offers.Extra[at] + ((order.Quantity[line] - units) * _least[line]);
            }

            for (var mode = 0; mode < Offers.Modes.Length; mode++)
            {
                _rent[place] += Offers.Intercept[(place * Offers.Modes.Length) + mode];
            }
        }
    }
}
