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
        var wanted = screening.LeftOfLine;
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

        int[] wanted = [.. screening.LeftOfLine];
        for (var line = 0; line < wanted.Length; line++)
        {
            wanted[line] -= screening.Request.Lines[line].Quantity - plan.AssignedUnits(line);
        }

        var left = checked((screening.LeftOfLine.Sum(units => (long)units) - wanted.Sum(units => (long)units)) * costs.UnassignedUnitMinorUnits);
        var problem = ProblemBuilder.Build(screening, costs, limits with { MustAssignAll = true }, wanted, plan.LastPriority);
        var result = Search(problem, out var method);
        var isFound = result.Parts is not null
            && ((result.IsProvenBest && !problem.IsTightened) || !(WeightOf(problem, screening, plan) < problem.Weigh(result.Parts)));
        return new FoundPlan(
            isFound ? Planned(problem, result.Parts!) : plan.Parts,
            method,
            plan.IsProvenBest && result.IsProvenBest && !problem.IsTightened,
            plan.States + result.States,
            problem.IsTightened ? 0 : checked(problem.CostOf(result.LowerBound) + left),
            plan.LastPriority);
    }

    /// <summary>The best plan of a problem, nothing where that weighs no more.</summary>
    /// <param name="problem">The problem.</param>
    public static SearchOutcome Solve(SearchProblem problem)
    {
        var nothing = problem.WeightOfNothing;
        if (problem.MustAssignAll && problem.Items.Where(item => !item.IsPlaced).Sum(item => item.Lines.Length) < problem.RoutedLines)
        {
            return new SearchOutcome([], nothing, nothing, IsProvenBest: true, 0, SearchSummary.ByStates);
        }

        var result = Search(problem, out var method);
        var weight = result.Parts is { } parts ? problem.Weigh(parts) : PlanWeight.Impossible;
        var isSomething = weight < nothing || (weight == nothing && !problem.MustAssignAll);
        var bound = Int128.Min(result.LowerBound, nothing);
        return new SearchOutcome(
            isSomething ? result.Parts! : [], isSomething ? weight : nothing, bound, (result.IsProvenBest || bound == nothing) && !problem.IsTightened, result.States, method);
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
        return problem.IsPlain ? BranchAndBoundSearch.Improve(problem, ExchangeSearch.Solve(problem)) : ExchangeSearch.Solve(problem);
    }

    private static FoundPlan Write(SearchProblem problem, SearchOutcome outcome, PriorityReach reach, long states, bool isProven) =>
        new(Planned(problem, outcome.Parts), outcome.Method, isProven, states, problem.IsTightened ? 0 : problem.CostOf(outcome.LowerBound), reach.LastPriority);

    private static PlacedUnits[] Planned(SearchProblem problem, PlanPart[] parts) =>
    [
        .. from part in parts
           let item = problem.Items[part.Item]
           from line in item.Lines.Zip(item.Units)
           group part.Amount * line.Second by (Line: line.First, part.Location) into units
           orderby units.Key
           select new PlacedUnits(units.Key.Line, units.Key.Location, units.Sum()),
    ];

    // What a plan that was made without scarcity prices weighs with them; none where it parts what need not be parted now.
    private static Int128? WeightOf(SearchProblem problem, Screening screening, FoundPlan plan)
    {
        var parts = new List<PlanPart>();
        for (var item = 0; item < problem.Items.Length; item++)
        {
            if (problem.Items[item].IsPlaced)
            {
                parts.Add(new PlanPart(item, problem.Items[item].Locations[0], 1));
                continue;
            }

            foreach (var part in plan.Of(problem.Items[item].Lines[0]))
            {
                var before = Array.Find(screening.Placed, placed => placed.Line == part.Line && placed.Location == part.Location).Units;
                if (part.Units > before)
                {
                    parts.Add(new PlanPart(item, part.Location, problem.Items[item].Amount == 1 ? 1 : part.Units - before));
                }
            }
        }

        return parts.GroupBy(part => part.Item).Any(item => item.Sum(part => part.Amount) > problem.Items[item.Key].Amount) ? null : problem.Weigh(parts);
    }
}
