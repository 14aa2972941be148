namespace Dom.Core.Sourcing.Search;

/// <summary>
/// Weighs plans depth first, for plain problems that are too large for <see cref="StateSearch"/>. Each step takes the undecided item with the fewest
/// possible locations and tries them in turn, then leaves it unassigned. A partial plan is given up when <see cref="PlanBound"/> says that no
/// whole plan within it weighs less than the best one known.
/// </summary>
/// <remarks>
/// After <see cref="MaxLooks"/> it stops with the best plan so far, unproven: within half a second or so. Of plans that weigh the same it keeps
/// the first that it finds; items without contested stock choose among the opened locations by id. That does not change with what another search has found: only
/// what weighs more is given up for it.
/// </remarks>
internal sealed class BranchAndBoundSearch
{
    /// <summary>Most looks at an item at a location, of some tens of nanoseconds each.</summary>
    public const long MaxLooks = 10_000_000;

    private readonly SearchProblem _problem;
    private readonly PartialPlan _plan;
    private readonly Stack<Branch> _open = new();
    private PlanPart[]? _best;
    private Int128 _bestWeight;

    private BranchAndBoundSearch(SearchProblem problem, Int128 known)
    {
        _problem = problem;
        _plan = new PartialPlan(problem);
        _bestWeight = known == PlanWeight.Impossible ? known : known + 1;
        if (!problem.MustAssignAll)
        {
            Keep([]);
        }
    }

    /// <summary>Finds the best plan, or a good one.</summary>
    /// <param name="problem">A problem that is <see cref="SearchProblem.IsPlain"/>.</param>
    /// <param name="maxLooks">Most looks at an item at a location.</param>
    public static SearchResult Solve(SearchProblem problem, long maxLooks = MaxLooks) => new BranchAndBoundSearch(problem, PlanWeight.Impossible).Search(maxLooks);

    /// <summary>Finds the best plan, or one that weighs no more than a known one, or proves more of that.</summary>
    /// <param name="problem">A problem that is <see cref="SearchProblem.IsPlain"/>.</param>
    /// <param name="known">What another search has found.</param>
    /// <param name="maxLooks">Most looks at an item at a location.</param>
    public static SearchResult Improve(SearchProblem problem, SearchResult known, long maxLooks = MaxLooks)
    {
        var weight = known.Parts is { } parts ? problem.Weigh(parts) : PlanWeight.Impossible;
        var found = new BranchAndBoundSearch(problem, weight).Search(maxLooks);
        var best = found.Parts is null ? weight : problem.Weigh(found.Parts);
        var bound = Int128.Min(Int128.Max(found.LowerBound, known.LowerBound), best);
        return new SearchResult(found.Parts ?? known.Parts, bound, found.IsProvenBest || (best != PlanWeight.Impossible && bound == best), known.States + found.States);
    }

    private SearchResult Search(long maxLooks)
    {
        var states = 0L;
        _open.Push(Branch.Root);
        while (_plan.Looks < maxLooks && _open.TryPop(out var branch))
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
            Keep([.. _plan.Locations().Index().Where(item => item.Item >= 0).Select(item => new PlanPart(item.Index, item.Item, 1))]);
            return;
        }

        // The stack gives back the last branch first: leaving the item unassigned is tried last.
        var options = _plan.OptionsByPromise(item);
        if (!_problem.MustAssignAll)
        {
            _open.Push(new Branch(branch, item, PartialPlan.Unassigned, options, options.Length, bound));
        }

        for (var at = options.Length - 1; at >= 0; at--)
        {
            _open.Push(new Branch(branch, item, options[at], options, at, bound));
        }
    }

    private void Keep(PlanPart[] parts)
    {
        var weight = _problem.Weigh(parts);
        if (weight < _bestWeight)
        {
            (_best, _bestWeight) = (parts, weight);
        }
    }
}

/// <summary>A decision about one item, on top of the decisions before it.</summary>
/// <param name="Before">The decisions before it; none at the root.</param>
/// <param name="Item">The item; negative at the root.</param>
/// <param name="Location">Its location, or negative for leaving it unassigned.</param>
/// <param name="Options">The locations that the item could have, in the order in which they are tried.</param>
/// <param name="Tried">How many of them earlier branches try.</param>
/// <param name="Bound">What every plan within the branch weighs at least.</param>
internal sealed record Branch(Branch? Before, int Item, int Location, int[] Options, int Tried, Int128 Bound)
{
    /// <summary>The branch of all plans.</summary>
    public static Branch Root { get; } = new(null, -1, PartialPlan.Undecided, [], 0, Int128.MinValue);
}
