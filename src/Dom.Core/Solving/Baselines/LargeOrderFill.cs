namespace Dom.Core.Solving.Baselines;

/// <summary>
/// Spreads a large order's lines over a few locations: each line, the heaviest first, to where it adds least (a splittable one where a unit adds least, as
/// often as it takes), then each line that is not splittable once more, as long as that saves. Good rather than best: weight bands make this a hard
/// problem of its own.
/// </summary>
internal sealed class LargeOrderFill(SourcingProblem problem, LargeOrder order, long unassignedUnitCost)
{
    private const int Rounds = 3;

    private readonly int[] _sequence = [.. Enumerable.Range(0, order.Lines).OrderByDescending(
        line => (long)problem.Lines.Quantity[order.FirstLine + line] * problem.Lines.UnitGrams[order.FirstLine + line])];

    private int[] _places = [];
    private int[,] _amounts = new int[0, 0];
    private int[,] _taken = new int[0, 0];
    private long[,] _grams = new long[0, 0];
    private int[,] _lines = new int[0, 0];
    private long _cost;

    /// <summary>Units of the order that no location got.</summary>
    public long Unassigned { get; private set; }

    /// <summary>Spreads the lines over locations; returns what that costs.</summary>
    /// <param name="places">The places of the locations, distinct.</param>
    public long Fill(IEnumerable<int> places)
    {
        _places = [.. places];
        _amounts = new int[order.Lines, _places.Length];
        _taken = new int[order.Lines, _places.Length];
        _grams = new long[_places.Length, order.ModeCount];
        _lines = new int[_places.Length, order.ModeCount];
        (_cost, Unassigned) = (0, 0);
        foreach (var line in _sequence)
        {
            Place(line);
        }

        for (var (round, before) = (0, long.MaxValue); round < Rounds && Total < before; round++)
        {
            before = Total;
            foreach (var line in _sequence.Where(line => !problem.Lines.Splittable[order.FirstLine + line]))
            {
                TakeBack(line);
                Place(line);
            }
        }

        return Total;
    }

    /// <summary>Adds what was spread last to a plan.</summary>
    /// <param name="plan">The plan.</param>
    public void AddTo(PlanBuilder plan)
    {
        for (var line = 0; line < order.Lines; line++)
        {
            for (var at = 0; at < _places.Length; at++)
            {
                if (_amounts[line, at] > 0)
                {
                    plan.Add(order.FirstLine + line, order.Location(_places[at]), _amounts[line, at]);
                }
            }
        }
    }

    private long Total => _cost + (Unassigned * unassignedUnitCost);

    private void Place(int line)
    {
        var left = problem.Lines.Quantity[order.FirstLine + line];
        while (left > 0)
        {
            var (best, bestUnits, bestCost) = (-1, 0, 0L);
            for (var at = 0; at < _places.Length; at++)
            {
                var units = Possible(line, at, left);
                if (units > 0 && Added(line, at, units) is { } cost && cost < units * unassignedUnitCost
                    && (best < 0 || (Int128)cost * bestUnits < (Int128)bestCost * units))
                {
                    (best, bestUnits, bestCost) = (at, units, cost);
                }
            }

            if (best < 0)
            {
                break;
            }

            Put(line, best, bestUnits);
            _cost += bestCost;
            left -= bestUnits;
        }

        Unassigned += left;
    }

    private int Possible(int line, int at, int left)
    {
        var free = order.Units(line, _places[at]) - _taken[order.FirstOfSku[line], at];
        if (!problem.Lines.Splittable[order.FirstLine + line])
        {
            return free >= left ? left : 0;
        }

        var mode = order.ModeOfLine[line];
        return Math.Min(Math.Min(left, free), order.Room(mode, _grams[at, mode], problem.Lines.UnitGrams[order.FirstLine + line]));
    }

    /// <summary>What units more at a location add to the cost; none where the parcel would be too heavy.</summary>
    private long? Added(int line, int at, int units)
    {
        var mode = order.ModeOfLine[line];
        var (place, grams) = (_places[at], _grams[at, mode]);
        var after = order.ParcelCost(place, mode, grams + ((long)units * problem.Lines.UnitGrams[order.FirstLine + line]));
        var before = _lines[at, mode] == 0 ? 0 : order.ParcelCost(place, mode, grams);
        return after - before + (units * (problem.Locations.UnitCost[order.Location(place)] + order.UnitCharge(line, place)))
            + (_amounts[line, at] == 0 ? order.CandidateCost(line, place) : 0)
            + (IsUnused(at) ? order.PlaceCharge(place) : 0);
    }

    private bool IsUnused(int at)
    {
        for (var mode = 0; mode < order.ModeCount; mode++)
        {
            if (_lines[at, mode] > 0)
            {
                return false;
            }
        }

        return true;
    }

    private void TakeBack(int line)
    {
        var quantity = problem.Lines.Quantity[order.FirstLine + line];
        for (var at = 0; at < _places.Length; at++)
        {
            if (_amounts[line, at] > 0)
            {
                Put(line, at, -quantity);
                _cost -= Added(line, at, quantity) ?? 0;
                return;
            }
        }

        Unassigned -= quantity;
    }

    private void Put(int line, int at, int units)
    {
        var mode = order.ModeOfLine[line];
        var before = _amounts[line, at];
        _amounts[line, at] += units;
        _taken[order.FirstOfSku[line], at] += units;
        _grams[at, mode] += (long)units * problem.Lines.UnitGrams[order.FirstLine + line];
        _lines[at, mode] += Math.Sign(_amounts[line, at]) - Math.Sign(before);
    }
}
