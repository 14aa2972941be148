namespace Dom.Core.Solving.Baselines;

/// <summary>
/// The cheapest locations for every part of an order. Of a plan of at most k locations none need be beyond the k cheapest of its part: one of those is
/// unused by the plan, and puts itself in its place without more cost.
/// </summary>
internal sealed class OfferPool
{
    private Offer[] _offers = [];
    private int[] _counts = [];
    private long[] _worst = [];
    private int _depth;

    /// <summary>Empties the pool.</summary>
    /// <param name="states">How many parts the order can have.</param>
    /// <param name="depth">How many locations to keep for each, 1 or more.</param>
    public void Clear(int states, int depth)
    {
        _depth = depth;
        if (_offers.Length < states * depth)
        {
            _offers = new Offer[states * depth];
        }

        if (_counts.Length < states)
        {
            (_counts, _worst) = (new int[states], new long[states]);
        }

        _counts.AsSpan(0, states).Clear();
        _worst.AsSpan(0, states).Fill(long.MaxValue);
    }

    /// <summary>Whether an offer could be among the cheapest of its part.</summary>
    /// <param name="state">The part.</param>
    /// <param name="cost">What it would cost.</param>
    public bool MayStay(int state, long cost) => cost <= _worst[state];

    /// <summary>Offers a location for a part; among equal costs the earlier location stays.</summary>
    /// <param name="state">The part.</param>
    /// <param name="location">A location that was not offered for it before.</param>
    /// <param name="cost">What it would cost from there.</param>
    public void Add(int state, int location, long cost)
    {
        var count = _counts[state];
        if (count == _depth)
        {
            ref readonly var last = ref _offers[(state * _depth) + count - 1];
            if (cost > last.Cost || (cost == last.Cost && location > last.Location))
            {
                return;
            }

            count--;
        }

        var offers = _offers.AsSpan(state * _depth, _depth);
        var at = count;
        for (; at > 0 && (cost < offers[at - 1].Cost || (cost == offers[at - 1].Cost && location < offers[at - 1].Location)); at--)
        {
            offers[at] = offers[at - 1];
        }

        offers[at] = new Offer(location, state, cost);
        _counts[state] = count + 1;
        if (count + 1 == _depth)
        {
            _worst[state] = offers[count].Cost;
        }
    }

    /// <summary>The offers for a part, cheapest first.</summary>
    /// <param name="state">The part.</param>
    public ReadOnlySpan<Offer> For(int state) => _offers.AsSpan(state * _depth, _counts[state]);
}
