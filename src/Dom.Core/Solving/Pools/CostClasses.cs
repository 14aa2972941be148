using System.Numerics;

namespace Dom.Core.Solving.Pools;

/// <summary>
/// The locations in a few classes by what they cost for any parcel, the cheapest class first: where the best of a class could not be cheap enough,
/// none of it need be looked at. The cheapest few, as distribution centres are, stand apart: whoever looks at them first soon knows what is too dear.
/// </summary>
internal sealed class CostClasses
{
    private const int Count = 8;
    private const int OneInFew = 16;

    private readonly int[] _leastParcel = new int[Count];
    private readonly int[] _leastUnit = new int[Count];
    private readonly ulong[][] _upTo;
    private readonly int _last;
    private readonly (int From, int To)[] _words = new (int From, int To)[Count];

    /// <summary>Parts the locations.</summary>
    /// <param name="tables">What they cost.</param>
    /// <param name="locations">How many there are.</param>
    public CostClasses(CostTables tables, int locations)
    {
        var costs = Enumerable.Range(0, locations).Select(location => (long)tables.ParcelCost[location] + tables.UnitCost[location]).ToArray();
        var (least, most) = (costs.DefaultIfEmpty().Min(), costs.DefaultIfEmpty().Max());
        _upTo = [.. Enumerable.Range(0, Count).Select(_ => new ulong[tables.Padded / 64])];
        Array.Fill(_leastParcel, int.MaxValue);
        Array.Fill(_leastUnit, int.MaxValue);
        for (var location = 0; location < locations; location++)
        {
            var own = most == least ? 0 : (int)((costs[location] - least) * (Count - 1) / (most - least));
            _leastParcel[own] = Math.Min(_leastParcel[own], tables.ParcelCost[location]);
            _leastUnit[own] = Math.Min(_leastUnit[own], tables.UnitCost[location]);
            for (var over = own; over < Count; over++)
            {
                _upTo[over][location >> 6] |= 1UL << (location & 63);
            }
        }

        _last = Array.FindLastIndex(_upTo, bits => bits.Sum(BitOperations.PopCount) <= locations / OneInFew);
        Few = _last < 0 ? [] : _upTo[_last][..(Array.FindLastIndex(_upTo[_last], word => word != 0) + 1)];
        for (var over = 0; over < Count; over++)
        {
            for (var word = 0; word < Few.Length; word++)
            {
                _upTo[over][word] &= ~Few[word];
            }

            _words[over] = (Array.FindIndex(_upTo[over], word => word != 0), Array.FindLastIndex(_upTo[over], word => word != 0) + 1);
        }
    }

    /// <summary>The cheapest few, as bits: as many of the cheapest classes as hold few locations together, up to the last word that is not 0.</summary>
    public ulong[] Few { get; }

    /// <summary>The dearest class beyond <see cref="Few"/> with a location that could cost no more than some limit.</summary>
    /// <param name="units">Units of the parcel.</param>
    /// <param name="limit">The limit, price units, less what the parcel costs from every location.</param>
    /// <returns>The class; -1 where there is none.</returns>
    public int Dearest(int units, long limit)
    {
        var dearest = Count - 1;
        while (dearest > _last && (_leastParcel[dearest] == int.MaxValue || _leastParcel[dearest] + ((long)units * _leastUnit[dearest]) > limit))
        {
            dearest--;
        }

        return dearest > _last ? dearest : -1;
    }

    /// <summary>The locations of a class and of all cheaper ones beyond <see cref="Few"/>, as bits.</summary>
    /// <param name="dearest">The class.</param>
    public ReadOnlySpan<ulong> UpTo(int dearest) => _upTo[dearest];

    /// <summary>The words of bits that are not 0 in <see cref="UpTo"/>: the first, and one beyond the last.</summary>
    /// <param name="dearest">The class; it has locations.</param>
    public (int From, int To) Words(int dearest) => _words[dearest];
}
