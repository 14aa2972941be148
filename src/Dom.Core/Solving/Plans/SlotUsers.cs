namespace Dom.Core.Solving.Plans;

/// <summary>Which orders hold units of each slot that has a price. Large orders are not among them.</summary>
internal sealed class SlotUsers
{
    private const int None = -1;

    private readonly Workshop _shop;

    // A node for each line of each part that an order's plan can have; the nodes of a slot are chained both ways.
    private readonly int[] _firstNode;
    private readonly int[] _orderOf;
    private readonly int[] _next;
    private readonly int[] _previous;
    private int[] _head = [];
    private int[] _count = [];

    /// <summary>Reads plans.</summary>
    /// <param name="shop">What the solve works with.</param>
    /// <param name="plans">The plans.</param>
    public SlotUsers(Workshop shop, PlanBook plans)
    {
        _shop = shop;
        _firstNode = new int[shop.Problem.OrderCount + 1];
        for (var order = 0; order < shop.Problem.OrderCount; order++)
        {
            _firstNode[order + 1] = _firstNode[order] + (plans.States(order).Length * (shop.Shapes[order]?.LineCount ?? 0));
        }

        _orderOf = new int[_firstNode[^1]];
        _next = new int[_firstNode[^1]];
        _previous = new int[_firstNode[^1]];
        for (var order = 0; order < shop.Problem.OrderCount; order++)
        {
            _orderOf.AsSpan(_firstNode[order].._firstNode[order + 1]).Fill(order);
        }

        Load(plans);
    }

    /// <summary>Reads plans anew; slots may have been given price numbers since.</summary>
    /// <param name="plans">The plans, of the same problem.</param>
    public void Load(PlanBook plans)
    {
        if (_head.Length < _shop.Slots.Count)
        {
            (_head, _count) = (new int[_shop.Slots.Room], new int[_shop.Slots.Room]);
        }

        Array.Fill(_head, None);
        Array.Clear(_count);
        for (var order = 0; order < _shop.Problem.OrderCount; order++)
        {
            Add(order, plans);
        }
    }

    /// <summary>Finds the orders that hold units of a slot.</summary>
    /// <param name="code">The slot's code.</param>
    /// <param name="start">Which of them comes first, of as many as there are.</param>
    /// <param name="orders">Gets them, each as often as it has lines that are served from there; emptied before.</param>
    /// <param name="most">How many are wanted at most.</param>
    public void Find(int code, uint start, List<int> orders, int most)
    {
        orders.Clear();
        if (code <= 0 || _count[code] == 0)
        {
            return;
        }

        var node = _head[code];
        for (var skip = (int)(start % (uint)_count[code]); skip > 0; skip--)
        {
            node = _next[node];
        }

        for (var at = 0; at < Math.Min(most, _count[code]); at++)
        {
            orders.Add(_orderOf[node]);
            node = _next[node] == None ? _head[code] : _next[node];
        }
    }

    /// <summary>Adds an order's plan.</summary>
    /// <param name="order">The order.</param>
    /// <param name="plans">The plans.</param>
    public void Add(int order, PlanBook plans) => Walk(order, plans, isAdded: true);

    /// <summary>Takes an order's plan away.</summary>
    /// <param name="order">The order.</param>
    /// <param name="plans">The plans, which still have it.</param>
    public void Remove(int order, PlanBook plans) => Walk(order, plans, isAdded: false);

    private void Walk(int order, PlanBook plans, bool isAdded)
    {
        var states = plans.States(order);
        var locations = plans.Locations(order);
        var node = _firstNode[order];
        for (var part = 0; part < states.Length && states[part] > 0; part++)
        {
            foreach (var need in _shop.Needs(order, states[part], locations[part]))
            {
                if (_shop.Slots.NumberOf(need.Slot) is > 0 and var number)
                {
                    if (isAdded)
                    {
                        Chain(node, number);
                    }
                    else
                    {
                        Unchain(node, number);
                    }
                }

                node++;
            }
        }
    }

    private void Chain(int node, int number)
    {
        (_next[node], _previous[node]) = (_head[number], None);
        if (_head[number] != None)
        {
            _previous[_head[number]] = node;
        }

        _head[number] = node;
        _count[number]++;
    }

    private void Unchain(int node, int number)
    {
        if (_previous[node] == None)
        {
            _head[number] = _next[node];
        }
        else
        {
            _next[_previous[node]] = _next[node];
        }

        if (_next[node] != None)
        {
            _previous[_next[node]] = _previous[node];
        }

        _count[number]--;
    }
}
