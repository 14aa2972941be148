namespace Dom.Core.Sourcing.Search;

/// <summary>Chooses the search for an order, and weighs its plan against sourcing nothing.</summary>
internal static class PlanFinder
{
    /// <summary>Finds the plan of an order.</summary>
    /// <param name="screening">The screened request.</param>
    /// <param name="costs">What is charged.</param>
    /// <param name="limits">How the order may be taken apart.</param>
    public static FoundPlan Find(Screening screening, IPlanCosts costs, OrderLimits limits)
    {
        int[] wanted = [.. screening.Request.Lines.Select(line => line.Quantity)];
        var reach = PriorityReach.Find(screening, costs, limits, wanted);
        var problem = ProblemBuilder.Build(screening, costs, limits, wanted, reach.LastPriority);
        var outcome = Solve(problem);
        return Write(problem, outcome, reach, outcome.States + reach.States, outcome.IsProvenBest && reach.IsProven);
    }

    /// <summary>
    /// Finds the plan that is cheapest once scarcity prices are charged, among those that assign the same units as the cheapest plan without them: what
    /// later orders might want leaves nothing of this one unassigned.
    /// </summary>
    /// <param name="screening">The screened request.</param>
    /// <param name="costs">What is charged, scarcity prices with it.</param>
    /// <param name="limits">How the order may be taken apart.</param>
    /// <param name="plan">The plan without them.</param>
    public static FoundPlan FindPriced(Screening screening, IPlanCosts costs, OrderLimits limits, FoundPlan plan)
    {
        if (plan.Parts.Length == 0)
        {
            return plan;
        }

        int[] wanted = [.. Enumerable.Range(0, screening.Request.Lines.Length).Select(plan.AssignedUnits)];
        var left = checked(screening.Request.Lines.Select((line, at) => (long)(line.Quantity - wanted[at])).Sum() * costs.UnassignedUnitMinorUnits);
        var problem = ProblemBuilder.Build(screening, costs, limits with { MustAssignAll = true }, wanted, plan.LastPriority);
        var result = Search(problem, out var method);
        var isFound = result.Parts is not null && (result.IsProvenBest || !(WeightOf(problem, plan) < problem.Weigh(result.Parts)));
        return new FoundPlan(
            isFound ? Planned(problem, result.Parts!) : plan.Parts,
            method,
            plan.IsProvenBest && result.IsProvenBest,
            plan.States + result.States,
            checked(problem.CostOf(result.LowerBound) + left),
            plan.LastPriority);
    }

    /// <summary>The best plan of a problem, nothing where that weighs no more.</summary>
    /// <param name="problem">The problem.</param>
    public static SearchOutcome Solve(SearchProblem problem)
    {
        var nothing = problem.WeightOfNothing;
        if (problem.MustAssignAll && problem.Items.Sum(item => item.Lines.Length) < problem.Wanted.Count(units => units > 0))
        {
            return new SearchOutcome([], nothing, nothing, IsProvenBest: true, 0, SearchSummary.ByStates);
        }

        var result = Search(problem, out var method);
        var weight = result.Parts is { } parts ? problem.Weigh(parts) : PlanWeight.Impossible;
        var isSomething = weight < nothing || (weight == nothing && !problem.MustAssignAll);
        var bound = Int128.Min(result.LowerBound, nothing);
        return new SearchOutcome(
            isSomething ? result.Parts! : [], isSomething ? weight : nothing, bound, result.IsProvenBest || bound == nothing, result.States, method);
    }

    private static SearchResult Search(SearchProblem problem, out string method)
    {
        if (StateSearch.CanSolve(problem))
        {
            method = SearchSummary.ByStates;
            var result = StateSearch.Solve(problem);
            if (result.IsProvenBest)
            {
                return result;
            }

            method = SearchSummary.Exchange;
            var good = ExchangeSearch.Solve(problem);
            var bound = Int128.Max(result.LowerBound, good.LowerBound);
            return good with { LowerBound = bound, States = result.States + good.States, IsProvenBest = good.Parts is not null && bound == problem.Weigh(good.Parts) };
        }

        method = problem.IsPlain ? SearchSummary.BranchAndBound : SearchSummary.Exchange;
        return problem.IsPlain ? BranchAndBoundSearch.Solve(problem) : ExchangeSearch.Solve(problem);
    }

    private static FoundPlan Write(SearchProblem problem, SearchOutcome outcome, PriorityReach reach, long states, bool isProven) =>
        new(Planned(problem, outcome.Parts), outcome.Method, isProven, states, problem.CostOf(outcome.LowerBound), reach.LastPriority);

    private static PlannedUnits[] Planned(SearchProblem problem, PlanPart[] parts) =>
    [
        .. from part in parts
           let item = problem.Items[part.Item]
           from line in item.Lines
           orderby line, part.Location
           select new PlannedUnits(line, part.Location, item.Amount == 1 ? problem.Wanted[line] : part.Amount),
    ];

    // What a plan that was made without scarcity prices weighs with them; none where it parts what need not be parted now.
    private static Int128? WeightOf(SearchProblem problem, FoundPlan plan)
    {
        var parts = new List<PlanPart>();
        for (var item = 0; item < problem.Items.Length; item++)
        {
            foreach (var part in plan.Of(problem.Items[item].Lines[0]))
            {
                parts.Add(new PlanPart(item, part.Location, problem.Items[item].Amount == 1 ? 1 : part.Units));
            }
        }

        return parts.GroupBy(part => part.Item).Any(item => item.Sum(part => part.Amount) > problem.Items[item.Key].Amount) ? null : problem.Weigh(parts);
    }
}
