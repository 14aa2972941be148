using Dom.Core.Solving.Checking;
using Dom.Core.Solving.Plans;
using Dom.Core.Solving.Pools;
using Dom.Core.Solving.Prices;

namespace Dom.Core.Solving;

/// <summary>One solve: prices first, with a plan made from them now and then; then the best plan is bettered until nothing more is found.</summary>
internal sealed class HorizonSearch
{
    private const int MaxIterations = 160;
    private const int MaxRepairs = 24;
    private const int FirstPlanAt = 6;
    private const int FirstRepairs = 4;
    private const int MostOrdersOfOrdinary = 30_000;
    private const int FirstPlanOfHugeAt = 20;
    private const int FirstRepairsOfHuge = 2;
    private const double WorthAnotherRound = 1e-3;
    private const int WidenEvery = 5;
    private const int WidenBy = 4;
    private const double FirstReach = 0.01;
    private const double LastReach = 1e-6;
    private const int Patience = 2;
    private const double LeastSaving = 2e-6;
    private const int MostOrdersToShake = 5_000;
    private const int MaxShakes = 400;
    private const int MaxVainShakes = 60;
    private const double ReachAgain = 0.01;
    private const double LastReachAgain = 2e-5;
    private const double WorthAgain = 2e-5;

    private readonly SourcingProblem _problem;
    private readonly SolverOptions _options;
    private SolveWatch _watch;
    private readonly Workshop _shop;
    private readonly PoolStage _stage;
    private readonly PriceSearch _search;
    private readonly Construction _construction;
    private readonly Ledger _trial;
    private readonly PlanBook _best;
    private readonly int[] _width;
    private long _bestCost = long.MaxValue;
    private int _iteration;

    /// <summary>Sets up a solve.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="options">How long and how hard to try.</param>
    /// <param name="watch">Watches the time.</param>
    public HorizonSearch(SourcingProblem problem, SolverOptions options, SolveWatch watch)
    {
        (_problem, _options, _watch) = (problem, options, watch);
        _shop = new(problem, new(options.Threads));
        _stage = new(_shop);
        _search = new(_shop);
        _construction = new(_shop);
        _trial = new(_shop);
        _best = new(_shop);
        var scarcity = new Scarcity(problem);
        _width = [.. Enumerable.Range(0, problem.OrderCount).Select(scarcity.PoolWidth)];
        _stage.Build([.. Enumerable.Range(0, problem.OrderCount)], order => _width[order]);
        _search.Start(new ClearingPrices(_shop, scarcity).Find());
    }

    /// <summary>Solves the problem again after its stock has changed: only what the changes concern is built anew.</summary>
    /// <param name="slots">The slots whose stock has changed; the problem and its index have the new one.</param>
    /// <param name="churnCost">What changing the plan of an order that need not change costs, minor units.</param>
    /// <param name="watch">Watches the time.</param>
    public Solution Again(IReadOnlyCollection<int> slots, int churnCost, SolveWatch watch)
    {
        _watch = watch;
        var touched = new bool[_problem.Stock.Location.Length];
        foreach (var slot in slots)
        {
            touched[slot] = true;
        }

        _shop.Slots.Recount(slots);
        var scarcity = new Scarcity(_problem);
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
        _search.Change(slots);
        _search.Evaluate();
        _trial.Load(_best);
        var broken = new Overdraft(_shop, _trial).Settle(slots);
        _bestCost = long.MaxValue;
        Climb(ReachAgain, LastReachAgain, MaxIterations, () => { });
        _search.Best.Resize(_shop.Slots.Count);
        var churn = new Churn(_problem.OrderCount, churnCost * _shop.Tables.UnitsPerMinorUnit, broken);
        foreach (var order in broken)
        {
            _construction.Place(order, _search.Best, _trial);
        }

        Better(churn, WorthAgain);
        return ToSolution();
    }

    /// <summary>Sets the stock of a slot.</summary>
    /// <param name="slot">The slot.</param>
    /// <param name="available">Units available now.</param>
    public void SetAvailable(int slot, int available)
    {
        var stock = _problem.Stock;
        stock.Available[slot] = available;
        _shop.Index.Change(stock.SkuOf(slot), stock.Location[slot], available > 0);
    }

    private long LowerBound => CeilingOf(_search.BestBound);

    /// <summary>Solves the problem.</summary>
    public Solution Run()
    {
        SearchPrices();
        _search.Polish();
        if (!IsDone)
        {
            _trial.Load(_best);
            Better(Churn.None(_shop), LeastSaving);
            ShakeUp();
        }

        return ToSolution();
    }

    // Plans of very many orders take longer than prices: the first is made when the prices are worth it.
    private bool IsHuge => _problem.OrderCount > MostOrdersOfOrdinary;

    private bool IsDone => _watch.IsOver || IsCloseEnough;

    private bool IsCloseEnough => _bestCost != long.MaxValue && GapNow <= _options.Gap;

    private double GapNow
    {
        get
        {
            var cost = MinorUnits(_bestCost);
            return cost == 0 ? 0 : (double)(cost - LowerBound) / cost;
        }
    }

    private void SearchPrices()
    {
        _search.Evaluate();
        var next = IsHuge ? FirstPlanOfHugeAt : FirstPlanAt;
        Climb(FirstReach, LastReach, MaxIterations, () =>
        {
            if (_iteration == next)
            {
                Construct();
                next = (next * 3 / 2) + 4;
            }
        });
        if (_bestCost == long.MaxValue || !IsDone)
        {
            Construct();
        }
    }

    // Aims above the best bound by a reach that shrinks as the bound stops to rise.
    private void Climb(double firstReach, double lastReach, int turns, Action afterEach)
    {
        var size = Math.Max(1, Math.Abs((double)_search.BestBound));
        var (reach, vain) = (firstReach * size, 0);
        for (var turn = 1; turn <= turns && reach > lastReach * size && !IsDone; turn++)
        {
            var before = _search.BestBound;
            _search.Move(Math.Min(_bestCost, before + (long)reach));
            _search.Evaluate();
            _iteration++;
            (vain, reach) = _search.Bound > before
                ? (0, _search.Bound > before + (reach / 2) ? reach * 1.2 : reach)
                : vain + 1 < Patience ? (vain + 1, reach) : (0, reach * 0.7);
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
        var orders = Enumerable.Range(0, _problem.OrderCount).Where(order => _search.IsUnlisted[order]).ToArray();
        foreach (var order in orders)
        {
            _width[order] = Math.Min(_width[order] * WidenBy, _problem.LocationCount);
        }

        if (orders.Length > 0)
        {
            _stage.Build(orders, order => _width[order]);
        }
    }

    // A plan made from the prices is far from settled before the first chains have gone through it.
    private void Construct()
    {
        _search.Best.Resize(_shop.Slots.Count);
        _trial.Clear();
        _construction.Run(_search.Best, _trial);
        var repair = new Repair(_shop, _trial, Churn.None(_shop));
        for (var round = 0; round < (IsHuge ? FirstRepairsOfHuge : FirstRepairs) && !_watch.IsOver; round++)
        {
            if (repair.Run(_search.Best, 1, Chance(-round), () => _watch.IsOver) < _trial.TotalCost * WorthAnotherRound)
            {
                break;
            }
        }

        Keep();
    }

    private void Keep()
    {
        if (_trial.TotalCost < _bestCost)
        {
            _bestCost = _trial.TotalCost;
            _best.CopyFrom(_trial.Plans);
        }

        _watch.Tell(_iteration, MinorUnits(_bestCost), LowerBound);
    }

    private void Better(Churn churn, double leastSaving)
    {
        Keep();
        var repair = new Repair(_shop, _trial, churn);
        for (var round = 1; round <= MaxRepairs && !IsDone; round++)
        {
            var saved = repair.Run(_search.Best, 0, Chance(round), () => _watch.IsOver);
            Keep();
            if (saved <= _bestCost * leastSaving)
            {
                break;
            }
        }
    }

    // On few orders chance is cheap, and the gap is seldom closed without it.
    private void ShakeUp()
    {
        if (_problem.OrderCount > MostOrdersToShake)
        {
            return;
        }

        var shake = new Shake(_shop, _construction, _trial);
        var vain = 0;
        for (var round = 1; round <= MaxShakes && vain < MaxVainShakes && !IsDone && MinorUnits(_bestCost) > LowerBound; round++)
        {
            vain = shake.Run(_search.Best, Chance(MaxRepairs + round), () => _watch.IsOver) ? 0 : vain + 1;
            Keep();
        }
    }

    private uint Chance(int round) => unchecked((uint)((_options.Seed * 7919) + (_iteration * 104729) + round));

    private Solution ToSolution()
    {
        var plan = new PlanAssembly(_shop).Assemble(_best);
        var cost = PlanChecker.Check(_problem, plan).Match(
            feasible => feasible.Cost,
            infeasible => throw new InvalidOperationException($"The solver made a plan that is not feasible: {infeasible.Violations[0].ToSentence(_problem)}"));
        return new Solution
        {
            Plan = plan,
            Cost = cost,
            LowerBound = LowerBound <= cost ? LowerBound : throw new InvalidOperationException($"The solver's bound {LowerBound} is above its cost {cost}."),
            Certificate = Certify(),
            StoppedBy = cost <= LowerBound ? StopReason.Proof : IsCloseEnough ? StopReason.Gap : _watch.IsOver ? StopReason.Time : StopReason.Stalled,
            RelaxedOrders = _shop.Large.All.Count,
        };
    }

    private PriceCertificate Certify()
    {
        var prices = _search.Best;
        var slots = Enumerable.Range(1, prices.Slot.Length - 1).Where(number => prices.Slot[number] > 0)
            .Select(number => (Slot: _shop.Slots.Slots[number], Price: prices.Slot[number])).Order().ToArray();
        return new PriceCertificate
        {
            UnitsPerMinorUnit = _shop.Tables.UnitsPerMinorUnit,
            LocationPrice = prices.Location[.._problem.LocationCount],
            Slot = [.. slots.Select(slot => slot.Slot)],
            SlotPrice = [.. slots.Select(slot => slot.Price)],
            RelaxedOrder = [.. _shop.Large.All.Select(order => order.Order)],
            RelaxedUnitValue = [.. _shop.Large.All.SelectMany(order => order.Best)],
        };
    }

    private long MinorUnits(long priceUnits) => priceUnits / _shop.Tables.UnitsPerMinorUnit;

    private long CeilingOf(long priceUnits) => Math.Max(0, (long)Math.Ceiling((decimal)priceUnits / _shop.Tables.UnitsPerMinorUnit));
}
