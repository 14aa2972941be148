namespace Dom.Core.Solving;

/// <summary>
/// A solved problem that is kept, to be solved again when stock changes: a refusal, a miscount, a delivery. Pools, prices and plans of the last
/// solve stay; a change touches only what it concerns.
/// </summary>
public sealed class HorizonSession
{
    private readonly SolverOptions _options;
    private readonly HorizonSearch _search;

    /// <summary>Solves a problem, and keeps what the next solve can use.</summary>
    /// <param name="problem">The problem. Changes are made to a copy of its stock.</param>
    /// <param name="options">How long and how hard to try.</param>
    /// <param name="progress">Told after each step how far the solve has got; none to tell nobody.</param>
    /// <param name="cancellationToken">Ends the solve early, with the best plan so far.</param>
    /// <exception cref="ArgumentException">An option is outside its range, or an order could cost 2^30 minor units or more.</exception>
    public HorizonSession(
        SourcingProblem problem, SolverOptions options, IProgress<SolveProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        HorizonSolver.ThrowIfInvalid(problem, options);
        _options = options;
        Problem = problem.WithStock(new StockColumns
        {
            Skus = problem.Stock.Skus,
            RowStart = problem.Stock.RowStart,
            Location = problem.Stock.Location,
            Available = [.. problem.Stock.Available],
        });
        _search = new(Problem, options, new SolveWatch(options, progress, cancellationToken));
        Solution = _search.Run();
    }

    /// <summary>The problem, with its stock as it is now.</summary>
    public SourcingProblem Problem { get; }

    /// <summary>The last solution.</summary>
    public Solution Solution { get; private set; }

    /// <summary>Changes stock, and solves the problem again.</summary>
    /// <param name="changes">What has changed; of a slot, the last counts.</param>
    /// <param name="churnCost">
    /// What it costs to change the plan of an order that need not change, minor units, 0 or more. It steers the solve, and is no part of the solution's cost.
    /// </param>
    /// <param name="progress">Told after each step how far the solve has got; none to tell nobody.</param>
    /// <param name="cancellationToken">Ends the solve early, with the best plan so far.</param>
    /// <exception cref="ArgumentException">A change names a slot that is not there, or an amount or cost below 0.</exception>
    public Solution Change(
        IReadOnlyCollection<StockChange> changes,
        int churnCost = 0,
        IProgress<SolveProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        ArgumentOutOfRangeException.ThrowIfNegative(churnCost);
        foreach (var change in changes)
        {
            if ((uint)change.Slot >= (uint)Problem.Stock.Location.Length || change.Available < 0)
            {
                throw new ArgumentException(
                    $"{change} cannot be made: allowed are slots from 0 to {Problem.Stock.Location.Length - 1} and 0 or more units.", nameof(changes));
            }
        }

        foreach (var change in changes)
        {
            _search.SetAvailable(change.Slot, change.Available);
        }

        var watch = new SolveWatch(_options, progress, cancellationToken);
        return Solution = _search.Again([.. changes.Select(change => change.Slot).Distinct()], churnCost, watch);
    }
}
