using Dom.Core.Solving.Pools;

namespace Dom.Core.Solving.Online;

/// <summary>
/// The cheapest parting of an order into states, each at a location of its own, from what the cheapest location of each state costs. Exact: where
/// the cheapest states would use a location twice, that location is taken out of the lists and offered apart, once; until none is used twice.
/// Scratch that the next order overwrites.
/// </summary>
/// <param name="mostStates">States of the largest shape.</param>
internal sealed class PartSearch(int mostStates)
{
    /// <summary>What a state costs that no location can serve.</summary>
    public const long Never = long.MaxValue / 4;

    private readonly List<long[]> _sums = [new long[mostStates]];
    private readonly List<int[]> _firsts = [new int[mostStates]];
    private readonly List<int[]> _taken = [];
    private readonly List<long[]> _apartCost = [];
    private readonly List<int> _apart = [];
    private int _levels;

    /// <summary>What the cheapest location costs for each state, or <see cref="Never"/>.</summary>
    public long[] Best { get; } = new long[mostStates];

    /// <summary>That location.</summary>
    public int[] Location { get; } = new int[mostStates];

    /// <summary>What leaving each state unassigned costs.</summary>
    public long[] Unfilled { get; } = new long[mostStates];

    /// <summary>Parts of the plan found last.</summary>
    public int PartCount { get; private set; }

    /// <summary>The state of each part.</summary>
    public int[] PartState { get; } = new int[mostStates];

    /// <summary>The location of each part.</summary>
    public int[] PartLocation { get; } = new int[mostStates];

    /// <summary>The locations offered apart.</summary>
    public IReadOnlyList<int> Apart => _apart;

    /// <summary>Starts another order.</summary>
    public void Clear() => _apart.Clear();

    /// <summary>Offers a location apart.</summary>
    /// <param name="location">The location; <see cref="Best"/> no longer knows it.</param>
    /// <returns>What it costs for each state, to be filled in.</returns>
    public long[] AddApart(int location)
    {
        _apart.Add(location);
        if (_apartCost.Count < _apart.Count)
        {
            _apartCost.Add(new long[mostStates]);
        }

        return _apartCost[_apart.Count - 1];
    }

    /// <summary>Finds the plan.</summary>
    /// <param name="shape">The order's shape.</param>
    /// <param name="maxParts">Most locations that may serve it, 1 or more.</param>
    /// <param name="shipComplete">Whether it comes whole or not at all.</param>
    /// <returns>What it costs.</returns>
    public long Find(OrderShape shape, int maxParts, bool shipComplete)
    {
        _levels = Math.Min(maxParts, shape.MaxParts);
        Best[0] = 0;
        Array.Copy(Best, _sums[0], shape.StateCount);
        for (var level = 1; level < _levels; level++)
        {
            AddLevel(shape, level);
        }

        for (var apart = 0; apart < _apart.Count; apart++)
        {
            OfferApart(shape, apart);
        }

        return Choose(shape, shipComplete);
    }

    /// <summary>A location that the plan found last uses twice; negative where it uses none twice.</summary>
    public int FindRepeated()
    {
        for (var part = 1; part < PartCount; part++)
        {
            for (var other = 0; other < part; other++)
            {
                if (PartLocation[part] == PartLocation[other])
                {
                    return PartLocation[part];
                }
            }
        }

        return -1;
    }

    private void AddLevel(OrderShape shape, int level)
    {
        if (_sums.Count == level)
        {
            _sums.Add(new long[mostStates]);
            _firsts.Add(new int[mostStates]);
        }

        var (before, sums, firsts) = (_sums[level - 1], _sums[level], _firsts[level]);
        var pairs = shape.PairFirst;
        sums[0] = 0;
        for (var state = 1; state < shape.StateCount; state++)
        {
            var (best, first) = (before[state], 0);
            for (var pair = shape.PairStart[state]; pair < shape.PairStart[state + 1]; pair++)
            {
                var sum = Best[pairs[pair]] + before[state - pairs[pair]];
                if (sum < best)
                {
                    (best, first) = (sum, pairs[pair]);
                }
            }

            (sums[state], firsts[state]) = (best, first);
        }
    }

    // From large states and levels to small ones: what is read has not been given this location yet.
    private void OfferApart(OrderShape shape, int apart)
    {
        if (_taken.Count == apart)
        {
            _taken.Add([]);
        }

        var cost = _apartCost[apart];
        var taken = _taken[apart] = new int[_levels * shape.StateCount];
        for (var level = _levels - 1; level >= 0; level--)
        {
            for (var state = shape.Full; state > 0; state--)
            {
                for (var part = 1; part <= state; part++)
                {
                    if (cost[part] < Never && Contains(shape, state, part) && cost[part] + Rest(level, state - part) is var sum && sum < _sums[level][state])
                    {
                        _sums[level][state] = sum;
                        taken[(level * shape.StateCount) + state] = part;
                    }
                }
            }
        }
    }

    private long Rest(int level, int state) => state == 0 ? 0 : level == 0 ? Never : _sums[level - 1][state];

    private static bool Contains(OrderShape shape, int state, int part)
    {
        for (var line = 0; line < shape.LineCount; line++)
        {
            if (shape.Digit(part, line) > shape.Digit(state, line))
            {
                return false;
            }
        }

        return true;
    }

    private long Choose(OrderShape shape, bool shipComplete)
    {
        var sums = _sums[_levels - 1];
        var nothing = Unfilled[shape.Full];
        var (best, chosen) = (nothing, 0);
        for (var state = shipComplete ? shape.Full : 1; state < shape.StateCount; state++)
        {
            if (sums[state] + nothing - Unfilled[state] is var sum && sum < best)
            {
                (best, chosen) = (sum, state);
            }
        }

        Trace(shape, chosen);
        return best;
    }

    private void Trace(OrderShape shape, int state)
    {
        PartCount = 0;
        var level = _levels - 1;
        for (var apart = _apart.Count - 1; apart >= 0 && state > 0; apart--)
        {
            if (_taken[apart][(level * shape.StateCount) + state] is > 0 and var part)
            {
                AddPart(part, _apart[apart]);
                state -= part;
                level--;
            }
        }

        for (; state > 0; level--)
        {
            var first = level > 0 ? _firsts[level][state] : state;
            if (first > 0)
            {
                AddPart(first, Location[first]);
                state -= first;
            }
        }
    }

    private void AddPart(int state, int location) => (PartState[PartCount], PartLocation[PartCount++]) = (state, location);
}
