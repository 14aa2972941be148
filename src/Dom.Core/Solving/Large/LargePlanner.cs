using Dom.Core.Solving.Plans;
using Dom.Core.Solving.Prices;

namespace Dom.Core.Solving.Large;

/// <summary>Makes plans of large orders from what a ledger has left, over every location. Scratch of one thread.</summary>
/// <param name="shop">What the solve works with.</param>
/// <param name="scan">Reads the orders.</param>
internal sealed class LargePlanner(Workshop shop, SupplyScan scan)
{
    private const int MostPlaces = 24;
    private const int PerLine = 2;
    private const int Tries = 10;

    private readonly PlanSearch _search = new(shop.Tables);
    private int[] _values = [];

    /// <summary>Finds a cheap plan with prices; what the order holds in the ledger counts as left.</summary>
    /// <param name="order">The order.</param>
    /// <param name="ledger">What is left.</param>
    /// <param name="prices">The prices: what it costs others that this order takes something.</param>
    /// <param name="starts">Locations from which to search besides.</param>
    public LargePlan Find(LargeOrder order, Ledger ledger, PriceVector prices, params ReadOnlySpan<IReadOnlyList<int>> starts)
    {
        scan.Load(order, ledger);
        if (_values.Length < order.Lines)
        {
            _values = new int[order.Lines];
        }

        if (order.HasValues)
        {
            order.Values.CopyTo(_values, 0);
        }
        else
        {
            scan.Guess(_values);
        }

        var table = scan.KeepBest(_values.AsSpan(0, order.Lines), prices.Location, MostPlaces, PerLine);
        Span<int> places = table.Places <= 256 ? stackalloc int[table.Places] : new int[table.Places];
        for (var place = 0; place < places.Length; place++)
        {
            places[place] = place;
        }

        _search.Offers.Load(order, table, places, prices.Location, prices.Slot);
        _search.Load();
        var (best, bestCost) = Nothing(order);
        Try([], ref best, ref bestCost);
        foreach (var start in starts)
        {
            Try(start, ref best, ref bestCost);
        }

        return best;
    }

    /// <summary>The plan that assigns nothing.</summary>
    /// <param name="order">The order.</param>
    private (LargePlan Plan, long Cost) Nothing(LargeOrder order)
    {
        var cost = order.Quantity.Sum(units => (long)units) * shop.Tables.UnfilledUnitCost;
        return (new([], [], (int)cost), cost);
    }

    private void Try(IReadOnlyList<int> start, ref LargePlan best, ref long bestCost)
    {
        _search.Run(start, Tries, isPolished: true);
        if (_search.IsAllowed && _search.Cost < bestCost)
        {
            (best, bestCost) = (_search.ToPlan(), _search.Cost);
        }
    }
}
