using System.Numerics;
using Dom.Core.Solving.Plans;
using Dom.Core.Solving.Pools;

namespace Dom.Core.Solving.Large;

/// <summary>
/// Reads a large order against every location, and makes tables of those that could matter. Scratch of one thread; what was read of an order lives until
/// the next is.
/// </summary>
/// <param name="shop">What the solve works with.</param>
/// <param name="scan">Reads orders.</param>
internal sealed partial class SupplyScan(Workshop shop, OrderScan scan)
{
    private readonly int _padded = shop.Tables.Padded;
    private readonly ulong[] _open = new ulong[shop.Tables.Padded / 64];
    private readonly ulong[] _any = new ulong[shop.Tables.Padded / 64];
    private int[] _units = [];
    private LargeOrder _order = null!;
    private LargePlan? _own;

    /// <summary>Reads an order with all that there is.</summary>
    /// <param name="order">The order.</param>
    public void Load(LargeOrder order) => Load(order, shop.Tables.Open, new UnitsInStock(shop.Problem.Stock.Available), null);

    /// <summary>Reads an order with what a ledger has left, and what the order itself holds in it.</summary>
    /// <param name="order">The order.</param>
    /// <param name="ledger">The ledger.</param>
    public void Load(LargeOrder order, Ledger ledger)
    {
        var own = ledger.Plans.Large(order.Order);
        ledger.Open.CopyTo(_open, 0);
        foreach (var location in own?.Locations ?? [])
        {
            _open[location >> 6] |= 1UL << (location & 63);
        }

        Load(order, _open, new UnitsLeft(ledger), own);
    }

    private void Load<TUnits>(LargeOrder order, ReadOnlySpan<ulong> open, TUnits available, LargePlan? own)
        where TUnits : ISlotUnits
    {
        (_order, _own) = (order, own);
        scan.LoadLines(order.Order, order.Lines, open);
        if (_units.Length < order.Lines * _padded)
        {
            _units = new int[order.Lines * _padded];
        }

        Array.Clear(_any);
        for (var line = 0; line < order.Lines; line++)
        {
            LoadUnits(line, available);
        }

        FindFloors();
    }

    // Takes the locations away that have not even the least amount of the line, or may not send it.
    private void LoadUnits<TUnits>(int line, TUnits available)
        where TUnits : ISlotUnits
    {
        var read = scan.Line(line);
        var least = _order.Splittable[line] ? 1 : _order.Quantity[line];
        var canBeSent = scan.Mode(_order.Mode[line]).Tables.Source.Band((long)least * _order.UnitGrams[line]) >= 0;
        var rows = HeldOf(line);
        for (var word = 0; word < _any.Length; word++)
        {
            var eligible = 0UL;
            for (var bits = canBeSent ? read.Eligible[word] : 0; bits != 0; bits &= bits - 1)
            {
                var location = (word * 64) + BitOperations.TrailingZeroCount(bits);
                var slot = scan.Index.Slot(read.Sku, location);
                var units = available.Of(slot);
                foreach (var row in rows)
                {
                    units += row.Slot == slot ? row.Units : 0;
                }

                _units[(line * _padded) + location] = units;
                eligible |= units >= least ? bits & (~bits + 1) : 0;
            }

            read.Eligible[word] = eligible;
            _any[word] |= eligible;
        }
    }

    private LargePlanRow[] HeldOf(int line)
    {
        if (_own is null)
        {
            return [];
        }

        return [.. _own.Rows.Where(row => _order.FirstOfSku[row.Line - _order.FirstLine] == _order.FirstOfSku[line])];
    }

    private bool IsEligible(int line, int location) => ((scan.Line(line).Eligible[location >> 6] >> (location & 63)) & 1) != 0;

    private int Most(int line, int location) => Math.Min(_order.Quantity[line], _units[(line * _padded) + location]);
}
