using Dom.Core.Solving.Prices;

namespace Dom.Core.Solving.Plans;

/// <summary>
/// Gets a settled plan out of where it has settled: takes back orders that compete, places them anew by other prices, repairs what that has
/// left, and goes back where that has become dearer than is allowed.
/// </summary>
/// <remarks>
/// Sources: G. Schrimpf and others, "Record breaking optimization results using the ruin and recreate principle", Journal of Computational Physics 159 (2000);
/// what is allowed: G. Dueck, "New optimization heuristics: the great deluge algorithm and the record-to-record travel", Journal of Computational Physics 104 (1993).
/// </remarks>
/// <param name="shop">What the solve works with.</param>
/// <param name="construction">Places orders.</param>
/// <param name="ledger">The plan, which it changes.</param>
internal sealed class Shake(Workshop shop, Construction construction, Ledger ledger)
{
    private const int MostOrders = 60;
    private const int Repairs = 3;

    private readonly PlanBook _before = new(shop);
    private readonly PriceVector _others = new(shop.Tables.Padded);

    /// <summary>Shakes the plan once.</summary>
    /// <param name="prices">Prices that tell what is dear.</param>
    /// <param name="chance">Seed of what is chosen by chance.</param>
    /// <param name="allowed">What the plan may cost then, in price units.</param>
    /// <param name="isOver">Asked now and then whether to end.</param>
    public void Run(PriceVector prices, uint chance, long allowed, Func<bool> isOver)
    {
        _before.CopyFrom(ledger.Plans);
        var random = new Chance(chance);
        Vary(prices, random);
        var orders = Competitors(random);
        foreach (var order in orders)
        {
            ledger.Remove(order);
        }

        foreach (var order in orders)
        {
            construction.Place(order, _others, ledger);
        }

        var repair = new Repair(shop, ledger, Churn.None(shop));
        for (var round = 0; round < Repairs && !isOver(); round++)
        {
            if (repair.Run(prices, 0, random.Next(), isOver) == 0)
            {
                break;
            }
        }

        if (ledger.TotalCost > allowed)
        {
            ledger.Load(_before);
        }
    }

    // Every price between half and one and a half of what it is.
    private void Vary(PriceVector prices, Chance random)
    {
        _others.CopyFrom(prices);
        Vary(_others.Location, random);
        Vary(_others.Slot, random);
    }

    private static void Vary(int[] prices, Chance random)
    {
        for (var at = 0; at < prices.Length; at++)
        {
            prices[at] = prices[at] == 0 ? 0 : (int)((long)prices[at] * (512 + (random.Next() & 1023)) / 1024);
        }
    }

    // Orders from one order on, by way of the locations that serve them, in an order of chance.
    private int[] Competitors(Chance random)
    {
        var users = new LocationUsers(shop, ledger.Plans);
        var orders = new List<int>();
        var seen = new HashSet<int>();
        for (var tries = 0; orders.Count < MostOrders && tries < MostOrders * 4; tries++)
        {
            var from = orders.Count == 0 || tries % 8 == 0 ? random.Below(shop.Problem.OrderCount) : Neighbour(orders[random.Below(orders.Count)], users, random);
            if (shop.Shapes[from] is not null && seen.Add(from))
            {
                orders.Add(from);
            }
        }

        return [.. orders];
    }

    private int Neighbour(int order, LocationUsers users, Chance random)
    {
        var locations = ledger.Plans.Locations(order);
        if (ledger.Plans.States(order)[0] == 0)
        {
            return random.Below(shop.Problem.OrderCount);
        }

        var others = users.Of(locations[0]);
        return others[random.Below(others.Count)];
    }

    /// <summary>Numbers that look like chance: xorshift of 32 bits (G. Marsaglia, 2003).</summary>
    /// <param name="seed">Where it starts.</param>
    private sealed class Chance(uint seed)
    {
        private uint _state = unchecked((seed * 2654435769u) | 1u);

        public uint Next()
        {
            _state ^= unchecked(_state << 13);
            _state ^= _state >> 17;
            _state ^= unchecked(_state << 5);
            return _state;
        }

        public int Below(int count) => (int)(Next() % (uint)count);
    }
}
