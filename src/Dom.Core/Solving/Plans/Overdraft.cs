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
        var overdrawn = slots.Where(slot => ledger.UnitsLeft(slot) < 0).ToHashSet();
        var taken = new List<int>();
        for (var order = 0; order < shop.Problem.OrderCount && overdrawn.Count > 0; order++)
        {
            if (shop.Shapes[order] is not null ? Uses(order, overdrawn) : UsesLarge(order, overdrawn))
            {
                ledger.Remove(order);
                taken.Add(order);
                overdrawn.RemoveWhere(slot => ledger.UnitsLeft(slot) >= 0);
            }
        }

        return [.. taken];
    }

    private bool UsesLarge(int order, HashSet<int> slots) => ledger.Plans.Large(order) is { } plan && plan.Rows.Any(row => slots.Contains(row.Slot));

    private bool Uses(int order, HashSet<int> slots)
    {
        var states = ledger.Plans.States(order);
        for (var part = 0; part < states.Length && states[part] > 0; part++)
        {
            foreach (var need in shop.Needs(order, states[part], ledger.Plans.Locations(order)[part]))
            {
                if (slots.Contains(need.Slot))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
