using Dom.Core.Sourcing.Search;

namespace Dom.Core.Tests.TestKit;

/// <summary>Plans that take no searching. They keep to the number of locations and to what locations have; items want stock that no other item wants.</summary>
internal static class SimplePlans
{
    /// <summary>Each item, one after the other, from the locations that are nearest, as far as they have it.</summary>
    public static PlanPart[] Nearest(SearchProblem problem) =>
        Fill(problem, (item, location) => problem.Items[item].Ways.Aggregate(Int128.Zero, (sum, way) => sum + (problem.OpenWeights[(location * problem.WayCount) + way] & ((Int128.One << 44) - 1))));

    /// <summary>Each item, one after the other, from where it makes the plan so far weigh least.</summary>
    public static PlanPart[] Greedy(SearchProblem problem)
    {
        var parts = new List<PlanPart>();
        for (var item = 0; item < problem.Items.Length; item++)
        {
            var left = problem.Items[item].Amount;
            while (left > 0)
            {
                var best = problem.Items[item].Locations
                    .Where(location => IsAllowed(problem, parts, item, location))
                    .Select(location => new PlanPart(item, location, Math.Min(left, problem.RoomAt(item, location))))
                    .Select(part => (Weight: problem.Weigh([.. parts, part]), part.Location, Part: part))
                    .DefaultIfEmpty((Weight: Int128.MaxValue, Location: 0, Part: default)).MinBy(option => (option.Weight, option.Location));
                if (best.Weight >= problem.Weigh(parts))
                {
                    break;
                }

                parts.Add(best.Part);
                left -= best.Part.Amount;
            }
        }

        return [.. parts];
    }

    private static PlanPart[] Fill(SearchProblem problem, Func<int, int, Int128> rank)
    {
        var parts = new List<PlanPart>();
        for (var item = 0; item < problem.Items.Length; item++)
        {
            var left = problem.Items[item].Amount;
            foreach (var location in problem.Items[item].Locations.OrderBy(location => rank(item, location)))
            {
                if (left > 0 && IsAllowed(problem, parts, item, location) && Math.Min(left, problem.RoomAt(item, location)) is var amount
                    && problem.Weigh([.. parts, new PlanPart(item, location, amount)]) != Int128.MaxValue)
                {
                    parts.Add(new PlanPart(item, location, amount));
                    left -= amount;
                }
            }
        }

        return [.. parts];
    }

    private static bool IsAllowed(SearchProblem problem, List<PlanPart> parts, int item, int location) =>
        !parts.Exists(part => part.Item == item && part.Location == location)
        && (parts.Exists(part => part.Location == location) || problem.MaxLocations is not { } most || parts.Select(part => part.Location).Distinct().Count() < most);
}
