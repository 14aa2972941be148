namespace Dom.Core.Sourcing.Search;

/// <summary>The best partial plan for every set of items, and for every number of locations that it may have where that is limited.</summary>
internal sealed class PlanTable
{
    private const int NoPart = -1;

    private readonly int _items;
    private readonly int _sets;
    private readonly bool _isLimited;
    private readonly Int128[] _weights;
    private readonly int[] _lastPart;
    private readonly List<Part> _parts = [];

    /// <summary>Makes a table in which only the empty plan stands.</summary>
    /// <param name="items">How many items there are.</param>
    /// <param name="maxLocations">Most locations of a plan; 0 means no limit.</param>
    public PlanTable(int items, int maxLocations)
    {
        _items = items;
        _sets = 1 << items;
        _isLimited = maxLocations > 0;
        LastLayer = maxLocations;
        _weights = new Int128[_sets * (maxLocations + 1)];
        _lastPart = new int[_weights.Length];
        Array.Fill(_weights, PlanWeight.Impossible);
        Array.Fill(_lastPart, NoPart);
        for (var layer = 0; layer <= maxLocations; layer++)
        {
            _weights[layer * _sets] = Int128.Zero;
        }
    }

    /// <summary>The first layer that plans can be added to.</summary>
    public int FirstLayer => _isLimited ? 1 : 0;

    /// <summary>The layer with the most locations; 0 without a limit.</summary>
    public int LastLayer { get; }

    /// <summary>What the best plan of a set weighs.</summary>
    /// <param name="layer">Most locations.</param>
    /// <param name="set">The items, a bit each.</param>
    public Int128 Weight(int layer, int set) => _weights[(layer * _sets) + set];

    /// <summary>Takes the plan of a set from the layer below: what needs fewer locations is allowed more.</summary>
    /// <param name="layer">Most locations.</param>
    /// <param name="set">The items, a bit each.</param>
    public void CarryOver(int layer, int set)
    {
        if (_isLimited)
        {
            var at = (layer * _sets) + set;
            (_weights[at], _lastPart[at]) = (_weights[at - _sets], _lastPart[at - _sets]);
        }
    }

    /// <summary>Offers to fulfil a part of a set from one location and the rest as its own best plan does.</summary>
    /// <param name="layer">Most locations of the whole.</param>
    /// <param name="set">The items, a bit each.</param>
    /// <param name="part">The items of them that come from the location.</param>
    /// <param name="location">The location.</param>
    /// <param name="weight">What the part weighs.</param>
    public void Offer(int layer, int set, int part, int location, Int128 weight)
    {
        var at = (layer * _sets) + set;
        var rest = ((_isLimited ? layer - 1 : layer) * _sets) + (set ^ part);
        if (_weights[rest] == PlanWeight.Impossible)
        {
            return;
        }

        var whole = unchecked(_weights[rest] + weight);
        if (whole < _weights[at] || (whole == _weights[at] && ComesBefore(location, part, _lastPart[rest], _lastPart[at])))
        {
            _weights[at] = whole;
            _lastPart[at] = _parts.Count;
            _parts.Add(new Part(location, part, _lastPart[rest]));
        }
    }

    /// <summary>Whether the plan of one set comes before that of another, item by item; an assigned item before an unassigned one.</summary>
    /// <param name="layer">Most locations.</param>
    /// <param name="set">One set.</param>
    /// <param name="other">The other set; negative for none.</param>
    public bool ComesBefore(int layer, int set, int other) =>
        other < 0 || IsBefore(Plan(layer, set), Plan(layer, other));

    /// <summary>The location of every item in the best plan of a set, -1 for items outside it.</summary>
    /// <param name="layer">Most locations.</param>
    /// <param name="set">The items, a bit each.</param>
    public int[] Plan(int layer, int set)
    {
        var plan = new int[_items];
        Fill(plan, _lastPart[(layer * _sets) + set]);
        return plan;
    }

    private static bool IsBefore(ReadOnlySpan<int> one, ReadOnlySpan<int> other)
    {
        for (var item = 0; item < one.Length; item++)
        {
            if (one[item] != other[item])
            {
                // As unsigned numbers, unassigned comes last.
                return unchecked((uint)one[item] < (uint)other[item]);
            }
        }

        return false;
    }

    private bool ComesBefore(int location, int items, int rest, int other)
    {
        Span<int> one = stackalloc int[_items];
        Span<int> two = stackalloc int[_items];
        Fill(one, rest);
        Put(one, items, location);
        Fill(two, other);
        return IsBefore(one, two);
    }

    private void Fill(Span<int> plan, int last)
    {
        plan.Fill(-1);
        for (var at = last; at != NoPart; at = _parts[at].Before)
        {
            Put(plan, _parts[at].Items, _parts[at].Location);
        }
    }

    private static void Put(Span<int> plan, int items, int location)
    {
        for (var item = 0; item < plan.Length; item++)
        {
            if ((items & (1 << item)) != 0)
            {
                plan[item] = location;
            }
        }
    }

    private readonly record struct Part(int Location, int Items, int Before);
}
