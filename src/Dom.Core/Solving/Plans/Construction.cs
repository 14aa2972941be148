using Dom.Core.Solving.Large;
using Dom.Core.Solving.Prices;

namespace Dom.Core.Solving.Plans;

/// <summary>
/// Makes a plan from prices: every order takes what suits it best, those first that would lose most without what too many wish; who finds it taken
/// chooses again from what is left.
/// </summary>
/// <param name="shop">What the solve works with.</param>
internal sealed class Construction(Workshop shop)
{
    private readonly DualPass _pass = new(shop);
    private readonly PlanBook _wishes = new(shop);
    private readonly ResidualScan _scan = new(shop, 0);

    /// <summary>Fills a ledger that is empty.</summary>
    /// <param name="prices">The prices.</param>
    /// <param name="ledger">The ledger.</param>
    /// <param name="isCautious">
    /// Whether prices are far from settled: then who finds all that is listed wished by too many goes first, and who loses chooses again at once, before
    /// those who lose less take what is left.
    /// </param>
    public void Run(PriceVector prices, Ledger ledger, bool isCautious = false)
    {
        _pass.Run(prices, _wishes);
        var largeLosers = TakeLargeWishes(ledger);
        var contested = new List<int>();
        for (var order = 0; order < shop.Problem.OrderCount; order++)
        {
            if (shop.Shapes[order] is null)
            {
                continue;
            }

            if (!_pass.HasWish[order] || IsContested(order))
            {
                contested.Add(order);
            }
            else
            {
                ledger.Apply(order, _wishes.States(order), _wishes.Locations(order), _wishes.Cost[order]);
            }
        }

        // Only now: what they take besides their wishes must not be what others were promised.
        foreach (var order in largeLosers)
        {
            ledger.Apply(order.Order, shop.Large.Planner(0).Find(order, ledger, prices, _wishes.Large(order.Order)!.Locations));
        }

        var losers = new List<int>();
        foreach (var order in ByRegret([.. contested], prices, isCautious))
        {
            if (_pass.HasWish[order] && ledger.Fits(order, _wishes.States(order), _wishes.Locations(order)))
            {
                ledger.Apply(order, _wishes.States(order), _wishes.Locations(order), _wishes.Cost[order]);
            }
            else if (isCautious)
            {
                Place(order, prices, ledger);
            }
            else
            {
                losers.Add(order);
            }
        }

        foreach (var order in losers)
        {
            Place(order, prices, ledger);
        }
    }

    /// <summary>Gives an order without a plan the cheapest one, with prices, from what is left.</summary>
    /// <param name="order">The order.</param>
    /// <param name="prices">The prices.</param>
    /// <param name="ledger">The ledger.</param>
    public void Place(int order, PriceVector prices, Ledger ledger)
    {
        if (shop.Large[order] is { } large)
        {
            ledger.Apply(order, shop.Large.Planner(0).Find(large, ledger, prices, large.Chosen));
            return;
        }

        var shape = shop.Shapes[order]!;
        _scan.Find(order, shape, ledger, prices);
        var pricer = shop.Pricer(0);
        _wishes.Set(order, pricer, _scan.Block);
        ledger.Apply(order, _wishes.States(order), _wishes.Locations(order), _wishes.Cost[order]);
    }

    // Large orders first, the greatest of them first: they find it hardest to be served by few locations from what others leave.
    private List<LargeOrder> TakeLargeWishes(Ledger ledger)
    {
        var losers = new List<LargeOrder>();
        foreach (var order in shop.Large.All.OrderByDescending(order => order.Lines).ThenBy(order => order.Order))
        {
            if (_wishes.Large(order.Order) is { } wish && ledger.Fits(wish))
            {
                ledger.Apply(order.Order, wish);
            }
            else
            {
                losers.Add(order);
            }
        }

        return losers;
    }

    private int[] ByRegret(int[] orders, PriceVector prices, bool isCautious)
    {
        var keys = new long[orders.Length];
        const int perPiece = 256;
        shop.Workers.Run((orders.Length + perPiece - 1) / perPiece, (worker, piece) =>
        {
            for (var at = piece * perPiece; at < Math.Min(orders.Length, (piece + 1) * perPiece); at++)
            {
                keys[at] = -Regret(worker, orders[at], prices, isCautious);
            }
        });
        Array.Sort(keys, orders);
        return orders;
    }

    // What an order would lose if it could have nothing that too many wish.
    private long Regret(int worker, int order, PriceVector prices, bool isCautious)
    {
        var shape = shop.Shapes[order]!;
        var (data, at) = (shop.Pools.Data(order), shop.Pools.At(order));
        var pricer = shop.Pricer(worker);
        var terms = shop.Terms(order, shape);
        var value = pricer.Price(data, at, terms, prices.Location, prices.Slot, default(Unlimited));
        return pricer.Price(data, at, terms, prices.Location, prices.Slot, new Uncontested(shop, _pass, isUnlistedFree: !isCautious)) - value;
    }

    // Whether an order wishes what too many wish: a location, or a slot.
    private bool IsContested(int order)
    {
        var states = _wishes.States(order);
        var locations = _wishes.Locations(order);
        for (var part = 0; part < states.Length && states[part] > 0; part++)
        {
            var location = locations[part];
            if (_pass.Places[location] > shop.Problem.Locations.MaxOrders[location])
            {
                return true;
            }

            foreach (var need in shop.Needs(order, states[part], location))
            {
                var number = shop.Slots.NumberOf(need.Slot);
                if (number > 0 && _pass.Units[number] > shop.Problem.Stock.Available[need.Slot])
                {
                    return true;
                }
            }
        }

        return false;
    }
}
