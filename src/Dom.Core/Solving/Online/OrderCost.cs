namespace Dom.Core.Solving.Online;

/// <summary>What the plan of one order costs, from the problem and its assignments alone.</summary>
internal static class OrderCost
{
    /// <summary>The cost, minor units, with what its unassigned units count for.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="order">The order.</param>
    /// <param name="assignments">A feasible plan of it, each line and location at most once.</param>
    public static long Of(SourcingProblem problem, int order, ReadOnlySpan<(int Line, int Location, int Quantity)> assignments)
    {
        var units = 0L;
        for (var line = problem.Orders.LineStart[order]; line < problem.Orders.LineStart[order + 1]; line++)
        {
            units += problem.Lines.Quantity[line];
        }

        var cost = 0L;
        var grams = new Dictionary<(int Location, int Mode), long>();
        foreach (var (line, location, quantity) in assignments)
        {
            units -= quantity;
            cost += ((long)quantity * problem.Locations.UnitCost[location]) + problem.CandidateCost(line, location)!.Value;
            var parcel = (location, problem.Lines.Mode[line]);
            grams[parcel] = grams.GetValueOrDefault(parcel) + ((long)quantity * problem.Lines.UnitGrams[line]);
        }

        foreach (var ((location, mode), weight) in grams)
        {
            cost += problem.Locations.ParcelCost[location] + (problem.Modes[mode].Rate(problem.Kilometres(location, order), weight) ?? 0);
        }

        return cost + (units * problem.UnfilledUnitCost);
    }
}
