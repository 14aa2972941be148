using System.Collections.Immutable;
using Dom.Core.Solving;
using Dom.Core.Solving.Baselines;
using Dom.Core.Tests.Fulfillment;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Solving.Baselines;

public sealed class GreedyBaselinePropertyTests
{
    [Fact]
    public void Solve_gives_each_order_its_best_plan_of_all_with_every_tie_broken()
    {
        for (var seed = 0; seed < 600; seed++)
        {
            var features = (ProblemFeatures)new Random(seed).Next(4096);
            var problem = RandomProblems.Make(seed, features, maxOrders: 3, maxUnits: seed % 3 == 0 ? 4 : 3);

            var plan = PlainSourcing.Rows(GreedyBaseline.Solve(problem, out var inexact));

            var expected = OneByOne(problem);
            Property.Holds(
                plan.SequenceEqual(expected), () => $"Seed {seed} {features}: {string.Join(' ', plan)}, expected {string.Join(' ', expected)}.");
            Assert.Empty(inexact);
        }
    }

    [Fact]
    public void Solve_of_large_orders_is_feasible_flagged_and_at_least_as_good_as_nothing()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var problem = RandomProblems.Make(seed, (ProblemFeatures)new Random(seed).Next(4096), maxOrders: 3, maxLocations: 8, maxLines: 14, maxUnits: 5);

            var plan = GreedyBaseline.Solve(problem, out var inexact);

            var cost = PlainSourcing.Cost(problem, PlainSourcing.Rows(plan));
            Property.Holds(cost <= problem.Lines.Quantity.Sum() * (long)problem.UnfilledUnitCost, () => $"Seed {seed}: {cost}.");
            Property.Holds(inexact.SequenceEqual(Large(problem)), () => $"Seed {seed}: {string.Join(' ', inexact)}.");
        }
    }

    private static ImmutableArray<int> Large(SourcingProblem problem) =>
    [
        .. Enumerable.Range(0, problem.OrderCount).Where(order => problem.Orders.LineStart[order + 1] > problem.Orders.LineStart[order]
            && Enumerable.Range(problem.Orders.LineStart[order], problem.Orders.LineStart[order + 1] - problem.Orders.LineStart[order])
                .Aggregate(1.0, (states, line) => states * (problem.Lines.Splittable[line] ? problem.Lines.Quantity[line] + 1 : 2)) > PriceCertificate.MaxStates),
    ];

    private static List<(int Line, int Location, int Quantity)> OneByOne(SourcingProblem problem)
    {
        var whole = new List<(int Line, int Location, int Quantity)>();
        for (var order = 0; order < problem.OrderCount; order++)
        {
            var best = PlainSourcing.Plans(problem, problem.Orders.LineStart[order], problem.Orders.LineStart[order + 1])
                .Select(plan => (Plan: plan, Cost: PlainSourcing.Cost(problem, [.. whole, .. plan])))
                .Where(plan => plan.Cost is not null)
                .MinBy(plan => Key(problem, plan.Cost!.Value, plan.Plan), Comparer<long[]>.Create((one, other) => one.AsSpan().SequenceCompareTo(other)));
            whole.AddRange(best.Plan);
        }

        return whole;
    }

    /// <summary>Cost, number of locations, the locations, then the amounts of each location line by line, more before less.</summary>
    private static long[] Key(SourcingProblem problem, long cost, IReadOnlyList<(int Line, int Location, int Quantity)> plan)
    {
        var locations = plan.Select(one => one.Location).Distinct().Order().ToArray();
        var amounts = locations.SelectMany(location => Enumerable.Range(0, problem.LineCount)
            .Select(line => -(long)plan.Where(one => one.Line == line && one.Location == location).Sum(one => one.Quantity)));
        return [cost, locations.Length, .. locations, .. amounts];
    }
}
