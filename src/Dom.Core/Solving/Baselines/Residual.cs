namespace Dom.Core.Solving.Baselines;

/// <summary>The stock and the places that earlier orders have left.</summary>
internal sealed class Residual(SourcingProblem problem)
{
    /// <summary>Units left in each slot.</summary>
    public int[] Available { get; } = [.. problem.Stock.Available];

    /// <summary>Orders that each location may still take.</summary>
    public int[] Orders { get; } = [.. problem.Locations.MaxOrders];

    /// <summary>Units left of a SKU at a location.</summary>
    /// <param name="sku">The SKU.</param>
    /// <param name="location">The location.</param>
    public int Units(int sku, int location)
    {
        var slot = problem.Stock.Find(sku, location);
        return slot < 0 ? 0 : Available[slot];
    }

    /// <summary>Takes units away.</summary>
    /// <param name="sku">The SKU.</param>
    /// <param name="location">A location that has them.</param>
    /// <param name="units">How many; negative to give them back.</param>
    public void Take(int sku, int location, int units) => Available[problem.Stock.Find(sku, location)] -= units;

    /// <summary>Takes one of a location's places, if they are limited.</summary>
    /// <param name="location">The location.</param>
    public void TakePlace(int location)
    {
        if (problem.Locations.MaxOrders[location] != LocationColumns.NoLimit)
        {
            Orders[location]--;
        }
    }
}
