using Dom.Core.Solving.Pools;

namespace Dom.Core.Solving.Large;

/// <summary>
/// Looks for a cheap plan of a large order: starting from a set of places, adds one, drops one or exchanges one for another as long as that saves. What a
/// neighbouring set could cost is estimated by the lines below the rates; only the most promising are spread out in full. Scratch of one thread.
/// </summary>
internal sealed partial class PlanSearch
{
    private const int MaxSteps = 60;

    private readonly List<int> _next = [];
    private readonly List<int> _set = [];
    private readonly List<int> _best = [];
    private long _bestCost;
    private readonly Spread _spread;

    /// <summary>Makes the scratch of a thread.</summary>
    /// <param name="tables">The problem's costs.</param>
    public PlanSearch(CostTables tables)
    {
        Offers = new(tables);
        _spread = new(Offers);
    }

    /// <summary>What the places could give: to be loaded before a search.</summary>
    public Offers Offers { get; }

    /// <summary>What the plan found last costs with prices, price units; where an order that ships complete does not, a fancy number.</summary>
    public long Cost { get; private set; }

    /// <summary>Whether the plan found last may be used: it is complete where it must be.</summary>
    public bool IsAllowed { get; private set; }

    /// <summary>Turns to what the offers were loaded with.</summary>
    public void Load()
    {
        _spread.Load();
        Estimate();
        _set.Clear();
        _best.Clear();
        _bestCost = _spread.Fill([]);
    }

    /// <summary>Searches from a set of locations, of which those that are not offered are left out, and keeps what it finds if it is the best so far.</summary>
    /// <param name="start">The locations.</param>
    /// <param name="tries">How many neighbours of each set are spread out in full.</param>
    public void Run(IEnumerable<int> start, int tries)
    {
        _set.Clear();
        foreach (var location in start)
        {
            var place = Array.IndexOf(Offers.Location, location, 0, Offers.Places);
            if (place >= 0 && _set.Count < Offers.Order.MaxLocations)
            {
                _set.Add(place);
            }
        }

        Cost = Fill(_set);
        for (var step = 0; step < MaxSteps && Step(tries); step++)
        {
        }

        if (Cost < _bestCost)
        {
            _bestCost = Cost;
            _best.Clear();
            _best.AddRange(_set);
        }
    }

    /// <summary>Turns back to the best plan that the runs found.</summary>
    /// <param name="isPolished">Whether to better it by moving lines two at a time.</param>
    public void Finish(bool isPolished)
    {
        _set.Clear();
        _set.AddRange(_best);
        Cost = _spread.Fill(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_set), isPolished);
        if (isPolished)
        {
            Cost = _spread.Polish();
        }

        IsAllowed = !Offers.Order.ShipComplete || IsComplete();
    }

    /// <summary>
    /// The pairs of locations that look cheapest together: what no search finds that adds one location at a time, if neither is good for much alone.
    /// </summary>
    /// <param name="count">How many.</param>
    public int[][] BestPairs(int count)
    {
        _neighbours.Clear();
        var lines = Offers.Order.Lines;
        for (var one = 0; Offers.Order.MaxLocations > 1 && one < Offers.Places; one++)
        {
            for (var other = 0; other < one; other++)
            {
                var (estimate, at, otherAt) = (_rent[one] + _rent[other], one * lines, other * lines);
                for (var line = 0; line < lines; line++)
                {
                    estimate += Math.Min(_served[at + line], _served[otherAt + line]);
                }

                if (_neighbours.Count < count || estimate < _neighbours[^1].Estimate)
                {
                    _neighbours.Add((estimate, one, other));
                    _neighbours.Sort();
                    _neighbours.RemoveRange(Math.Min(count, _neighbours.Count), Math.Max(0, _neighbours.Count - count));
                }
            }
        }

        return [.. _neighbours.Select(pair => new[] { Offers.Location[pair.Out], Offers.Location[pair.In] })];
    }

    /// <summary>The plan found last.</summary>
    public LargePlan ToPlan()
    {
        var order = Offers.Order;
        var rows = new List<LargePlanRow>();
        var prices = 0L;
        for (var line = 0; line < order.Lines; line++)
        {
            for (var at = 0; at < _set.Count; at++)
            {
                if (_spread.Amount(line, at) is > 0 and var units)
                {
                    var offer = (_set[at] * order.Lines) + line;
                    rows.Add(new(order.FirstLine + line, Offers.Location[_set[at]], Offers.Slot[offer], units));
                    prices += (long)units * Offers.SlotPrice[offer];
                }
            }
        }

        var locations = rows.Select(row => row.Location).Distinct().Order().ToArray();
        prices += locations.Sum(location => Offers.Rent[Array.IndexOf(Offers.Location, location)]);
        rows.Sort((one, other) => (one.Line, one.Location).CompareTo((other.Line, other.Location)));
        return new(locations, [.. rows], (int)(_spread.Cost - prices));
    }

    /// <summary>What the plan found last would cost with prices by the lines below the rates: no part of a bound is above that.</summary>
    public long RelaxedCost()
    {
        var (order, cost) = (Offers.Order, 0L);
        for (var line = 0; line < order.Lines; line++)
        {
            cost += _spread.Left(line) * Offers.UnfilledUnitCost;
        }

        for (var at = 0; at < _set.Count; at++)
        {
            var (place, isUsed) = (_set[at], false);
            for (var mode = 0; mode < Offers.Modes.Length; mode++)
            {
                var isModeUsed = false;
                for (var line = 0; line < order.Lines; line++)
                {
                    if (order.Mode[line] == mode && _spread.Amount(line, at) is > 0 and var units)
                    {
                        isModeUsed = true;
                        cost += ((long)units * Offers.LinearCost[(place * order.Lines) + line]) + Offers.Extra[(place * order.Lines) + line];
                    }
                }

                cost += isModeUsed ? Offers.Intercept[(place * Offers.Modes.Length) + mode] : 0;
                isUsed |= isModeUsed;
            }

            cost += isUsed ? Offers.Rent[place] : 0;
        }

        return cost;
    }

    private bool IsComplete()
    {
        for (var line = 0; line < Offers.Order.Lines; line++)
        {
            if (_spread.Left(line) > 0)
            {
                return false;
            }
        }

        return true;
    }

    private long Fill(List<int> set) => _spread.Fill(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(set));

    // The best of the most promising neighbours, if it is better.
    private bool Step(int tries)
    {
        ListNeighbours();
        _neighbours.Sort();
        var (best, bestCost) = (-1, Cost);
        for (var at = 0; at < Math.Min(tries, _neighbours.Count); at++)
        {
            if (Fill(Apply(_neighbours[at])) is var cost && cost < bestCost)
            {
                (best, bestCost) = (at, cost);
            }
        }

        if (best < 0)
        {
            return false;
        }

        var next = Apply(_neighbours[best]);
        _set.Clear();
        _set.AddRange(next);
        Cost = bestCost;
        return true;
    }

    private List<int> Apply((long Estimate, int Out, int In) change)
    {
        _next.Clear();
        foreach (var place in _set)
        {
            if (place != change.Out)
            {
                _next.Add(place);
            }
        }

        if (change.In >= 0)
        {
            _next.Add(change.In);
        }

        return _next;
    }
}
