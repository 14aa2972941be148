namespace Dom.Core.Solving.Plans;

/// <summary>Which orders each location serves.</summary>
internal sealed class LocationUsers
{
    private readonly List<int>[] _orders;

    /// <summary>Reads plans.</summary>
    /// <param name="shop">What the solve works with.</param>
    /// <param name="plans">The plans.</param>
    public LocationUsers(Workshop shop, PlanBook plans)
    {
        _orders = [.. Enumerable.Range(0, shop.Problem.LocationCount).Select(_ => new List<int>())];
        Load(plans);
    }

    /// <summary>Reads plans anew.</summary>
    /// <param name="plans">The plans.</param>
    public void Load(PlanBook plans)
    {
        foreach (var orders in _orders)
        {
            orders.Clear();
        }

        for (var order = 0; order < plans.Cost.Length; order++)
        {
            Add(order, plans);
        }
    }

    /// <summary>The orders that a location serves.</summary>
    /// <param name="location">The location.</param>
    public List<int> Of(int location) => _orders[location];

    /// <summary>Finds orders that a location serves.</summary>
    /// <param name="location">The location.</param>
    /// <param name="start">Which of them comes first, of as many as there are.</param>
    /// <param name="orders">Gets them; emptied before.</param>
    /// <param name="most">How many are wanted at most.</param>
    public void Find(int location, uint start, List<int> orders, int most)
    {
        orders.Clear();
        var users = _orders[location];
        for (var step = 0; step < Math.Min(most, users.Count); step++)
        {
            orders.Add(users[(int)((start + (uint)step) % (uint)users.Count)]);
        }
    }

    /// <summary>Adds an order's plan.</summary>
    /// <param name="order">The order.</param>
    /// <param name="plans">The plans.</param>
    public void Add(int order, PlanBook plans)
    {
        var states = plans.States(order);
        for (var part = 0; part < states.Length && states[part] > 0; part++)
        {
            _orders[plans.Locations(order)[part]].Add(order);
        }
    }

    /// <summary>Takes an order's plan away.</summary>
    /// <param name="order">The order.</param>
    /// <param name="plans">The plans.</param>
    public void Remove(int order, PlanBook plans)
    {
        var states = plans.States(order);
        for (var part = 0; part < states.Length && states[part] > 0; part++)
        {
            var orders = _orders[plans.Locations(order)[part]];
            orders[orders.IndexOf(order)] = orders[^1];
            orders.RemoveAt(orders.Count - 1);
        }
    }
}
