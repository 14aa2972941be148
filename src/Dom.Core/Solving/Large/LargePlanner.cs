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
    private const int Tries = 8;
    private const int Pairs = 6;

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
        _search.Run([], Tries);
        foreach (var start in starts)
        {
            _search.Run(start, Tries);
        }

        foreach (var pair in _search.BestPairs(Pairs))
        {
            _search.Run(pair, Tries);
        }

        _search.Finish(isPolished: true);
        var nothing = order.Quantity.Sum(units => (long)units) * shop.Tables.UnfilledUnitCost;
        return _search.IsAllowed && _search.Cost < nothing ? _search.ToPlan() : new([], [], (int)nothing);
    }
}
