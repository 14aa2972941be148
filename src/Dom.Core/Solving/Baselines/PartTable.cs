namespace Dom.Core.Solving.Baselines;

/// <summary>
/// The best way to put every state of an order together from parts of distinct locations. Best is: cheapest; then fewest locations; then
/// the ascending list of locations that comes first, compared place by place; then, location by location of that list, more of the earliest line.
/// </summary>
/// <remarks>
/// Locations are taken in descending order, so that a new one stands at the head of its list, and what follows it was the best before:
/// dynamic programming keeps the ties as exactly as the costs.
/// </remarks>
internal sealed class PartTable
{
    private const int Unreached = -1;
    private const int Empty = -2;

    private readonly List<Part> _parts = [];
    private long[] _costs = [];
    private int[] _heads = [];
    private int _states;
    private int _layers;

    /// <summary>Empties the table: only the state without units is reached, by no location.</summary>
    /// <param name="states">The order's states.</param>
    /// <param name="maxLocations">Most locations; 0 for any number.</param>
    public void Clear(int states, int maxLocations)
    {
        (_states, _layers) = (states, maxLocations);
        var size = states * (maxLocations + 1);
        if (_costs.Length < size)
        {
            (_costs, _heads) = (new long[size], new int[size]);
        }

        _heads.AsSpan(0, size).Fill(Unreached);
        (_costs[0], _heads[0]) = (0, Empty);
        _parts.Clear();
    }

    /// <summary>Lets a location give one of several parts.</summary>
    /// <param name="states">The order.</param>
    /// <param name="offers">The offers of one location, which lies before those added so far.</param>
    public void Add(OrderStates states, ReadOnlySpan<Offer> offers)
    {
        if (_layers == 0)
        {
            // A state builds on smaller ones, which this location has not touched yet.
            for (var state = _states - 1; state > 0; state--)
            {
                AddTo(states, state, 0, 0, offers);
            }
        }

        for (var layer = _layers; layer > 0; layer--)
        {
            for (var state = _states - 1; state > 0; state--)
            {
                AddTo(states, state, layer * _states, (layer - 1) * _states, offers);
            }
        }
    }

    /// <summary>The best entry of a state, over any number of locations that is allowed; negative where it cannot be put together.</summary>
    /// <param name="state">The state.</param>
    public int Best(int state)
    {
        var best = -1;
        for (var at = state; at < _states * (_layers + 1); at += _states)
        {
            if (_heads[at] != Unreached && (best < 0 || IsBetter(_costs[at], at, best)))
            {
                best = at;
            }
        }

        return best;
    }

    /// <summary>What an entry costs.</summary>
    /// <param name="entry">The entry.</param>
    public long Cost(int entry) => _costs[entry];

    /// <summary>Whether an entry comes before another, its cost being as given.</summary>
    /// <param name="cost">Its cost, with whatever the rest of the order costs.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="otherCost">The same of the other.</param>
    /// <param name="other">The other entry.</param>
    public bool ComesBefore(long cost, int entry, long otherCost, int other) =>
        cost != otherCost ? cost < otherCost : Compare(_heads[entry], _heads[other]) < 0;

    /// <summary>How many locations an entry uses.</summary>
    /// <param name="entry">The entry.</param>
    public int Locations(int entry) => CountOf(_heads[entry]);

    /// <summary>The parts of an entry, ascending by location.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="parts">Where to, cleared before.</param>
    public void Read(int entry, List<(int Location, int State)> parts)
    {
        parts.Clear();
        for (var at = _heads[entry]; at >= 0; at = _parts[at].Next)
        {
            parts.Add((_parts[at].Location, _parts[at].State));
        }
    }

    private bool IsBetter(long cost, int at, int best) => ComesBefore(cost, at, _costs[best], best);

    private void AddTo(OrderStates states, int state, int layer, int below, ReadOnlySpan<Offer> offers)
    {
        var at = layer + state;
        foreach (ref readonly var offer in offers)
        {
            if (!states.Covers(state, offer.State) || _heads[below + state - offer.State] is Unreached)
            {
                continue;
            }

            var rest = below + state - offer.State;
            var cost = _costs[rest] + offer.Cost;
            var isTie = _heads[at] != Unreached && cost == _costs[at];
            if (_heads[at] == Unreached || cost < _costs[at] || isTie)
            {
                _parts.Add(new Part(offer.Location, offer.State, _heads[rest], CountOf(_heads[rest]) + 1));
                if (isTie && Compare(_parts.Count - 1, _heads[at]) >= 0)
                {
                    _parts.RemoveAt(_parts.Count - 1);
                    continue;
                }

                (_costs[at], _heads[at]) = (cost, _parts.Count - 1);
            }
        }
    }

    private int CountOf(int head) => head < 0 ? 0 : _parts[head].Count;

    private int Compare(int one, int other)
    {
        if (CountOf(one) != CountOf(other))
        {
            return CountOf(one).CompareTo(CountOf(other));
        }

        var byAmount = 0;
        for (var (a, b) = (one, other); a >= 0; (a, b) = (_parts[a].Next, _parts[b].Next))
        {
            if (_parts[a].Location != _parts[b].Location)
            {
                return _parts[a].Location.CompareTo(_parts[b].Location);
            }

            byAmount = byAmount != 0 ? byAmount : _parts[b].State.CompareTo(_parts[a].State);
        }

        return byAmount;
    }

    private readonly record struct Part(int Location, int State, int Next, int Count);
}
