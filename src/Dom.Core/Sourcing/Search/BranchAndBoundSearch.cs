namespace Dom.Core.Sourcing.Search;

/// <summary>
/// Weighs plans depth first, for orders that are too large for <see cref="SubsetSearch"/>. Each step takes the undecided item with the fewest possible locations and tries them in turn, then leaves it unassigned. A partial
/// plan is given up when <see cref="PlanBound"/> says that no whole plan within it weighs less than the best one known.
/// </summary>
/// <remarks>After <see cref="MaxStates"/> partial plans it stops with the best plan so far, unproven. Items without contested stock choose among the opened locations by id.</remarks>
internal sealed class BranchAndBoundSearch
{
    // Looks at an item at a location, which take a few nanoseconds each.
    private const long MaxLooks = 100_000_000;

    private readonly SearchProblem _problem;
    private readonly PartialPlan _plan;
    private readonly Stack<Branch> _open = new();
    private int[]? _best;
    private Int128 _bestWeight = PlanWeight.Impossible;

    private BranchAndBoundSearch(SearchProblem problem)
    {
        _problem = problem;
        _plan = new PartialPlan(problem);
        if (!problem.MustAssignAll)
        {
            Keep([.. Enumerable.Repeat(-1, problem.Items.Length)]);
        }
    }

    /// <summary>Most partial plans that are looked at.</summary>
    /// <param name="problem">The problem.</param>
    public static long MaxStates(SearchProblem problem) =>
        Math.Clamp(MaxLooks / Math.Max(1, (long)problem.Items.Length * problem.LocationCount), (4L * problem.Items.Length) + 100, 100_000);

    /// <summary>Finds the best plan, or a good one.</summary>
    /// <param name="problem">The problem.</param>
    public static SearchResult Solve(SearchProblem problem) => new BranchAndBoundSearch(problem).Solve();

    private SearchResult Solve()
    {
        var (states, limit) = (0L, MaxStates(_problem));
        _open.Push(Branch.Root);
        while (states < limit && _open.TryPop(out var branch))
        {
            if (branch.Bound < _bestWeight)
            {
                states++;
                Explore(branch);
            }
        }

        var bound = _bestWeight;
        foreach (var branch in _open)
        {
            bound = Int128.Min(bound, branch.Bound);
        }

        return new SearchResult(_best, bound, bound == _bestWeight, states);
    }

    private void Explore(Branch branch)
    {
        _plan.Follow(branch);
        var bound = Int128.Max(branch.Bound, PlanBound.Of(_plan));
        if (bound >= _bestWeight)
        {
            return;
        }

        var item = _plan.HardestItem();
        if (item < 0)
        {
            Keep(_plan.Locations());
            return;
        }

        // The stack gives back the last branch first: leaving the item unassigned is tried last.
        var options = _plan.OptionsByPromise(item);
        if (!_problem.MustAssignAll)
        {
            _open.Push(new Branch(branch, item, -1, _plan.ClosableBefore(item, options, options.Length), bound));
        }

        for (var at = options.Length - 1; at >= 0; at--)
        {
            _open.Push(new Branch(branch, item, options[at], _plan.ClosableBefore(item, options, at), bound));
        }
    }

    private void Keep(int[] locationOfItem)
    {
        var weight = _problem.Weigh(locationOfItem);
        if (weight < _bestWeight)
        {
            (_best, _bestWeight) = (locationOfItem, weight);
        }
    }
}

/// <summary>A decision about one item, on top of the decisions before it.</summary>
/// <param name="Before">The decisions before it; none at the root.</param>
/// <param name="Item">The item; negative at the root.</param>
/// <param name="Location">Its location, or negative for leaving it unassigned.</param>
/// <param name="Closed">Locations that no longer open the last of the item's ways: that would be another branch.</param>
/// <param name="Bound">What every plan within the branch weighs at least.</param>
internal sealed record Branch(Branch? Before, int Item, int Location, int[] Closed, Int128 Bound)
{
    /// <summary>The branch of all plans.</summary>
    public static Branch Root { get; } = new(null, -1, -1, [], Int128.MinValue);
}
