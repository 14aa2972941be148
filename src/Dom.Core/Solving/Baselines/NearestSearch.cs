namespace Dom.Core.Solving.Baselines;

/// <summary>Finds the nearest location of each line of one order after the other.</summary>
internal sealed class NearestSearch(SourcingProblem problem, Residual residual, OrderDistances distances, OrderSuppliers suppliers)
{
    private readonly List<int> _used = [];

    /// <summary>Adds an order's assignments to the whole, and takes what they need.</summary>
    /// <param name="order">The order.</param>
    /// <param name="plan">Where to.</param>
    public void Assign(int order, PlanBuilder plan)
    {
        _used.Clear();
        distances.MoveTo(order);
        var isWhole = true;
        for (var line = problem.Orders.LineStart[order]; line < problem.Orders.LineStart[order + 1]; line++)
        {
            var location = Nearest(order, line, plan);
            isWhole &= location >= 0;
            if (location >= 0)
            {
                plan.Add(line, location, problem.Lines.Quantity[line]);
                residual.Take(problem.Lines.Sku[line], location, problem.Lines.Quantity[line]);
                if (!_used.Contains(location))
                {
                    _used.Add(location);
                }
            }
        }

        if (isWhole || !problem.Orders.ShipComplete[order])
        {
            _used.ForEach(residual.TakePlace);
            return;
        }

        foreach (var (line, location, quantity) in plan.Order)
        {
            residual.Take(problem.Lines.Sku[line], location, -quantity);
        }

        plan.DropOrder();
    }

    private int Nearest(int order, int line, PlanBuilder plan)
    {
        var (nearest, nearestChord, nearestKm) = (-1, double.PositiveInfinity, double.NaN);
        suppliers.MoveTo(line, 1);
        foreach (var location in suppliers.Locations)
        {
            var chord = distances.ChordTo(location);
            if (!ChordLimit.MayBeNearer(chord, nearestChord) || !CanServe(order, line, location, plan))
            {
                continue;
            }

            var kilometres = distances.Kilometres(location);
            if (nearest < 0 || kilometres < nearestKm || (kilometres == nearestKm && location < nearest))
            {
                (nearest, nearestChord, nearestKm) = (location, chord, kilometres);
            }
        }

        return nearest;
    }

    private bool CanServe(int order, int line, int location, PlanBuilder plan)
    {
        var sku = problem.Lines.Sku[line];
        var mode = problem.Lines.Mode[line];
        return residual.Units(sku, location) >= problem.Lines.Quantity[line]
            && ((problem.Locations.Modes[location] >> mode) & 1) != 0
            && distances.IsWithinReach(location)
            && distances.Zone(mode, location) >= 0
            && (_used.Count < problem.Orders.MaxLocations[order] || _used.Contains(location))
            && problem.Modes[mode].Band(Grams(line, location, mode, plan)) >= 0;
    }

    private long Grams(int line, int location, int mode, PlanBuilder plan)
    {
        var grams = (long)problem.Lines.Quantity[line] * problem.Lines.UnitGrams[line];
        foreach (var (other, at, quantity) in plan.Order)
        {
            grams += at == location && problem.Lines.Mode[other] == mode ? (long)quantity * problem.Lines.UnitGrams[other] : 0;
        }

        return grams;
    }
}
