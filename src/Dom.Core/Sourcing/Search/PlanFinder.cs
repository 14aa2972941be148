using Dom.Core.Sourcing.Scarcity;

namespace Dom.Core.Sourcing.Search;

/// <summary>Chooses the search for an order, and weighs its plan against sourcing nothing.</summary>
internal static class PlanFinder
{
    /// <summary>Finds the plan of an order.</summary>
    /// <param name="screening">The screened request.</param>
    /// <param name="charges">What is charged.</param>
    public static FoundPlan Find(Screening screening, Charges charges)
    {
        var groups = screening.Limits.Groups;
        var problem = ProblemBuilder.Build(screening, charges, groups, null, screening.Limits.MustAssignAll);
        var locationOfLine = new int[screening.Request.Lines.Length];
        Array.Fill(locationOfLine, -1);
        var nothing = problem.Items.Aggregate(Int128.Zero, (sum, item) => checked(sum + item.Gain));
        if (problem.MustAssignAll && problem.Items.Sum(item => item.Lines.Length) < groups.Sum(group => group.Length))
        {
            return new FoundPlan(locationOfLine, groups, SearchSummary.Subsets, IsProvenBest: true, 0, Cost(nothing, screening, charges, problem));
        }

        var isSmall = SubsetSearch.CanSolve(problem);
        var result = isSmall ? SubsetSearch.Solve(problem) : BranchAndBoundSearch.Solve(problem);
        var isSomething = result.LocationOfItem is not null && (!problem.MustAssignAll || problem.Weigh(result.LocationOfItem) < nothing);
        for (var item = 0; isSomething && item < problem.Items.Length; item++)
        {
            foreach (var line in problem.Items[item].Lines)
            {
                locationOfLine[line] = result.LocationOfItem![item];
            }
        }

        var bound = Int128.Min(result.LowerBound, nothing);
        return new FoundPlan(
            locationOfLine,
            groups,
            isSmall ? SearchSummary.Subsets : SearchSummary.BranchAndBound,
            result.IsProvenBest || bound == nothing,
            result.States,
            Cost(bound, screening, charges, problem));
    }

    /// <summary>
    /// Finds the plan that is cheapest once scarcity prices are charged, among those that assign the same lines as the cheapest plan without them: what
    /// later orders might want leaves no line of this one unassigned.
    /// </summary>
    /// <param name="screening">The screened request.</param>
    /// <param name="charges">What is charged.</param>
    /// <param name="scarcity">What scarcity prices charge.</param>
    /// <param name="plan">The plan without them.</param>
    public static FoundPlan FindPriced(Screening screening, Charges charges, ScarcityCharges scarcity, FoundPlan plan)
    {
        var groups = plan.Groups.Where(group => plan.LocationOfLine[group[0]] >= 0).ToArray();
        if (groups.Length == 0)
        {
            return plan;
        }

        var problem = ProblemBuilder.Build(screening, charges, groups, scarcity, mustAssignAll: true);
        var isSmall = SubsetSearch.CanSolve(problem);
        var result = isSmall ? SubsetSearch.Solve(problem) : BranchAndBoundSearch.Solve(problem);
        int[] before = [.. problem.Items.Select(item => plan.LocationOfLine[item.Lines[0]])];
        var best = result.LocationOfItem is { } found && problem.Weigh(found) < problem.Weigh(before) ? found : before;
        var locationOfLine = plan.LocationOfLine.ToArray();
        for (var item = 0; item < best.Length; item++)
        {
            foreach (var line in problem.Items[item].Lines)
            {
                locationOfLine[line] = best[item];
            }
        }

        return new FoundPlan(
            locationOfLine,
            plan.Groups,
            isSmall ? SearchSummary.Subsets : SearchSummary.BranchAndBound,
            plan.IsProvenBest && result.IsProvenBest,
            plan.States + result.States,
            Cost(Int128.Min(result.LowerBound, problem.Weigh(best)), screening, charges, problem));
    }

    // A weight leaves out what every plan costs: handling the items, and the lines that no plan can assign.
    private static long Cost(Int128 weight, Screening screening, Charges charges, SearchProblem problem)
    {
        var lines = screening.Request.Lines;
        var all = lines.Sum(line => (long)line.Quantity);
        var assignable = problem.Items.Sum(item => item.Lines.Sum(line => (long)lines[line].Quantity));
        return PlanWeight.MinorUnits(weight) + (assignable * charges.UnitMinorUnits) + ((all - assignable) * charges.UnassignedUnitMinorUnits);
    }
}
