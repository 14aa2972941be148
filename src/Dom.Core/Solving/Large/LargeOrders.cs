namespace Dom.Core.Solving.Large;

/// <summary>The orders of a problem that have too many states to be priced exactly.</summary>
internal sealed class LargeOrders
{
    private readonly Workshop _shop;
    private readonly Dictionary<int, LargeOrder> _byOrder = [];
    private readonly Lazy<SupplyScan>[] _scans;
    private readonly Lazy<LargePricer>[] _pricers;
    private readonly Lazy<LargePlanner>[] _planners;

    /// <summary>Finds them.</summary>
    /// <param name="shop">What the solve works with; its shapes are found.</param>
    public LargeOrders(Workshop shop)
    {
        _shop = shop;
        for (var order = 0; order < shop.Problem.OrderCount; order++)
        {
            if (shop.Shapes.IsLarge(order))
            {
                _byOrder.Add(order, new(shop.Problem, order));
            }
        }

        All = [.. _byOrder.Values];
        _scans = [.. Enumerable.Range(0, shop.Workers.Count).Select(worker => new Lazy<SupplyScan>(() => new(shop, shop.Scan(worker))))];
        _pricers = [.. _scans.Select(_ => new Lazy<LargePricer>(() => new(shop)))];
        _planners = [.. _scans.Select(scan => new Lazy<LargePlanner>(() => new(shop, scan.Value)))];
    }

    /// <summary>All of them, ascending.</summary>
    public IReadOnlyList<LargeOrder> All { get; }

    /// <summary>A large order; none for an order that is not.</summary>
    /// <param name="order">The order.</param>
    public LargeOrder? this[int order] => _byOrder.GetValueOrDefault(order);

    /// <summary>The pricer of a thread.</summary>
    /// <param name="worker">The thread.</param>
    public LargePricer Pricer(int worker) => _pricers[worker].Value;

    /// <summary>The planner of a thread.</summary>
    /// <param name="worker">The thread.</param>
    public LargePlanner Planner(int worker) => _planners[worker].Value;

    /// <summary>Finds the locations that matter to an order, the more the higher it values its lines, and counts what it could take.</summary>
    /// <param name="worker">The thread.</param>
    /// <param name="order">The order.</param>
    public void Build(int worker, LargeOrder order)
    {
        const int widenBy = 4;
        var (scan, most) = (_scans[worker].Value, (long)_shop.Tables.UnfilledUnitCost);
        scan.Load(order);
        if (!order.HasValues)
        {
            scan.Guess(order.Caps);
        }

        for (var line = 0; order.HasValues && line < order.Lines; line++)
        {
            var cap = order.Values[line] >= order.Caps[line] ? Math.Max(1, order.Caps[line]) * widenBy : Math.Max(order.Values[line] * 5L / 4, order.Caps[line] / 4);
            order.Caps[line] = (int)Math.Min(most, Math.Max(cap, order.Best[line]));
        }

        var core = scan.Keep(order.Caps);
        order.SetCore(core);
        for (var entry = 0; entry < core.Entries; entry++)
        {
            _shop.Slots.Add(worker, core.Slot[entry], order.Quantity[core.Line[entry]]);
        }
    }

    /// <summary>Keeps the values of all orders as those of the best bound.</summary>
    public void KeepValues()
    {
        foreach (var order in All)
        {
            order.Values.CopyTo(order.Best, 0);
        }
    }

    /// <summary>Turns all orders back to their values of the best bound.</summary>
    public void RestoreValues()
    {
        foreach (var order in All)
        {
            order.Restore();
        }
    }

    /// <summary>Writes the price numbers of slots into what was built.</summary>
    public void WriteNumbers() => _shop.Workers.Run(All.Count, (_, at) =>
    {
        if (All[at].Core is { } core)
        {
            for (var entry = 0; entry < core.Entries; entry++)
            {
                core.Number[entry] = _shop.Slots.NumberOf(core.Slot[entry]);
            }
        }
    });
}
