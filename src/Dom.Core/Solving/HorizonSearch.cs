using Dom.Core.Solving.Plans;
using Dom.Core.Solving.Prices;

namespace Dom.Core.Solving;

/// <summary>One solve: prices first, with a plan made from them now and then; then the best plan is bettered until nothing more is found.</summary>
internal sealed class HorizonSearch
{
    private const int MaxRepairs = 24;
    private const int FirstPlanAt = 6;
    private const int FirstRepairs = 4;
    private const int MostOrdersOfOrdinary = 30_000;
    private const int FirstPlanOfHugeAt = 8;
    private const int SwingingUntil = 20;
    private const double Raise = 1.25;
    private const int FirstRepairsOfHuge = 1;
    private const int RepairsOfHuge = 2;
    private const double WorthAnotherRound = 1e-3;
    private const double FirstReach = 0.01;
    private const double LastReach = 1e-6;
    private const double LeastSaving = 2e-6;
    private const int MostOrdersToShake = 5_000;
    private const int MaxShakes = 400;
    private const int MaxVainShakes = 60;

    // A tenth of what an order costs.
    private const int SlackOfOrder = 10;

    private const double ReachAgain = 0.01;
    private const double LastReachAgain = 2e-5;
    private const double WorthAgain = 2e-5;

    private readonly SourcingProblem _problem;
    private readonly SolverOptions _options;
    private SolveWatch _watch;
    private readonly Workshop _shop;
    private readonly PriceClimb _climb;
    private readonly PriceSearch _search;
    private readonly Construction _construction;
    private readonly Ledger _trial;
    private readonly PlanBook _best;
    private Repair? _repair;
    private long _bestCost = long.MaxValue;

    /// <summary>Sets up a solve.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="options">How long and how hard to try.</param>
    /// <param name="watch">Watches the time.</param>
    public HorizonSearch(SourcingProblem problem, SolverOptions options, SolveWatch watch)
    {
        (_problem, _options, _watch) = (problem, options, watch);
        _shop = new(problem, new(options.Threads));
        _climb = new(_shop);
        _search = _climb.Search;
        _construction = new(_shop);
        _trial = new(_shop);
        _best = new(_shop);
    }

    /// <summary>Solves the problem again after its stock has changed: only what the changes concern is built anew.</summary>
    /// <param name="slots">The slots whose stock has changed; the problem and its index have the new one.</param>
    /// <param name="churnCost">What changing the plan of an order that need not change costs, minor units.</param>
    /// <param name="watch">Watches the time.</param>
    public Solution Again(IReadOnlyCollection<int> slots, int churnCost, SolveWatch watch)
    {
        _watch = watch;
        _climb.Change(slots);
        _trial.Load(_best);
        var broken = new Overdraft(_shop, _trial).Settle(slots);
        _bestCost = long.MaxValue;
        Climb(ReachAgain, LastReachAgain, settles: false, () => { });
        _search.Best.Resize(_shop.Slots.Room);
        var churn = new Churn(_problem.OrderCount, churnCost * _shop.Tables.UnitsPerMinorUnit, broken);
        foreach (var order in broken)
        {
            _construction.Place(order, _search.Best, _trial);
        }

        Better(new Repair(_shop, _trial, churn), WorthAgain);
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
            Better(FreshRepair(), LeastSaving);
            ShakeUp();
        }

        return ToSolution();
    }

    // Plans of very many orders take longer than prices: the first is made when the prices are worth it.
    private bool IsHuge => _problem.OrderCount > MostOrdersOfOrdinary;

    // Prices of very many orders swing wide at first.
    private bool AreSwinging => IsHuge && _climb.Iteration is > 0 and < SwingingUntil;

    private int Repairs => AreSwinging ? FirstRepairsOfHuge : IsHuge ? RepairsOfHuge : FirstRepairs;

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
        Climb(FirstReach, LastReach, settles: IsHuge, () =>
        {
            if (_climb.Iteration == next)
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

    private void Climb(double firstReach, double lastReach, bool settles, Action afterEach) =>
        _climb.Run(firstReach, lastReach, settles, () => _bestCost, () => IsDone, afterEach);

    // A plan made from the prices is far from settled before the first chains have gone through it.
    private void Construct()
    {
        _search.Best.Resize(_shop.Slots.Room);
        _trial.Clear();
        _construction.Run(ForPlan(), _trial, AreSwinging);
        var repair = FreshRepair();
        for (var round = 0; round < Repairs && !_watch.IsOver; round++)
        {
            if (repair.Run(_search.Best, 1, Chance(-round), () => _watch.IsOver) < _trial.TotalCost * WorthAnotherRound)
            {
                break;
            }
        }

        Keep();
    }

    // One for the whole solve: what it knows of the plan is as large as the plan.
    private Repair FreshRepair()
    {
        if (_repair is null)
        {
            return _repair = new(_shop, _trial, Churn.None(_shop));
        }

        _repair.Reload();
        return _repair;
    }

    // Prices that are too low let the many take what a few cannot do without; too high ones do less harm, while they are far from settled.
    private PriceVector ForPlan()
    {
        if (!AreSwinging)
        {
            return _search.Best;
        }

        _search.Prices.Resize(_shop.Slots.Room);
        return _search.Best.Raised(_search.Prices, Raise);
    }

    private void Keep()
    {
        if (_trial.TotalCost < _bestCost)
        {
            _bestCost = _trial.TotalCost;
            _best.CopyFrom(_trial.Plans);
        }

        _watch.Tell(_climb.Iteration, MinorUnits(_bestCost), LowerBound);
    }

    private void Better(Repair repair, double leastSaving)
    {
        Keep();
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
            // A plan that is a little dearer than the best may lead to a better one. The longer that fails, the less is tried.
            var (best, slack) = (_bestCost, _bestCost / _problem.OrderCount / SlackOfOrder * (MaxVainShakes - vain) / MaxVainShakes);
            shake.Run(_search.Best, Chance(MaxRepairs + round), best + slack, () => _watch.IsOver);
            Keep();
            vain = _bestCost < best ? 0 : vain + 1;
        }
    }

    private uint Chance(int round) => unchecked((uint)((_options.Seed * 7919) + (_climb.Iteration * 104729) + round));

    private Solution ToSolution() => new SolutionAssembly(_shop).Assemble(
        _best, _search.Best, LowerBound, IsCloseEnough ? StopReason.Gap : _watch.IsOver ? StopReason.Time : StopReason.Stalled);

    private long MinorUnits(long priceUnits) => priceUnits / _shop.Tables.UnitsPerMinorUnit;

    private long CeilingOf(long priceUnits) => Math.Max(0, (long)Math.Ceiling((decimal)priceUnits / _shop.Tables.UnitsPerMinorUnit));
}
