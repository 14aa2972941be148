namespace Dom.Core.Sourcing.Search;

/// <summary>The best partial plan for every state, and for every number of locations that it may have where that is limited.</summary>
/// <remarks>
/// Of plans that weigh the same the one comes first whose units, item by item and each item's by location, have the first location by index at the
/// first difference; a unit that stays unassigned has the last.
/// </remarks>
internal sealed class StateTable
{
    /// <summary>The plan of nothing.</summary>
    public const int Nothing = -1;

    private readonly StateShape _shape;
    private readonly bool _isLimited;
    private readonly Int128[] _weights;
    private readonly int[] _plans;
    private readonly List<Link> _links = [];
    private readonly List<(int Location, int Amount)> _one = [];
    private readonly List<(int Location, int Amount)> _two = [];

    /// <summary>Makes a table in which only the empty plan stands.</summary>
    /// <param name="shape">The states.</param>
    /// <param name="maxLocations">Most locations of a plan; 0 means no limit.</param>
    public StateTable(StateShape shape, int maxLocations)
    {
        (_shape, _isLimited, LastLayer) = (shape, maxLocations > 0, maxLocations);
        _weights = new Int128[shape.StateCount * (maxLocations + 1)];
        _plans = new int[_weights.Length];
        Array.Fill(_weights, PlanWeight.Impossible);
        Array.Fill(_plans, Nothing);
        for (var layer = 0; layer <= maxLocations; layer++)
        {
            _weights[layer * shape.StateCount] = Int128.Zero;
        }
    }

    /// <summary>The first layer that plans can be added to.</summary>
    public int FirstLayer => _isLimited ? 1 : 0;

    /// <summary>The layer with the most locations; 0 without a limit.</summary>
    public int LastLayer { get; }

    /// <summary>What the best plan of a state weighs.</summary>
    /// <param name="layer">Most locations.</param>
    /// <param name="state">The state.</param>
    public Int128 Weight(int layer, int state) => _weights[(layer * _shape.StateCount) + state];

    /// <summary>The best plan of a state.</summary>
    /// <param name="layer">Most locations.</param>
    /// <param name="state">The state.</param>
    public int Plan(int layer, int state) => _plans[(layer * _shape.StateCount) + state];

    /// <summary>Takes the plan of a state from the layer below: what needs fewer locations is allowed more.</summary>
    /// <param name="layer">Most locations.</param>
    /// <param name="state">The state.</param>
    public void CarryOver(int layer, int state)
    {
        if (_isLimited)
        {
            var at = (layer * _shape.StateCount) + state;
            (_weights[at], _plans[at]) = (_weights[at - _shape.StateCount], _plans[at - _shape.StateCount]);
        }
    }

    /// <summary>Offers to fulfil a part of a state from one location and the rest as its own best plan does.</summary>
    /// <param name="layer">Most locations of the whole.</param>
    /// <param name="state">The state.</param>
    /// <param name="rest">What is left of it without the part.</param>
    /// <param name="part">What comes from the location.</param>
    /// <param name="location">The location.</param>
    /// <param name="weight">What the part weighs.</param>
    public void Offer(int layer, int state, int rest, int part, int location, Int128 weight)
    {
        var at = (layer * _shape.StateCount) + state;
        var restAt = ((_isLimited ? layer - 1 : layer) * _shape.StateCount) + rest;
        if (_weights[restAt] == PlanWeight.Impossible)
        {
            return;
        }

        var whole = unchecked(_weights[restAt] + weight);
        if (whole > _weights[at])
        {
            return;
        }

        var plan = Add(location, part, _plans[restAt]);
        if (whole < _weights[at] || ComesBefore(plan, _plans[at]))
        {
            (_weights[at], _plans[at]) = (whole, plan);
        }
        else
        {
            _links.RemoveAt(plan);
        }
    }

    /// <summary>Makes a plan out of a part and another plan.</summary>
    /// <param name="location">The location of the part.</param>
    /// <param name="part">The part.</param>
    /// <param name="before">The other plan.</param>
    public int Add(int location, int part, int before)
    {
        _links.Add(new Link(location, part, before));
        return _links.Count - 1;
    }

    /// <summary>Whether one plan comes before another that weighs the same.</summary>
    /// <param name="plan">One plan.</param>
    /// <param name="other">The other.</param>
    public bool ComesBefore(int plan, int other)
    {
        for (var item = 0; item < _shape.ItemCount; item++)
        {
            Read(plan, item, _one);
            Read(other, item, _two);
            for (var at = 0; at < Math.Max(_one.Count, _two.Count); at++)
            {
                if (at == _one.Count || at == _two.Count)
                {
                    return at < _one.Count;
                }

                if (_one[at] != _two[at])
                {
                    return _one[at].Location < _two[at].Location || (_one[at].Location == _two[at].Location && _one[at].Amount > _two[at].Amount);
                }
            }
        }

        return false;
    }

    /// <summary>The parts of a plan, in no order.</summary>
    /// <param name="plan">The plan.</param>
    public IEnumerable<(int Location, int Part)> Parts(int plan)
    {
        for (var at = plan; at != Nothing; at = _links[at].Before)
        {
            yield return (_links[at].Location, _links[at].Part);
        }
    }

    private void Read(int plan, int item, List<(int Location, int Amount)> parts)
    {
        parts.Clear();
        for (var at = plan; at != Nothing; at = _links[at].Before)
        {
            if (_shape.Amount(_links[at].Part, item) is > 0 and var amount)
            {
                parts.Add((_links[at].Location, amount));
            }
        }

        // The same location twice is one that the search has yet to take apart: its units stand together.
        parts.Sort();
        for (var at = parts.Count - 1; at > 0; at--)
        {
            if (parts[at].Location == parts[at - 1].Location)
            {
                parts[at - 1] = (parts[at].Location, parts[at - 1].Amount + parts[at].Amount);
                parts.RemoveAt(at);
            }
        }
    }

    private readonly record struct Link(int Location, int Part, int Before);
}
