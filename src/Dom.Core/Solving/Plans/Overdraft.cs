namespace Dom.Core.Solving.Plans;

/// <summary>Takes plans back that a change of stock has left without units.</summary>
/// <param name="shop">What the solve works with.</param>
/// <param name="ledger">The plan, loaded after the change: slots may be overdrawn.</param>
internal sealed class Overdraft(Workshop shop, Ledger ledger)
{
    /// <summary>Takes back orders, in their order, until no slot is overdrawn.</summary>
    /// <param name="slots">The slots that may be.</param>
    /// <returns>The orders taken back, ascending.</returns>
    public int[] Settle(IReadOnlyCollection<int> slots)
    {
        var overdrawn = slots.Where(slot => ledger.UnitsLeft[slot] < 0).ToHashSet();
        var taken = new List<int>();
        for (var order = 0; order < shop.Problem.OrderCount && overdrawn.Count > 0; order++)
        {
            if (shop.Shapes[order] is not null && Uses(order, overdrawn))
            {
                ledger.Remove(order);
                taken.Add(order);
                overdrawn.RemoveWhere(slot => ledger.UnitsLeft[slot] >= 0);
            }
        }

        return [.. taken];
    }

    private bool Uses(int order, HashSet<int> slots)
    {
        var shape = shop.Shapes[order]!;
        var states = ledger.Plans.States(order);
        for (var part = 0; part < states.Length && states[part] > 0; part++)
        {
            for (var entry = shape.EntryStart[states[part]]; entry < shape.EntryStart[states[part] + 1]; entry++)
            {
                var sku = shop.Problem.Lines.Sku[shop.Problem.Orders.LineStart[order] + shape.EntryLine[entry]];
                if (slots.Contains(shop.Index.Slot(sku, ledger.Plans.Locations(order)[part])))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
