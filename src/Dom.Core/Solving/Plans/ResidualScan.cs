using System.Numerics;
using System.Runtime.Intrinsics;
using Dom.Core.Solving.Pools;
using Dom.Core.Solving.Prices;

namespace Dom.Core.Solving.Plans;

/// <summary>Finds an order's cheapest plan with prices from what a ledger has left, over every location. Scratch of one thread.</summary>
/// <param name="shop">What the solve works with.</param>
/// <param name="worker">The thread.</param>
internal sealed class ResidualScan(Workshop shop, int worker)
{
    private readonly IntBuffer _records = new();
    private readonly IntBuffer _lists = new();
    private int[] _block = new int[1024];

    /// <summary>The block that holds the best location of each state.</summary>
    public int[] Block => _block;

    /// <summary>Finds the plan; the thread's pricer holds it, with records in <see cref="Block"/>.</summary>
    /// <param name="order">The order.</param>
    /// <param name="shape">Its shape.</param>
    /// <param name="ledger">What is left.</param>
    /// <param name="prices">The prices.</param>
    /// <returns>What it costs with prices, price units.</returns>
    public long Find(int order, OrderShape shape, Ledger ledger, PriceVector prices)
    {
        var scan = shop.Scan(worker);
        scan.Load(order, shape, ledger.Open);
        _records.Clear();
        _lists.Clear();
        var found = 0;
        for (var state = 1; state < shape.StateCount; state++)
        {
            var location = -1;
            if (scan.Prepare(state, prices.Location))
            {
                location = Best(scan, shape, state, ledger, prices);
            }

            _lists.Add(location < 0 ? 0 : 1);
            _lists.Add(PoolBlock.NoCost);
            if (location >= 0)
            {
                _lists.Add(scan.Cost[location] - prices.Location[location]);
                _lists.Add(PoolBlock.ListsAt(shape.LineCount, found++));
                AddRecord(scan, shape, location);
            }
        }

        Assemble(scan, shape, found);
        return shop.Pricer(worker).PriceDistinct(_block, 0, shop.Terms(order, shape), prices.Location, prices.Slot, default(Unlimited));
    }

    private int Best(OrderScan scan, OrderShape shape, int state, Ledger ledger, PriceVector prices)
    {
        var cost = scan.Cost;
        var eligible = scan.Eligible;
        var best = long.MaxValue;
        var chosen = -1;
        for (var word = 0; word < eligible.Length; word++)
        {
            var bits = eligible[word];
            for (var at = word * 64; bits != 0; at += Vector256<int>.Count, bits >>= Vector256<int>.Count)
            {
                var limit = Vector256.Create((int)Math.Min(best, int.MaxValue));
                var isLess = Vector256.LessThan(Vector256.LoadUnsafe(in cost[at]), limit);
                for (var hits = isLess.ExtractMostSignificantBits() & (uint)(bits & 0xFF); hits != 0; hits &= hits - 1)
                {
                    var location = at + BitOperations.TrailingZeroCount(hits);
                    var priced = cost[location] + SlotPrices(scan, shape, state, location, prices);
                    if (priced < best && scan.HasUnits(state, location, new UnitsLeft(ledger)))
                    {
                        (best, chosen) = (priced, location);
                    }
                }
            }
        }

        return chosen;
    }

    private long SlotPrices(OrderScan scan, OrderShape shape, int state, int location, PriceVector prices)
    {
        var sum = 0L;
        for (var entry = shape.EntryStart[state]; entry < shape.EntryStart[state + 1]; entry++)
        {
            var line = shape.EntryLine[entry];
            var number = shop.Slots.NumberOf(scan.Index.Slot(scan.Sku(line), location));
            sum += (long)prices.Slot[number] * shape.EntryDigit[entry] * scan.UnitsPerDigit(line);
        }

        return sum;
    }

    private void AddRecord(OrderScan scan, OrderShape shape, int location)
    {
        _records.Add(location);
        for (var line = 0; line < shape.LineCount; line++)
        {
            _records.Add(scan.IsEligible(line, location) ? shop.Slots.CodeOf(scan.Index.Slot(scan.Sku(line), location)) : SlotCode.None);
        }
    }

    private void Assemble(OrderScan scan, OrderShape shape, int found)
    {
        var header = PoolBlock.HeaderLength(shape.LineCount);
        var length = header + _records.Count + _lists.Count;
        if (_block.Length < length)
        {
            _block = new int[length * 2];
        }

        _block[0] = found;
        for (var line = 0; line < shape.LineCount; line++)
        {
            _block[1 + line] = scan.UnitsPerDigit(line);
        }

        _records.Items.CopyTo(_block.AsSpan(header));
        _lists.Items.CopyTo(_block.AsSpan(header + _records.Count));
    }
}
