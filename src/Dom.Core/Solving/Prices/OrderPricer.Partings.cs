using Dom.Core.Solving.Pools;

namespace Dom.Core.Solving.Prices;

/// <content>The cheapest parting of an order into states, once the best location of each state is known.</content>
internal sealed partial class OrderPricer
{
    private readonly long[] _unfilled = new long[mostStates];
    private readonly List<long[]> _sums = [];
    private readonly List<int[]> _firsts = [];
    private int _levels;

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
