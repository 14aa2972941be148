using Dom.Core.Solving.Large;

namespace Dom.Core.Solving.Plans;

/// <summary>A plan that keeps to what there is: what its orders take, and what they leave.</summary>
internal sealed class Ledger
{
    private readonly Workshop _shop;

    // Units left of the slots that had a price number when all plans were last taken back, by number: few, and asked for often. Of the many others
    // only those are kept of which something was taken.
    private int[] _left = [];
    private readonly SlotTally _taken = new();

    /// <summary>Starts with nothing assigned.</summary>
    /// <param name="shop">What the solve works with.</param>
    public Ledger(Workshop shop)
    {
        _shop = shop;
        Plans = new(shop);
        PlacesLeft = (int[])shop.Problem.Locations.MaxOrders.Clone();
        Open = (ulong[])shop.Tables.Open.Clone();
        Reset();
    }

    /// <summary>The plans of the orders.</summary>
    public PlanBook Plans { get; }

    /// <summary>What they cost together, price units.</summary>
    public long TotalCost { get; private set; }

    /// <summary>Orders that each location may still take.</summary>
    public int[] PlacesLeft { get; }

    /// <summary>The locations that may take another order, as bits.</summary>
    public ulong[] Open { get; }

    /// <summary>Units left in a slot.</summary>
    /// <param name="slot">The slot.</param>
    public int UnitsLeft(int slot) => UnitsLeftOf(_shop.Slots.CodeOf(slot));

    /// <summary>Units left in a slot.</summary>
    /// <param name="code">The slot's code.</param>
    public int UnitsLeftOf(int code) => IsNumbered(code) ? _left[code] : UnitsLeftOfOther(_shop.Slots.SlotOf(code));

    /// <summary>Takes all plans back.</summary>
    public void Clear()
    {
        for (var order = 0; order < _shop.Problem.OrderCount; order++)
        {
            Plans.Clear(order);
        }

        Reset();
    }

    /// <summary>Takes all plans back, and sets others.</summary>
    /// <param name="plans">The plans; they may take more units than there are, and no more places.</param>
    public void Load(PlanBook plans)
    {
        Plans.CopyFrom(plans);
        Reset();
        for (var order = 0; order < _shop.Problem.OrderCount; order++)
        {
            Take(order, 1);
        }
    }

    /// <summary>Takes an order's plan back.</summary>
    /// <param name="order">The order.</param>
    public void Remove(int order)
    {
        Take(order, -1);
        TotalCost += Plans.Nothing[order] - Plans.Cost[order];
        Plans.Clear(order);
    }

    /// <summary>Sets the plan of an order that has none.</summary>
    /// <param name="order">The order.</param>
    /// <param name="states">The states of its parts; 0 ends them.</param>
    /// <param name="locations">Their locations.</param>
    /// <param name="cost">What it costs, price units.</param>
    public void Apply(int order, ReadOnlySpan<int> states, ReadOnlySpan<int> locations, int cost)
    {
        TotalCost += cost - Plans.Cost[order];
        Plans.Set(order, states, locations, cost);
        Take(order, 1);
    }

    /// <summary>Sets the plan of a large order that has none.</summary>
    /// <param name="order">The order.</param>
    /// <param name="plan">The plan.</param>
    public void Apply(int order, LargePlan plan)
    {
        TotalCost += plan.Cost - Plans.Cost[order];
        Plans.SetLarge(order, plan);
        Take(order, 1);
    }

    /// <summary>Whether there is enough left for a plan of a large order.</summary>
    /// <param name="plan">The plan.</param>
    public bool Fits(LargePlan plan)
    {
        foreach (var location in plan.Locations)
        {
            if (PlacesLeft[location] < 1)
            {
                return false;
            }
        }

        foreach (var row in plan.Rows)
        {
            var units = 0;
            foreach (var other in plan.Rows)
            {
                units += other.Slot == row.Slot ? other.Units : 0;
            }

            if (UnitsLeft(row.Slot) < units)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether there is enough left for a plan.</summary>
    /// <param name="order">The order.</param>
    /// <param name="states">The states of its parts; 0 ends them.</param>
    /// <param name="locations">Their locations.</param>
    public bool Fits(int order, ReadOnlySpan<int> states, ReadOnlySpan<int> locations)
    {
        for (var part = 0; part < states.Length && states[part] > 0; part++)
        {
            if (PlacesLeft[locations[part]] < 1 || !HasUnits(order, states[part], locations[part]))
            {
                return false;
            }
        }

        return true;
    }

    private void Reset()
    {
        TotalCost = Plans.Cost.Sum(cost => (long)cost);
        _shop.Problem.Locations.MaxOrders.CopyTo(PlacesLeft, 0);
        _shop.Tables.Open.CopyTo(Open, 0);
        if (_left.Length != _shop.Slots.Count)
        {
            _left = new int[_shop.Slots.Count];
        }

        for (var number = 1; number < _left.Length; number++)
        {
            _left[number] = _shop.Problem.Stock.Available[_shop.Slots.SlotOf(number)];
        }

        _taken.Clear();
    }

    private bool IsNumbered(int code) => code > 0 && code < _left.Length;

    private int UnitsLeftOfOther(int slot) => _shop.Problem.Stock.Available[slot] - _taken[slot];

    private void TakeUnits(int slot, int units)
    {
        if (_shop.Slots.CodeOf(slot) is var code && IsNumbered(code))
        {
            _left[code] -= units;
        }
        else
        {
            _taken.Add(slot, units);
        }
    }

    // Lines that want the same SKU take from the same slot.
    private bool HasUnits(int order, int state, int location)
    {
        foreach (var need in _shop.Needs(order, state, location))
        {
            var units = 0;
            foreach (var other in _shop.Needs(order, state, location))
            {
                units += other.Line <= need.Line && other.Slot == need.Slot ? other.Units : 0;
            }

            if (UnitsLeft(need.Slot) < units)
            {
                return false;
            }
        }

        return true;
    }

    private void Take(int order, int sign)
    {
        if (_shop.Shapes[order] is null)
        {
            TakeLarge(order, sign);
            return;
        }

        var states = Plans.States(order);
        var locations = Plans.Locations(order);
        for (var part = 0; part < states.Length && states[part] > 0; part++)
        {
            TakePlace(locations[part], sign);
            foreach (var need in _shop.Needs(order, states[part], locations[part]))
            {
                TakeUnits(need.Slot, sign * need.Units);
            }
        }
    }

    private void TakeLarge(int order, int sign)
    {
        if (Plans.Large(order) is not { } plan)
        {
            return;
        }

        foreach (var location in plan.Locations)
        {
            TakePlace(location, sign);
        }

        foreach (var row in plan.Rows)
        {
            TakeUnits(row.Slot, sign * row.Units);
        }
    }

    private void TakePlace(int location, int sign)
    {
        if (PlacesLeft[location] == LocationColumns.NoLimit)
        {
            return;
        }

        PlacesLeft[location] -= sign;
        var bit = 1UL << (location & 63);
        Open[location >> 6] = PlacesLeft[location] > 0 ? Open[location >> 6] | bit : Open[location >> 6] & ~bit;
    }
}
