namespace Dom.Core.Solving.Plans;

/// <summary>What it costs to change the plan of an order that others may already be working on: once, when it is first changed.</summary>
internal sealed class Churn
{
    private readonly int _cost;
    private readonly bool[] _isFree;

    /// <summary>Sets the cost.</summary>
    /// <param name="orders">How many orders there are.</param>
    /// <param name="cost">What a change costs, price units; 0 for nothing.</param>
    /// <param name="free">The orders that must change anyway.</param>
    public Churn(int orders, int cost, IEnumerable<int> free)
    {
        _cost = cost;
        _isFree = new bool[orders];
        foreach (var order in free)
        {
            _isFree[order] = true;
        }
    }

    /// <summary>Changes that cost nothing.</summary>
    /// <param name="shop">What the solve works with.</param>
    public static Churn None(Workshop shop) => new(shop.Problem.OrderCount, 0, []);

    /// <summary>What changing an order costs now, price units.</summary>
    /// <param name="order">The order.</param>
    public int Of(int order) => _isFree[order] ? 0 : _cost;

    /// <summary>Takes note that an order has been changed.</summary>
    /// <param name="order">The order.</param>
    public void Changed(int order) => _isFree[order] = true;
}
