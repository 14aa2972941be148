using System.Runtime.CompilerServices;
using Dom.Core.Solving.Pools;

namespace Dom.Core.Solving.Prices;

/// <summary>
/// Finds the cheapest plan of one order from its pools: for each state the cheapest location, then the cheapest parting of the order into states,
/// each at a location of its own. Scratch of one thread; the parts of a plan live until the next order.
/// </summary>
/// <param name="unfilledUnitCost">What a unit left unassigned costs, price units.</param>
/// <param name="mostStates">States of the largest shape.</param>
internal sealed partial class OrderPricer(int unfilledUnitCost, int mostStates)
{
    /// <summary>Stands for the record of a part that no listed location serves.</summary>
    public const int Unlisted = -1;

    private const long Never = long.MaxValue / 4;

    private readonly long[] _best = new long[mostStates];
    private readonly int[] _record = new int[mostStates];
    private readonly int[] _base = new int[mostStates];
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
            var code = data[record + PoolBlock.SlotAt(line)];
            if (code > 0)
            {
                sum += (long)slotPrice[code] * shape.EntryDigit[entry] * data[at + 1 + line];
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
            var code = data[record + PoolBlock.SlotAt(line)];
            var units = shape.EntryDigit[entry] * data[at + 1 + line];
            for (var other = shape.EntryStart[state]; terms.IsSkuShared && other < entry; other++)
            {
                var before = shape.EntryLine[other];
                units += data[record + PoolBlock.SlotAt(before)] == code ? shape.EntryDigit[other] * data[at + 1 + before] : 0;
            }

            if (!resources.HasUnits(code, units))
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
}
