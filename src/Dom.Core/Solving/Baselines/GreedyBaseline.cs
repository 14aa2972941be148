using System.Collections.Immutable;

namespace Dom.Core.Solving.Baselines;

/// <summary>
/// What a good system without foresight does: every order by itself, in the order of the file, by its cheapest feasible plan from the stock and the places
/// that earlier orders left.
/// </summary>
/// <remarks>
/// Among plans of equal cost: the one with fewer locations; then, of the ascending lists of the locations they use, the one that is smaller where the lists
/// first differ; then, location by location of that list, the one that gives more of the earliest line. Orders of at most
/// <see cref="PriceCertificate.MaxStates"/> states are exact in all of that, the others are searched by <see cref="LargeOrderSearch"/>.
/// </remarks>
public static class GreedyBaseline
{
    /// <summary>Solves a problem.</summary>
    /// <param name="problem">The problem.</param>
    public static AssignmentPlan Solve(SourcingProblem problem) => Solve(problem, out _);

    /// <summary>Solves a problem, and tells for which orders the plan may not be their cheapest.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="inexactOrders">The orders with too many states to be searched exactly, ascending.</param>
    public static AssignmentPlan Solve(SourcingProblem problem, out ImmutableArray<int> inexactOrders)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var residual = new Residual(problem);
        var distances = new OrderDistances(problem);
        var suppliers = new OrderSuppliers(problem, residual);
        var exact = new ExactOrderSearch(problem, residual, distances, suppliers);
        var large = new LargeOrderSearch(problem, residual, distances, suppliers);
        var plan = new PlanBuilder();
        var inexact = ImmutableArray.CreateBuilder<int>();
        for (var order = 0; order < problem.OrderCount; order++)
        {
            if (!exact.TryAssign(order, plan))
            {
                large.Assign(order, plan);
                inexact.Add(order);
            }

            Take(problem, plan.Order, residual);
            plan.EndOrder();
        }

        inexactOrders = inexact.ToImmutable();
        return plan.ToPlan();
    }

    private static void Take(SourcingProblem problem, ReadOnlySpan<(int Line, int Location, int Quantity)> assignments, Residual residual)
    {
        for (var at = 0; at < assignments.Length; at++)
        {
            var (line, location, quantity) = assignments[at];
            residual.Take(problem.Lines.Sku[line], location, quantity);
            var isFirst = true;
            for (var before = 0; before < at; before++)
            {
                isFirst &= assignments[before].Location != location;
            }

            if (isFirst)
            {
                residual.TakePlace(location);
            }
        }
    }
}
