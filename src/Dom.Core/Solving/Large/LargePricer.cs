using Dom.Core.Solving.Prices;

namespace Dom.Core.Solving.Large;

/// <summary>Prices large orders: their parts of the bound, and what they would take. Scratch of one thread; what it found lives until the next order.</summary>
/// <param name="shop">What the solve works with.</param>
internal sealed class LargePricer(Workshop shop)
{
    private const int FirstSteps = 250;
    private const int Steps = 10;
    private const int MostPlaces = 24;
    private const int FirstTries = 8;
    private const int Tries = 3;

    private readonly ValueSearch _values = new(shop.Tables.UnfilledUnitCost);
    private readonly PlanSearch _plans = new(shop.Tables);
    private int[] _places = [];
    private long[] _keys = [];

    /// <summary>The plan that the order priced last would choose: feasible by itself, and cheap, if not always the cheapest.</summary>
    public LargePlan Plan { get; private set; } = new([], [], 0);

    /// <summary>Whether locations beyond the order's core could matter: it needs to be looked for again.</summary>
    public bool IsCapped => _values.IsCapped;

    /// <summary>Prices an order, and keeps the values found in it.</summary>
    /// <param name="order">The order.</param>
    /// <param name="prices">The prices.</param>
    /// <param name="effort">How many times as many steps as usual.</param>
    /// <returns>Its part of the bound, price units.</returns>
    public long Price(LargeOrder order, PriceVector prices, int effort = 1)
    {
        var isFirst = !order.HasValues;
        _values.Start(order, prices);
        Choose(order, prices, isFirst);
        var target = _plans.IsAllowed ? Math.Min(_plans.RelaxedCost(), Nothing(order)) : Nothing(order);
        _values.Improve(target, (isFirst ? FirstSteps : Steps) * effort, 1);
        order.Remember(_values.Best, Plan.Locations);
        return _values.Part;
    }

    private long Nothing(LargeOrder order) => order.Quantity.Sum(units => (long)units) * shop.Tables.UnfilledUnitCost;

    private void Choose(LargeOrder order, PriceVector prices, bool isFirst)
    {
        _plans.Offers.Load(order, order.Core!, Promising(order), prices.Location, prices.Slot);
        _plans.Load();
        _plans.Run(order.Chosen, isFirst ? FirstTries : Tries);
        _plans.Finish(isPolished: false);
        Plan = _plans.IsAllowed && _plans.Cost < Nothing(order) ? _plans.ToPlan() : new([], [], (int)Nothing(order));
    }

    // The places of the greatest excess, and those of the last choice.
    private ReadOnlySpan<int> Promising(LargeOrder order)
    {
        var table = order.Core!;
        var excess = _values.Excess;
        if (_places.Length < table.Places)
        {
            (_places, _keys) = (new int[table.Places], new long[table.Places]);
        }

        for (var place = 0; place < table.Places; place++)
        {
            _places[place] = place;
            _keys[place] = order.Chosen.Contains(table.Location[place]) ? long.MinValue : -excess[place];
        }

        Array.Sort(_keys, _places, 0, table.Places);
        return _places.AsSpan(0, Math.Min(table.Places, Math.Max(MostPlaces, order.Chosen.Count)));
    }
}
