using Dom.Core.Solving.Large;
using Dom.Core.Solving.Prices;

namespace Dom.Core.Solving.Plans;

/// <summary>
/// Betters a plan by ejection chains, the orders first that pay most beyond what their prices say they should. Chains are looked for in batches
/// against a plan that stands still, by all threads; then those that still fit are made, in order: the outcome is the same for any number of threads.
/// </summary>
internal sealed class Repair
{
    private const int OrdersPerBatch = 128;
    private const int OrdersPerPiece = 8;

    private readonly Workshop _shop;
    private readonly Ledger _ledger;
    private readonly LocationUsers _locationUsers;
    private readonly SlotUsers _slotUsers;
    private readonly Churn _churn;
    private readonly EjectionChain[] _chains;
    private readonly LargeRepair _large;
    private readonly int[] _changedIn;
    private readonly long[] _regrets;
    private readonly PriceVector _free;
    private int _batch;

    /// <summary>Starts from a plan.</summary>
    /// <param name="shop">What the solve works with.</param>
    /// <param name="ledger">The plan, which it betters.</param>
    /// <param name="churn">What changing an order's plan costs.</param>
    public Repair(Workshop shop, Ledger ledger, Churn churn)
    {
        (_shop, _ledger, _churn) = (shop, ledger, churn);
        _locationUsers = new(shop, ledger.Plans);
        _slotUsers = new(shop, ledger.Plans);
        _free = new PriceVector(shop.Tables.Padded);
        _free.Resize(shop.Slots.Room);
        _chains = [.. Enumerable.Range(0, shop.Workers.Count).Select(worker => new EjectionChain(shop, worker, ledger, _locationUsers, _slotUsers, _free, churn))];
        _large = new(shop, ledger, _free);
        _changedIn = new int[shop.Problem.OrderCount];
        _regrets = new long[shop.Problem.OrderCount];
    }

    /// <summary>Reads the ledger anew, after others have changed it or slots have been given price numbers.</summary>
    public void Reload()
    {
        _free.Resize(_shop.Slots.Room);
        _locationUsers.Load(_ledger.Plans);
        _slotUsers.Load(_ledger.Plans);
        Array.Clear(_changedIn);
        _batch = 0;
    }

    /// <summary>Tries every order once that pays too much.</summary>
    /// <param name="prices">The prices.</param>
    /// <param name="share">How much an order must pay too much to be tried, as a share of what the orders pay too much on average.</param>
    /// <param name="chance">Seed of what is chosen by chance.</param>
    /// <param name="isOver">Asked between batches whether to end.</param>
    /// <returns>What it saved, price units.</returns>
    public long Run(PriceVector prices, double share, uint chance, Func<bool> isOver)
    {
        var before = _ledger.TotalCost;
        _large.Run(isOver);
        var orders = Regretful(prices, share);
        var found = new DraftPlan[]?[OrdersPerBatch];
        for (var from = 0; from < orders.Length && !isOver(); from += OrdersPerBatch)
        {
            var count = Math.Min(OrdersPerBatch, orders.Length - from);
            _batch++;
            _shop.Workers.Run((count + OrdersPerPiece - 1) / OrdersPerPiece, (worker, piece) =>
            {
                var chain = _chains[worker];
                for (var at = piece * OrdersPerPiece; at < Math.Min(count, (piece + 1) * OrdersPerPiece); at++)
                {
                    var order = orders[from + at];
                    found[at] = chain.Find(order, prices, unchecked(chance + (uint)order)) > 0 ? [.. chain.Draft.Plans] : null;
                }
            });
            for (var at = 0; at < count; at++)
            {
                if (found[at] is { } plans)
                {
                    Commit(plans);
                }
            }
        }

        return before - _ledger.TotalCost;
    }

    private void Commit(DraftPlan[] plans)
    {
        if (plans.Any(plan => _changedIn[plan.Order] == _batch))
        {
            return;
        }

        var before = plans.Select(plan => new DraftPlan(
            plan.Order, _ledger.Plans.States(plan.Order).ToArray(), _ledger.Plans.Locations(plan.Order).ToArray(), _ledger.Plans.Cost[plan.Order])).ToArray();
        foreach (var plan in plans)
        {
            Withdraw(plan.Order);
        }

        for (var at = 0; at < plans.Length; at++)
        {
            var plan = plans[at];
            if (!_ledger.Fits(plan.Order, plan.States, plan.Locations))
            {
                for (var made = 0; made < at; made++)
                {
                    Withdraw(plans[made].Order);
                }

                foreach (var old in before)
                {
                    Enter(old);
                }

                return;
            }

            Enter(plan);
        }

        foreach (var plan in plans)
        {
            _changedIn[plan.Order] = _batch;
            _churn.Changed(plan.Order);
        }
    }

    private void Withdraw(int order)
    {
        _locationUsers.Remove(order, _ledger.Plans);
        _slotUsers.Remove(order, _ledger.Plans);
        _ledger.Remove(order);
    }

    private void Enter(DraftPlan plan)
    {
        _ledger.Apply(plan.Order, plan.States, plan.Locations, plan.Cost);
        _locationUsers.Add(plan.Order, _ledger.Plans);
        _slotUsers.Add(plan.Order, _ledger.Plans);
    }

    // The orders that pay more than their prices ask, the most first.
    private int[] Regretful(PriceVector prices, double share)
    {
        var regrets = _regrets;
        Array.Clear(regrets);
        _shop.Workers.Run(_shop.Pieces, (worker, piece) =>
        {
            var (from, to) = _shop.Orders(piece);
            for (var order = from; order < to; order++)
            {
                if (_shop.Shapes[order] is { } shape)
                {
                    var value = _shop.Pricer(worker).Price(
                        _shop.Pools.Data(order), _shop.Pools.At(order), _shop.Terms(order, shape), prices.Location, prices.Slot, default(Unlimited));
                    regrets[order] = Priced(order, prices) - value;
                }
            }
        });
        var least = (long)(share * regrets.Sum() / regrets.Length);
        var orders = Enumerable.Range(0, regrets.Length).Where(order => regrets[order] > least).ToArray();
        Array.Sort(orders.Select(order => -regrets[order]).ToArray(), orders);
        return orders;
    }

    private long Priced(int order, PriceVector prices)
    {
        var sum = (long)_ledger.Plans.Cost[order];
        var states = _ledger.Plans.States(order);
        var locations = _ledger.Plans.Locations(order);
        for (var part = 0; part < states.Length && states[part] > 0; part++)
        {
            sum += prices.Location[locations[part]];
            foreach (var need in _shop.Needs(order, states[part], locations[part]))
            {
                sum += (long)prices.Slot[_shop.Slots.NumberOf(need.Slot)] * need.Units;
            }
        }

        return sum;
    }
}
