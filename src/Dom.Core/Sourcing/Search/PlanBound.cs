namespace Dom.Core.Sourcing.Search;

/// <summary>What every plan weighs at least that begins as a partial plan does.</summary>
internal static class PlanBound
{
    /// <summary>The better of two bounds, each true whatever the other decisions are.</summary>
    /// <param name="plan">The partial plan.</param>
    public static Int128 Of(PartialPlan plan)
    {
        if (plan.IsBroken)
        {
            return PlanWeight.Impossible;
        }

        var shares = plan.Weight + Shares(plan);
        return plan.Problem.MaxLocations is { } limit ? Int128.Max(shares, plan.Weight + Spared(plan, limit - plan.OpenLocations)) : shares;
    }

    /// <summary>
    /// Dual ascent: each undecided item pays what it can towards opening any one of its locations, at most what leaving it unassigned weighs,
    /// and no way at a location is ever paid more than it weighs. So no plan costs less than what all items pay.
    /// </summary>
    private static Int128 Shares(PartialPlan plan)
    {
        var problem = plan.Problem;
        var unpaid = new Int128[problem.OpenWeights.Length];
        for (var at = 0; at < unpaid.Length; at++)
        {
            unpaid[at] = plan.MissingWeight(at);
        }

        var paid = Int128.Zero;
        foreach (var item in plan.UndecidedItems.OrderBy(item => plan.Options(item).Count))
        {
            var ways = problem.Items[item].Ways;
            var share = problem.MustAssignAll ? PlanWeight.Impossible : problem.Items[item].Gain;
            foreach (var location in plan.Options(item))
            {
                var sum = problem.Items[item].CostAt(location);
                foreach (var way in ways)
                {
                    sum += unpaid[(location * problem.WayCount) + way];
                }

                share = Int128.Min(share, sum);
            }

            paid += share;
            foreach (var location in plan.Options(item))
            {
                // Its own parcel first: the location itself is what the others may want as well.
                var left = share - problem.Items[item].CostAt(location);
                for (var way = ways.Length - 1; way >= 0 && left > 0; way--)
                {
                    var at = (location * problem.WayCount) + ways[way];
                    var part = Int128.Min(left, unpaid[at]);
                    unpaid[at] -= part;
                    left -= part;
                }
            }
        }

        return paid;
    }

    /// <summary>
    /// Every undecided item stays unassigned, less the most that the open locations and as many more as are allowed could spare of that, each
    /// taken as if it were alone.
    /// </summary>
    private static Int128 Spared(PartialPlan plan, int moreLocations)
    {
        var problem = plan.Problem;
        var coverage = new Int128[problem.LocationCount];
        var cheapest = new Int128[problem.LocationCount];
        Array.Fill(cheapest, PlanWeight.Impossible);
        var all = Int128.Zero;
        var penalty = problem.MustAssignAll ? PenaltyOfLeavingOut(problem) : Int128.Zero;
        foreach (var item in plan.UndecidedItems)
        {
            var gain = problem.Items[item].Gain + penalty;
            all += gain;
            foreach (var location in plan.Options(item))
            {
                coverage[location] += Int128.Max(Int128.Zero, gain - problem.Items[item].CostAt(location));
                cheapest[location] = Int128.Min(cheapest[location], plan.MissingWeight(item, location));
            }
        }

        var more = new List<Int128>();
        for (var location = 0; location < coverage.Length; location++)
        {
            var spared = coverage[location] - cheapest[location];
            if (coverage[location] == Int128.Zero || spared <= Int128.Zero)
            {
                continue;
            }

            if (plan.IsOpen(location))
            {
                all -= spared;
            }
            else
            {
                more.Add(spared);
            }
        }

        foreach (var spared in more.OrderDescending().Take(moreLocations))
        {
            all -= spared;
        }

        return all;
    }

    // Heavier than any plan that leaves nothing out, so that a bound above it tells that there is none.
    private static Int128 PenaltyOfLeavingOut(SearchProblem problem)
    {
        var heaviest = Int128.One;
        foreach (var weight in problem.OpenWeights)
        {
            heaviest += weight;
        }

        foreach (var item in problem.Items)
        {
            heaviest += item.Costs is null ? Int128.Zero : item.Locations.Max(location => item.Costs[location]);
        }

        return heaviest;
    }
}
