namespace Dom.Core.Solving.Baselines;

/// <summary>
/// What a simple system does: each line by itself to the nearest location that can serve it whole, first come, first served. Costs are not looked at, rules
/// are. Among equal distances the earlier location is taken; an order that must ship complete and cannot is left out.
/// </summary>
public static class NearestBaseline
{
    /// <summary>Solves a problem.</summary>
    /// <param name="problem">The problem.</param>
    public static AssignmentPlan Solve(SourcingProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var residual = new Residual(problem);
        var search = new NearestSearch(problem, residual, new OrderDistances(problem), new OrderSuppliers(problem, residual));
        var plan = new PlanBuilder();
        for (var order = 0; order < problem.OrderCount; order++)
        {
            search.Assign(order, plan);
            plan.EndOrder();
        }

        return plan.ToPlan();
    }
}
