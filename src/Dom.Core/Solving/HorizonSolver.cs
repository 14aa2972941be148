namespace Dom.Core.Solving;

/// <summary>
/// Decides where every order of a problem comes from, all of them together, and proves how far from the cheapest plan its own can be at most.
/// </summary>
/// <remarks>
/// Method: prices on stock and on the orders that locations may take, under which every order is solved by itself, exactly; the prices are raised
/// and lowered until the bound that they prove is as great as it gets, and guide the plan. See docs/solver.md.
/// </remarks>
public static class HorizonSolver
{
    /// <summary>Solves a problem.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="options">How long and how hard to try.</param>
    /// <param name="progress">Told after each step how far the solve has got; none to tell nobody.</param>
    /// <param name="cancellationToken">Ends the solve early, with the best plan so far.</param>
    /// <returns>A plan that a <see cref="Checking.PlanChecker"/> has found feasible, and a bound with its certificate.</returns>
    /// <exception cref="ArgumentException">An option is outside its range, or an order could cost 2^30 minor units or more.</exception>
    public static Solution Solve(
        SourcingProblem problem, SolverOptions options, IProgress<SolveProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ThrowIfInvalid(problem, options);
        var watch = new SolveWatch(options, progress, cancellationToken);
        return new HorizonSearch(problem, options, watch).Run();
    }

    /// <summary>Checks what is to be solved.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="options">How long and how hard to try.</param>
    internal static void ThrowIfInvalid(SourcingProblem problem, SolverOptions options)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Threads, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Gap, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Gap, 1);
    }
}
