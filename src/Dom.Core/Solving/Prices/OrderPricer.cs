using System.Runtime.CompilerServices;
using Dom.Core.Solving.Pools;

namespace Dom.Core.Solving.Prices;

/// <summary>
/// Finds the cheapest plan of one order from its pools: for each state the cheapest location, then the cheapest parting of the order into states,
/// each at a location of its own. Scratch of one thread; the parts of a plan live until the next order.
/// </summary>
/// <param name="unfilledUnitCost">What a unit left unassigned costs, price units.</param>
/// <param name="mostStates">States of the largest shape.</param>
internal sealed class OrderPricer(int unfilledUnitCost, int mostStates)
{
    /// <summary>Stands for the record of a part that no listed location serves.</summary>
    public const int Unlisted = -1;

    private const long Never = long.MaxValue / 4;

    private readonly long[] _best = new long[mostStates];
    private readonly int[] _record = new int[mostStates];
    private readonly int[] _base = new int[mostStates];
    private readonly long[] _unfilled = new long[mostStates];
    private readonly List<long[]> _sums = [];
    private readonly List<int[]> _firsts = [];
    private int _levels;
    private readonly long[] _once = new long[mostStates];
    private readonly int[] _onceRecord = new int[mostStates];
    private readonly int[] _onceBase = new int[mostStates];
    private readonly int[] _partState = new int[mostStates];
    private readonly int[] _partRecord = new int[mostStates];
    private readonly int[] _partCost = new int[mostStates];

    /// <summary>Parts of the plan found last.</summary>
    public int PartCount { get; private set; }

    /// <summary>Whether every part of the plan found last is at a listed location.</summary>
    public bool IsListed { get; private set; }

    /// <summary>What the plan found last costs without prices, price units; a lower bound where it is not listed.</summary>
    public long Cost { get; private set; }

    /// <summary>The state that a part serves.</summary>
    /// <param name="part">The part.</param>
    public int PartState(int part) => _partState[part];

    /// <summary>Where a part's record starts in the block's array, or <see cref="Unlisted"/>.</summary>
    /// <param name="part">The part.</param>
    public int PartRecord(int part) => _partRecord[part];

    /// <summary>What a part costs without prices, price units.</summary>
    /// <param name="part">The part.</param>
    public int PartCost(int part) => _partCost[part];

    /// <summary>Finds the cheapest plan.</summary>
    /// <param name="data">The array of the order's block.</param>
    /// <param name="at">Where the block starts.</param>
    /// <param name="terms">What the order asks.</param>
    /// <param name="locationPrice">Price of each location, price units.</param>
    /// <param name="slotPrice">Price by price number, price units.</param>
    /// <param name="resources">What may be taken.</param>
    /// <returns>What it costs with prices, price units.</returns>
    public long Price<TResources>(
        int[] data, int at, in OrderTerms terms, int[] locationPrice, int[] slotPrice, TResources resources)
        where TResources : IResources
    {
        FindBest(data, at, terms, locationPrice, slotPrice, resources);
        Combine(terms);
        return Choose(data, at, terms, null);
    }

    /// <summary>
    /// Finds the cheapest plan that uses no location twice. Two parcels from one place are one, which may cost more than the two would: where rates rise steeply
    /// with weight, <see cref="Price"/> can choose that.
    /// </summary>
    /// <param name="data">The array of the order's block.</param>
    /// <param name="at">Where the block starts.</param>
    /// <param name="terms">What the order asks.</param>
    /// <param name="locationPrice">Price of each location, price units.</param>
    /// <param name="slotPrice">Price by price number, price units.</param>
    /// <param name="resources">What may be taken.</param>
    /// <returns>What it costs with prices, price units.</returns>
    public long PriceDistinct<TResources>(
        int[] data, int at, in OrderTerms terms, int[] locationPrice, int[] slotPrice, TResources resources)
        where TResources : IResources
    {
        var price = Price(data, at, terms, locationPrice, slotPrice, resources);
        if (FindRepeated(data) is not { } location)
        {
            return price;
        }

        FindOnce(data, at, terms, location, locationPrice, slotPrice, resources);
        FindBest(data, at, terms, locationPrice, slotPrice, new AllOthers<TResources>(resources, location));
        Combine(terms);
        price = Choose(data, at, terms, _once);
        return FindRepeated(data) is null ? price : Price(data, at, terms with { MaxParts = 1 }, locationPrice, slotPrice, resources);
    }

    /// <summary>A location that the plan found last uses twice; none where it uses none twice.</summary>
    /// <param name="data">The array of the block that was priced.</param>
    public int? FindRepeated(int[] data)
    {
        for (var part = 1; part < PartCount; part++)
        {
            for (var other = 0; other < part; other++)
            {
                if (_partRecord[part] != Unlisted && _partRecord[other] != Unlisted && data[_partRecord[part]] == data[_partRecord[other]])
                {
                    return data[_partRecord[part]];
                }
            }
        }

        return null;
    }

    private void FindBest<TResources>(
        int[] data, int at, in OrderTerms terms, int[] locationPrice, int[] slotPrice, TResources resources)
        where TResources : IResources
    {
        unchecked
        {
            var shape = terms.Shape;
            var list = at + PoolBlock.ListsAt(shape.LineCount, data[at]);
            for (var state = 1; state < shape.StateCount; state++)
            {
                var count = data[list];
                var unlisted = data[list + 1];
                list += 2;
                var best = Never;
                var chosen = Unlisted;
                var chosenCost = PoolBlock.NoCost;
                var end = list + (2 * count);
                for (; list < end; list += 2)
                {
                    var cost = data[list];
                    if (cost >= best)
                    {
                        list = end;
                        break;
                    }

                    var record = at + data[list + 1];
                    var location = data[record];
                    long priced = (long)cost + locationPrice[location];
                    if (priced >= best || !resources.HasPlace(location))
                    {
                        continue;
                    }

                    priced += UnitPrices(data, at, record, shape, state, slotPrice);
                    if (priced < best && (!resources.IsLimited || HasUnits(data, at, record, terms, state, resources)))
                    {
                        (best, chosen, chosenCost) = (priced, record, cost);
                    }
                }

                if (resources.AllowsUnlisted && unlisted < best && unlisted != PoolBlock.NoCost)
                {
                    (best, chosen, chosenCost) = (unlisted, Unlisted, unlisted);
                }

                (_best[state], _record[state], _base[state]) = (best, chosen, chosenCost);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long UnitPrices(int[] data, int at, int record, OrderShape shape, int state, int[] slotPrice)
    {
        var sum = 0L;
        for (var entry = shape.EntryStart[state]; entry < shape.EntryStart[state + 1]; entry++)
        {
            var line = shape.EntryLine[entry];
            var number = data[record + PoolBlock.SlotAt(line) + 1];
            if (number > 0)
            {
                sum += (long)slotPrice[number] * shape.EntryDigit[entry] * data[at + 1 + line];
            }
        }

        return sum;
    }

    private static bool HasUnits<TResources>(
        int[] data, int at, int record, in OrderTerms terms, int state, TResources resources)
        where TResources : IResources
    {
        var shape = terms.Shape;
        for (var entry = shape.EntryStart[state]; entry < shape.EntryStart[state + 1]; entry++)
        {
            var line = shape.EntryLine[entry];
            var slot = data[record + PoolBlock.SlotAt(line)];
            var units = shape.EntryDigit[entry] * data[at + 1 + line];
            for (var other = shape.EntryStart[state]; terms.IsSkuShared && other < entry; other++)
            {
                var before = shape.EntryLine[other];
                units += data[record + PoolBlock.SlotAt(before)] == slot ? shape.EntryDigit[other] * data[at + 1 + before] : 0;
            }

            if (!resources.HasUnits(slot, units))
            {
                return false;
            }
        }

        return true;
    }

    // What one location would cost for each state that its lists name it for.
    private void FindOnce<TResources>(
        int[] data, int at, in OrderTerms terms, int location, int[] locationPrice, int[] slotPrice, TResources resources)
        where TResources : IResources
    {
        var shape = terms.Shape;
        var list = at + PoolBlock.ListsAt(shape.LineCount, data[at]);
        for (var state = 1; state < shape.StateCount; state++)
        {
            _once[state] = Never;
            var end = list + 2 + (2 * data[list]);
            for (list += 2; list < end; list += 2)
            {
                var record = at + data[list + 1];
                if (data[record] == location && resources.HasPlace(location)
                    && (!resources.IsLimited || HasUnits(data, at, record, terms, state, resources)))
                {
                    _once[state] = data[list] + (long)locationPrice[location] + UnitPrices(data, at, record, shape, state, slotPrice);
                    (_onceRecord[state], _onceBase[state]) = (record, data[list]);
                }
            }
        }
    }

    // Sums of k parts are the cheaper of sums of k - 1 parts and of one part with the best of k - 1 for the rest.
    private void Combine(in OrderTerms terms)
    {
        _levels = Math.Min(terms.MaxParts, terms.Shape.MaxParts);
        _best[0] = 0;
        var before = _best;
        for (var level = 2; level <= _levels; level++)
        {
            before = AddLevel(terms.Shape, before, level);
        }
    }

    private long[] Sums(int level) => level == 1 ? _best : _sums[level - 2];

    private long Choose(int[] data, int at, in OrderTerms terms, long[]? once)
    {
        var shape = terms.Shape;
        var unfilled = Unfilled(data, at, shape);
        var nothing = unfilled[shape.Full];
        var sums = Sums(_levels);
        var (best, bestState, bestOnce) = (nothing, 0, 0);
        for (var state = terms.ShipComplete ? shape.Full : 1; state < shape.StateCount; state++)
        {
            var left = nothing - unfilled[state];
            if (sums[state] + left < best)
            {
                (best, bestState, bestOnce) = (sums[state] + left, state, 0);
            }

            for (var part = 1; once is not null && part <= state; part++)
            {
                if (once[part] < Never && Contains(shape, state, part) && Rest(state - part) is var rest && once[part] + rest + left < best)
                {
                    (best, bestState, bestOnce) = (once[part] + rest + left, state, part);
                }
            }
        }

        Trace(bestState, bestOnce);
        Cost = nothing - unfilled[bestState];
        IsListed = true;
        for (var part = 0; part < PartCount; part++)
        {
            Cost += PartCost(part);
            IsListed &= PartRecord(part) != Unlisted;
        }

        return best;

        long Rest(int state) => state == 0 ? 0 : _levels == 1 ? Never : Sums(_levels - 1)[state];
    }

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

    private long[] AddLevel(OrderShape shape, long[] before, int level)
    {
        if (_sums.Count <= level - 2)
        {
            _sums.Add(new long[mostStates]);
            _firsts.Add(new int[mostStates]);
        }

        var (sums, firsts) = (_sums[level - 2], _firsts[level - 2]);
        sums[0] = 0;
        for (var state = 1; state < shape.StateCount; state++)
        {
            var (best, first) = (before[state], 0);
            for (var pair = shape.PairStart[state]; pair < shape.PairStart[state + 1]; pair++)
            {
                var part = shape.PairFirst[pair];
                var sum = _best[part] + before[state - part];
                if (sum < best)
                {
                    (best, first) = (sum, part);
                }
            }

            (sums[state], firsts[state]) = (best, first);
        }

        return sums;
    }

    private long[] Unfilled(int[] data, int at, OrderShape shape)
    {
        for (var state = 1; state < shape.StateCount; state++)
        {
            var units = 0L;
            for (var entry = shape.EntryStart[state]; entry < shape.EntryStart[state + 1]; entry++)
            {
                units += (long)shape.EntryDigit[entry] * data[at + 1 + shape.EntryLine[entry]];
            }

            _unfilled[state] = units * unfilledUnitCost;
        }

        return _unfilled;
    }

    private void Trace(int state, int once)
    {
        PartCount = 0;
        var level = _levels;
        if (once > 0)
        {
            AddPart(once, _onceRecord[once], _onceBase[once]);
            state -= once;
            level--;
        }

        for (; state > 0; level--)
        {
            var first = level > 1 ? _firsts[level - 2][state] : state;
            if (first > 0)
            {
                AddPart(first, _record[first], _base[first]);
                state -= first;
            }
        }
    }

    private void AddPart(int state, int record, int cost)
    {
        (_partState[PartCount], _partRecord[PartCount], _partCost[PartCount]) = (state, record, cost);
        PartCount++;
    }
}
