using Dom.Core.Solving;

namespace Dom.LocalHost.Solving;

/// <summary>What a summary counts of a plan.</summary>
/// <param name="Units">Units of all lines.</param>
/// <param name="UnassignedUnits">Units that are not assigned.</param>
/// <param name="SplitOrders">Orders that more than one location serves.</param>
/// <param name="Parcels">What is sent, by order, location and mode.</param>
internal sealed record PlanFigures(long Units, long UnassignedUnits, int SplitOrders, int Parcels)
{
    /// <summary>Counts.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="plan">A plan that keeps to its form: ascending by line.</param>
    public static PlanFigures Of(SourcingProblem problem, AssignmentPlan plan)
    {
        var (parcels, locations) = (new HashSet<(int Location, int Mode)>(), new HashSet<int>());
        var (splitOrders, parcelCount, row) = (0, 0, 0);
        for (var order = 0; order < problem.OrderCount; order++)
        {
            parcels.Clear();
            locations.Clear();
            for (; row < plan.Line.Length && plan.Line[row] < problem.Orders.LineStart[order + 1]; row++)
            {
                parcels.Add((plan.Location[row], problem.Lines.Mode[plan.Line[row]]));
                locations.Add(plan.Location[row]);
            }

            parcelCount += parcels.Count;
            splitOrders += locations.Count > 1 ? 1 : 0;
        }

        var units = problem.Lines.Quantity.Sum(quantity => (long)quantity);
        return new PlanFigures(units, units - plan.Quantity.Sum(quantity => (long)quantity), splitOrders, parcelCount);
    }
}
