using Dom.Core.Solving.Plans;
using Dom.Core.Solving.Prices;

namespace Dom.Core.Solving.Large;

/// <summary>Betters a plan by planning large orders anew, each with what the others leave.</summary>
/// <param name="shop">What the solve works with.</param>
/// <param name="ledger">The plan, which it betters.</param>
/// <param name="free">Prices that are all 0.</param>
internal sealed class LargeRepair(Workshop shop, Ledger ledger, PriceVector free)
{
    private const int OrdersPerBatch = 64;

    private readonly List<LargeOrder> _orders = [.. shop.Large.All];

    /// <summary>Tries every large order once; later, only those whose plan was bettered before.</summary>
    /// <param name="isOver">Asked between batches whether to end.</param>
    public void Run(Func<bool> isOver)
    {
        LargeOrder[] orders = [.. _orders];
        _orders.Clear();
        var found = new LargePlan[OrdersPerBatch];
        for (var from = 0; from < orders.Length && !isOver(); from += OrdersPerBatch)
        {
            var count = Math.Min(OrdersPerBatch, orders.Length - from);
            shop.Workers.Run(count, (worker, at) =>
            {
                var order = orders[from + at];
                found[at] = shop.Large.Planner(worker).Find(order, ledger, free, ledger.Plans.Large(order.Order)?.Locations ?? []);
            });
            for (var at = 0; at < count; at++)
            {
                if (Commit(orders[from + at].Order, found[at]))
                {
                    _orders.Add(orders[from + at]);
                }
            }
        }
    }

    private bool Commit(int order, LargePlan plan)
    {
        if (plan.Cost >= ledger.Plans.Cost[order])
        {
            return false;
        }

        var before = ledger.Plans.Large(order);
        ledger.Remove(order);
        if (ledger.Fits(plan))
        {
            ledger.Apply(order, plan);
            return true;
        }

        if (before is not null)
        {
            ledger.Apply(order, before);
        }

        return true;
    }
}
