using Dom.Core.Solving;
using Dom.Core.Solving.Baselines;
using Dom.Core.Solving.Checking;
using Dom.Core.Solving.Models;
using Dom.Core.Tests.Fulfillment;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Solving.Large;

public sealed class LargeOrderSolveTests
{
    [Fact]
    public void Solve_proves_its_bound_and_finds_the_same_with_any_number_of_threads()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var problem = LargeProblems.Random(seed);

            var solution = HorizonSolver.Solve(problem, new() { Threads = 1 });

            var proven = CertificateChecker.Check(problem, solution.Certificate, threads: 1).Match(bound => bound.LowerBound, _ => -1);
            Property.Holds(
                solution.LowerBound <= Math.Max(0, proven) && solution.LowerBound <= solution.Cost,
                () => $"Seed {seed}: bound {solution.LowerBound}, proven {proven}, cost {solution.Cost}.");
            foreach (var threads in new[] { 2, 3 })
            {
                var other = HorizonSolver.Solve(problem, new() { Threads = threads });
                Property.Holds(
                    other.LowerBound == solution.LowerBound && PlainSourcing.Rows(other.Plan).SequenceEqual(PlainSourcing.Rows(solution.Plan)),
                    () => $"Seed {seed}, {threads} threads: {other.Cost} and {other.LowerBound}, alone {solution.Cost} and {solution.LowerBound}.");
            }
        }
    }

    [Theory]
    [InlineData(ProblemFeatures.None)]
    [InlineData(ProblemFeatures.Splittable)]
    [InlineData(ProblemFeatures.MaxLocations | ProblemFeatures.SeveralModes)]
    [InlineData(ProblemFeatures.ShipComplete | ProblemFeatures.MaxOrders)]
    internal void Solve_is_near_the_optimum(ProblemFeatures features)
    {
        var (cost, optimum) = (0L, 0L);
        for (var seed = 0; seed < 3; seed++)
        {
            var problem = RandomProblems.Make(seed, features, maxOrders: 3, maxLocations: 5, maxLines: 14, maxUnits: 4);

            var solution = HorizonSolver.Solve(problem, new() { Threads = 1 });

            var best = (long)Math.Round(Cbc.Solve(SourcingModel.Of(problem), asMps: false).Objective);
            Assert.InRange(best, solution.LowerBound, solution.Cost);
            (cost, optimum) = (cost + solution.Cost, optimum + best);
        }

        Assert.InRange(cost, optimum, optimum + (optimum / 50));
    }

    [Fact]
    public void Solve_counts_large_orders_and_serves_one_of_fifty_lines()
    {
        var problem = LargeProblems.Generated(orders: 1, lines: 50, locations: 100, seed: 1);

        var solution = HorizonSolver.Solve(problem, new() { Threads = 1 });

        Assert.Equal(1, solution.RelaxedOrders);
        var greedy = PlanChecker.Check(problem, GreedyBaseline.Solve(problem)).Match(feasible => feasible.Cost, _ => -1);
        Assert.InRange(solution.Cost, solution.LowerBound, greedy);
        Assert.Equal(50, solution.Plan.Line.Distinct().Count());
    }

    [Fact]
    public void Solve_parts_a_splittable_line_of_hundreds_of_units()
    {
        var problem = SmallProblem.Make([300]).WithLines(splittable: true);
        problem.Stock.Available[0] = 170;
        problem.Stock.Available[1] = 400;
        var rates = new ModeRates { Name = "freight", ZoneKm = [50, 500], BandGrams = [17_000, 50_000], Cost = [50, 80, 60, 90] };

        var solution = HorizonSolver.Solve(problem.WithRates(rates), new() { Threads = 1 });

        // All from far: 300 + 1 + 90. In two parcels: 170 + 2 + 50 and 130 + 1 + 60.
        Assert.Equal(391, solution.Cost);
        Assert.Equal([1], solution.Plan.Location);
    }

    [Fact]
    public void Solve_leaves_an_order_without_lines_alone()
    {
        var solution = HorizonSolver.Solve(SmallProblem.Make([], [2]), new() { Threads = 1 });

        Assert.Equal(0, solution.RelaxedOrders);
        Assert.Equal(StopReason.Proof, solution.StoppedBy);
    }
}
