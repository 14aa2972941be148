using Dom.Core.Solving;

namespace Dom.Core.Tests.TestKit;

/// <summary>The rules of sourcing written down once more, as plainly as can be, and every plan of a small problem one by one.</summary>
internal static class PlainSourcing
{
    /// <summary>What a plan costs; none where it breaks a rule.</summary>
    public static long? Cost(SourcingProblem problem, IReadOnlyList<(int Line, int Location, int Quantity)> plan)
    {
        var orderOf = Enumerable.Range(0, problem.OrderCount)
            .SelectMany(order => Enumerable.Repeat(order, problem.Orders.LineStart[order + 1] - problem.Orders.LineStart[order])).ToArray();
        long cost = 0;
        foreach (var (line, location, quantity) in plan)
        {
            var order = orderOf[line];
            var only = problem.Lines.OnlyLocation[line];
            var candidate = problem.Candidates is { } all
                ? Enumerable.Range(all.LineStart[line], all.LineStart[line + 1] - all.LineStart[line]).Where(at => all.Location[at] == location).Select(at => (int?)all.Cost[at]).FirstOrDefault()
                : 0;
            if ((problem.Locations.Modes[location] & (1UL << problem.Lines.Mode[line])) == 0 || candidate is null || quantity < 1
                || problem.Kilometres(location, order) > problem.Orders.MaxDistanceKm[order] || (only >= 0 && only != location)
                || (!problem.Lines.Splittable[line] && quantity != problem.Lines.Quantity[line]))
            {
                return null;
            }

            cost += candidate.Value + ((long)quantity * problem.Locations.UnitCost[location]);
        }

        foreach (var parcel in plan.GroupBy(one => (Order: orderOf[one.Line], one.Location, Mode: problem.Lines.Mode[one.Line])))
        {
            var rate = problem.Modes[parcel.Key.Mode].Rate(
                problem.Kilometres(parcel.Key.Location, parcel.Key.Order), parcel.Sum(one => (long)one.Quantity * problem.Lines.UnitGrams[one.Line]));
            if (rate is null)
            {
                return null;
            }

            cost += rate.Value + problem.Locations.ParcelCost[parcel.Key.Location];
        }

        var given = plan.GroupBy(one => one.Line).ToDictionary(line => line.Key, line => line.Sum(one => one.Quantity));
        var isFeasible = given.All(line => line.Value <= problem.Lines.Quantity[line.Key])
            && plan.GroupBy(one => (Sku: problem.Lines.Sku[one.Line], one.Location))
                .All(slot => problem.Stock.Find(slot.Key.Sku, slot.Key.Location) is >= 0 and var at && slot.Sum(one => one.Quantity) <= problem.Stock.Available[at])
            && plan.GroupBy(one => one.Location).All(at => at.Select(one => orderOf[one.Line]).Distinct().Count() <= problem.Locations.MaxOrders[at.Key])
            && plan.GroupBy(one => orderOf[one.Line]).All(order => order.Select(one => one.Location).Distinct().Count() <= problem.Orders.MaxLocations[order.Key]
                && (!problem.Orders.ShipComplete[order.Key] || Enumerable.Range(0, problem.LineCount).Where(line => orderOf[line] == order.Key)
                    .All(line => given.GetValueOrDefault(line) == problem.Lines.Quantity[line])));
        return isFeasible
            ? cost + Enumerable.Range(0, problem.LineCount).Sum(line => (long)(problem.Lines.Quantity[line] - given.GetValueOrDefault(line)) * problem.UnfilledUnitCost)
            : null;
    }

    public static IReadOnlyList<(int Line, int Location, int Quantity)> Rows(AssignmentPlan plan) =>
        [.. plan.Line.Select((line, at) => (line, plan.Location[at], plan.Quantity[at]))];

    /// <summary>Every way to give away some lines, feasible or not, but for lines given twice.</summary>
    public static IEnumerable<IReadOnlyList<(int Line, int Location, int Quantity)>> Plans(SourcingProblem problem, int firstLine, int endLine)
    {
        if (firstLine == endLine)
        {
            yield return [];
            yield break;
        }

        foreach (var rest in Plans(problem, firstLine + 1, endLine))
        {
            foreach (var line in Spread(problem, firstLine, 0, problem.Lines.Quantity[firstLine]))
            {
                yield return [.. line, .. rest];
            }
        }
    }

    private static IEnumerable<IReadOnlyList<(int Line, int Location, int Quantity)>> Spread(SourcingProblem problem, int line, int location, int left)
    {
        if (location == problem.LocationCount || left == 0)
        {
            yield return [];
            yield break;
        }

        foreach (var rest in Spread(problem, line, location + 1, left))
        {
            yield return rest;
        }

        var slot = problem.Stock.Find(problem.Lines.Sku[line], location);
        var most = slot < 0 ? 0 : Math.Min(left, problem.Stock.Available[slot]);
        for (var units = problem.Lines.Splittable[line] ? 1 : left; units <= most; units++)
        {
            foreach (var rest in Spread(problem, line, location + 1, left - units))
            {
                yield return [(line, location, units), .. rest];
            }
        }
    }
}
