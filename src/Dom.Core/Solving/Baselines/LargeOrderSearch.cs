using Dom.Core.Solving.Online;

namespace Dom.Core.Solving.Baselines;

/// <summary>
/// A bounded search for orders with too many states to be numbered: starting with no location, adds the one that saves most, then exchanges one
/// for another where that saves, until nothing does or <see cref="MaxFills"/> sets of locations have been tried. It chooses among the <see cref="BestAlone"/>
/// locations that do best alone and, for each line, the best <see cref="BestPerLine"/> that have it. The plan is feasible, and not always the cheapest.
/// </summary>
/// <param name="problem">The problem.</param>
/// <param name="residual">What earlier orders have left.</param>
/// <param name="distances">Distances.</param>
/// <param name="suppliers">Finds the locations of a line.</param>
/// <param name="charges">What an order pays besides its costs; none where it pays nothing.</param>
internal sealed class LargeOrderSearch(SourcingProblem problem, Residual residual, OrderDistances distances, OrderSuppliers suppliers, OrderCharges? charges = null)
{
    private const int MaxFills = 2000;
    private const int BestAlone = 24;
    private const int BestPerLine = 2;

    // Dearer than any parcel: an order that ships complete first of all wants its units assigned.
    private const long WholeOrderUnitCost = 1L << 40;

    // An order's cost must stay well within a long integer.
    private const long WholeOrderCost = 1L << 60;

    /// <summary>Adds the best plan that was found for an order to the whole.</summary>
    /// <param name="order">The order.</param>
    /// <param name="plan">Where to.</param>
    public void Assign(int order, PlanBuilder plan)
    {
        distances.MoveTo(order);
        var large = new LargeOrder(problem, order, residual, distances, suppliers, charges);
        var isWhole = problem.Orders.ShipComplete[order];
        var units = Enumerable.Range(0, large.Lines).Sum(line => (long)problem.Lines.Quantity[large.FirstLine + line]);
        var unitCost = isWhole ? Math.Min(WholeOrderUnitCost, WholeOrderCost / units) : problem.UnfilledUnitCost;
        var fill = new LargeOrderFill(problem, large, unitCost);
        var chosen = Search(large, fill, problem.Orders.MaxLocations[order]);

        var cost = fill.Fill(chosen);
        var empty = units * problem.UnfilledUnitCost;
        if (isWhole ? fill.Unassigned == 0 && cost < empty : cost < empty)
        {
            fill.AddTo(plan);
        }
    }

    private static List<int> Search(LargeOrder order, LargeOrderFill fill, int maxLocations)
    {
        var candidates = Candidates(order, fill);
        var chosen = new List<int>();
        var (cost, fills) = (fill.Fill(chosen), 0);
        while (fills < MaxFills)
        {
            var (best, bestCost) = ((List<int>?)null, cost);
            foreach (var next in Neighbours(chosen, candidates, maxLocations))
            {
                if (fills++ == MaxFills)
                {
                    break;
                }

                if (fill.Fill(next) is var nextCost && nextCost < bestCost)
                {
                    (best, bestCost) = (next, nextCost);
                }
            }

            if (best is null)
            {
                break;
            }

            (chosen, cost) = (best, bestCost);
        }

        return chosen;
    }

    private static List<int> Candidates(LargeOrder order, LargeOrderFill fill)
    {
        var alone = Enumerable.Range(0, order.Places).ToDictionary(place => place, place => fill.Fill([place]));
        var ranked = alone.Keys.OrderBy(place => alone[place]).ThenBy(order.Location).ToArray();
        var perLine = Enumerable.Range(0, order.Lines).SelectMany(line => ranked.Where(place => order.Units(line, place) > 0).Take(BestPerLine));
        return [.. ranked.Take(BestAlone).Concat(perLine).Distinct()];
    }

    private static IEnumerable<List<int>> Neighbours(List<int> chosen, List<int> candidates, int maxLocations)
    {
        var others = candidates.Where(place => !chosen.Contains(place)).ToArray();
        if (chosen.Count < maxLocations)
        {
            foreach (var place in others)
            {
                yield return [.. chosen, place];
            }
        }

        foreach (var dropped in chosen)
        {
            yield return [.. chosen.Where(place => place != dropped)];
            foreach (var place in others)
            {
                yield return [.. chosen.Where(kept => kept != dropped), place];
            }
        }
    }
}
