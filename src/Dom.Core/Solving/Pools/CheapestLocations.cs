using System.Runtime.CompilerServices;

namespace Dom.Core.Solving.Pools;

/// <summary>The cheapest of the locations that are added, and the one next to them: of two that cost the same, the one with the smaller number. Scratch of one thread.</summary>
internal sealed class CheapestLocations
{
    // Up to here a location is put where it belongs when it comes; beyond, all are sorted now and then.
    private const int MostToInsert = 32;

    // A cost above a location, so that comparing keys compares both.
    private long[] _keys = new long[64];
    private int _kept;
    private int _room;

    /// <summary>How many are kept: one more than the width at most, once <see cref="Finish"/> was called.</summary>
    public int Count { get; private set; }

    /// <summary>What a location may cost at most to be of interest, price units.</summary>
    public long MostCost => _worst >> 32;

    private long _worst;

    /// <summary>Starts with none.</summary>
    /// <param name="width">How many are wanted, 1 or more, besides the next one.</param>
    public void Start(int width)
    {
        _kept = width + 1;
        _room = _kept > MostToInsert ? 2 * _kept : _kept;
        if (_keys.Length < _room)
        {
            _keys = new long[_room];
        }

        (Count, _worst) = (0, long.MaxValue);
    }

    /// <summary>Adds a location, if it is one of the cheapest so far.</summary>
    /// <param name="cost">What it costs, price units.</param>
    /// <param name="location">The location.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int cost, int location)
    {
        var key = ((long)cost << 32) | (uint)location;
        if (key < _worst)
        {
            Keep(key);
        }
    }

    /// <summary>Whether a location would be one of the cheapest so far.</summary>
    /// <param name="cost">What it costs, price units.</param>
    /// <param name="location">The location.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Wants(int cost, int location) => (((long)cost << 32) | (uint)location) < _worst;

    /// <summary>Puts what was added in order, and drops what is too much.</summary>
    public void Finish()
    {
        if (_kept > MostToInsert)
        {
            Sort();
        }
    }

    /// <summary>What the location at a place costs, price units.</summary>
    /// <param name="at">The place, cheapest first.</param>
    public int Cost(int at) => (int)(_keys[at] >> 32);

    /// <summary>The location at a place.</summary>
    /// <param name="at">The place, cheapest first.</param>
    public int Location(int at) => (int)(_keys[at] & uint.MaxValue);

    private void Keep(long key)
    {
        if (_kept > MostToInsert)
        {
            _keys[Count++] = key;
            if (Count == _room)
            {
                Sort();
            }

            return;
        }

        var at = Count < _kept ? Count++ : _kept - 1;
        for (; at > 0 && _keys[at - 1] > key; at--)
        {
            _keys[at] = _keys[at - 1];
        }

        _keys[at] = key;
        _worst = Count == _kept ? _keys[_kept - 1] : long.MaxValue;
    }

    private void Sort()
    {
        _keys.AsSpan(0, Count).Sort();
        Count = Math.Min(Count, _kept);
        _worst = Count == _kept ? _keys[_kept - 1] : long.MaxValue;
    }
}
