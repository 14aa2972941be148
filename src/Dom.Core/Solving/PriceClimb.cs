using Dom.Core.Solving.Pools;
using Dom.Core.Solving.Prices;

namespace Dom.Core.Solving;

/// <summary>Raises the bound of a solve: moves prices, prices every order at them, and lengthens the lists that prove too short.</summary>
internal sealed class PriceClimb
{
    private const int MaxTurns = 160;
    private const int Patience = 2;
    private const int WidenEvery = 5;
    private const int WidenBy = 4;
    private const int SettleAt = 5;

    private readonly Workshop _shop;
    private readonly PoolStage _stage;
    private readonly int[] _width;

    /// <summary>Builds the first lists, and starts from first prices.</summary>
    /// <param name="shop">What the solve works with.</param>
    public PriceClimb(Workshop shop)
    {
        (_shop, _stage, Search) = (shop, new(shop), new(shop));
        var scarcity = new Scarcity(shop.Problem);
        _width = [.. Enumerable.Range(0, shop.Problem.OrderCount).Select(scarcity.PoolWidth)];
        _stage.Build([.. Enumerable.Range(0, shop.Problem.OrderCount)], order => _width[order]);
        Search.Start(new ClearingPrices(shop, scarcity).Find());
    }

    /// <summary>The prices and their bounds.</summary>
    public PriceSearch Search { get; }

    /// <summary>How often prices were moved.</summary>
    public int Iteration { get; private set; }

    /// <summary>Builds anew what a change of stock concerns. The bounds so far are of no use any more.</summary>
    /// <param name="slots">The slots whose stock has changed; the problem and its index have the new one.</param>
    public void Change(IReadOnlyCollection<int> slots)
    {
        var touched = new bool[_shop.Problem.Stock.Location.Length];
        foreach (var slot in slots)
        {
            touched[slot] = true;
        }

        _shop.Slots.Recount(slots);
        var scarcity = new Scarcity(_shop.Problem);
        var orders = _stage.Touching(slot => touched[slot]).ToHashSet();
        for (var order = 0; order < _width.Length; order++)
        {
            if (scarcity.PoolWidth(order) is var width && width > _width[order])
            {
                _width[order] = width;
                orders.Add(order);
            }
        }

        _stage.Build([.. orders.Order()], order => _width[order]);
        Search.Change(slots);
        Search.Evaluate();
    }

    /// <summary>Climbs until the bound stops to rise. Aims above the best bound by a reach that shrinks when it does.</summary>
    /// <param name="firstReach">The reach at first, as a share of the bound.</param>
    /// <param name="lastReach">The reach at which to end.</param>
    /// <param name="settles">Whether to go back once, early, to where the prices were on average: with very many orders, they swing wide at first.</param>
    /// <param name="bestCost">What the best plan costs, price units: the bound cannot rise above.</param>
    /// <param name="isDone">Asked before each turn whether to end.</param>
    /// <param name="afterEach">Called after each turn.</param>
    public void Run(double firstReach, double lastReach, bool settles, Func<long> bestCost, Func<bool> isDone, Action afterEach)
    {
        var size = Math.Max(1, Math.Abs((double)Search.BestBound));
        var (reach, vain) = (firstReach * size, 0);
        for (var turn = 1; turn <= MaxTurns && reach > lastReach * size && !isDone(); turn++)
        {
            var before = Search.BestBound;
            Iteration++;
            if (settles && turn == SettleAt)
            {
                Search.Settle();
                Search.Evaluate();
            }
            else
            {
                Search.Move(Math.Min(bestCost(), before + (long)reach));
                Search.Evaluate();
                (vain, reach) = Search.Bound > before
                    ? (0, Search.Bound > before + (reach / 2) ? reach * 1.2 : reach)
                    : vain + 1 < Patience ? (vain + 1, reach) : (0, reach * 0.7);
            }

            if (turn % WidenEvery == 0)
            {
                Widen();
            }

            afterEach();
        }
    }

    // The lists of orders that would best go to a location left out are too short.
    private void Widen()
    {
        var orders = Enumerable.Range(0, _width.Length).Where(order => Search.IsUnlisted[order]).ToArray();
        foreach (var order in orders)
        {
            _width[order] = Math.Min(_width[order] * WidenBy, _shop.Problem.LocationCount);
        }

        if (orders.Length > 0)
        {
            _stage.Build(orders, order => _width[order]);
        }
    }
}
