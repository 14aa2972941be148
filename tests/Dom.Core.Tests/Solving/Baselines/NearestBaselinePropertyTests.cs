using Dom.Core.Solving;
using Dom.Core.Solving.Baselines;
using Dom.Core.Tests.Fulfillment;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Solving.Baselines;

public sealed class NearestBaselinePropertyTests
{
    [Fact]
    public void Solve_gives_each_line_to_the_nearest_location_that_breaks_no_rule()
    {
        for (var seed = 0; seed < 2000; seed++)
        {
            var features = (ProblemFeatures)new Random(seed).Next(4096);
            var problem = RandomProblems.Make(seed, features, maxLocations: 6);

            var plan = PlainSourcing.Rows(NearestBaseline.Solve(problem));

            var expected = LineByLine(problem);
            Property.Holds(plan.SequenceEqual(expected), () => $"Seed {seed} {features}: {string.Join(' ', plan)}, expected {string.Join(' ', expected)}.");
        }
    }

    private static List<(int Line, int Location, int Quantity)> LineByLine(SourcingProblem problem)
    {
        // Whether the order is complete shows only at its end; until then its lines are placed as if it did not matter.
        var relaxed = WithoutShipComplete(problem);
        var whole = new List<(int Line, int Location, int Quantity)>();
        for (var order = 0; order < problem.OrderCount; order++)
        {
            var before = whole.Count;
            var (first, end) = (problem.Orders.LineStart[order], problem.Orders.LineStart[order + 1]);
            for (var line = first; line < end; line++)
            {
                var found = Enumerable.Range(0, problem.LocationCount)
                    .Where(location => PlainSourcing.Cost(relaxed, [.. whole, (line, location, problem.Lines.Quantity[line])]) is not null)
                    .OrderBy(location => problem.Kilometres(location, order)).ThenBy(location => location).Cast<int?>().FirstOrDefault();
                if (found is int location)
                {
                    whole.Add((line, location, problem.Lines.Quantity[line]));
                }
            }

            if (problem.Orders.ShipComplete[order] && whole.Count - before < end - first)
            {
                whole.RemoveRange(before, whole.Count - before);
            }
        }

        return whole;
    }

    private static SourcingProblem WithoutShipComplete(SourcingProblem problem) => new()
    {
        Locations = problem.Locations,
        Stock = problem.Stock,
        Orders = new OrderColumns
        {
            Ids = problem.Orders.Ids,
            Latitude = problem.Orders.Latitude,
            Longitude = problem.Orders.Longitude,
            MaxLocations = problem.Orders.MaxLocations,
            MaxDistanceKm = problem.Orders.MaxDistanceKm,
            ShipComplete = new bool[problem.OrderCount],
            LineStart = problem.Orders.LineStart,
        },
        Lines = problem.Lines,
        Modes = problem.Modes,
        UnfilledUnitCost = problem.UnfilledUnitCost,
        Candidates = problem.Candidates,
    };
}
