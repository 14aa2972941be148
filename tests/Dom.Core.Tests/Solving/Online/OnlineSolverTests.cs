using Dom.Core.Solving;
using Dom.Core.Solving.Baselines;
using Dom.Core.Solving.Checking;
using Dom.Core.Solving.Generation;
using Dom.Core.Solving.Online;

namespace Dom.Core.Tests.Solving.Online;

public sealed class OnlineSolverTests
{
    private static readonly GeneratorOptions Options = new() { Orders = 300, Locations = 40, Skus = 400, Seed = 7, Contention = Contention.High };

    [Fact]
    public void Decide_without_prices_costs_what_the_greedy_baseline_costs_first()
    {
        var problem = ProblemGenerator.Generate(Options);
        var solver = new OnlineSolver(problem);

        var first = solver.Decide(0);

        var alone = PlanChecker.Check(problem, Only(GreedyBaseline.Solve(problem), problem.Orders.LineStart[1]));
        var others = problem.Lines.Quantity[problem.Orders.LineStart[1]..].Sum() * (long)problem.UnfilledUnitCost;
        Assert.Equal(new PlanCheck.Feasible(first.Cost + others), alone);
        Assert.True(first.IsExact);
    }

    [Fact]
    public void Decide_with_prices_of_another_day_costs_less_over_the_day()
    {
        var before = HorizonSolver.Solve(ProblemGenerator.Generate(Options), new() { Threads = 1 });
        var today = ProblemGenerator.Generate(Options with { Day = 1 });

        var without = CostOfDay(new OnlineSolver(today), today);
        var with = CostOfDay(new OnlineSolver(today, ResourcePrices.Carry(before.Certificate, ProblemGenerator.Generate(Options), today)), today);

        Assert.InRange(with, 1, without - 1);
    }

    [Fact]
    public void Decide_takes_an_order_once()
    {
        var solver = new OnlineSolver(ProblemGenerator.Generate(Options));
        _ = solver.Decide(3);

        var again = Assert.Throws<InvalidOperationException>(() => solver.Decide(3));

        Assert.Contains("is decided already", again.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => solver.Decide(300));
    }

    [Fact]
    public void Prices_of_another_problem_are_refused()
    {
        var other = ProblemGenerator.Generate(Options with { Locations = 41 });

        Assert.Throws<ArgumentException>(() => new OnlineSolver(ProblemGenerator.Generate(Options), ResourcePrices.None(other)));
    }

    [Fact]
    public void Carry_finds_locations_and_slots_by_their_ids()
    {
        var problem = ProblemGenerator.Generate(Options);
        var wider = ProblemGenerator.Generate(Options with { Locations = 60 });
        var slot = problem.Stock.RowStart[5];
        var prices = new PriceCertificate
        {
            UnitsPerMinorUnit = 4,
            LocationPrice = [.. problem.Locations.Ids.Select((_, at) => at)],
            Slot = [slot],
            SlotPrice = [10],
            RelaxedOrder = [],
            RelaxedUnitValue = [],
        };

        var carried = ResourcePrices.Carry(prices, problem, wider);
        var same = ResourcePrices.Carry(prices, problem, problem).Times(2);

        Assert.Equal(39 / 4.0, carried.Location[Array.IndexOf(wider.Locations.Ids, problem.Locations.Ids[39])]);
        Assert.Equal(60, carried.Location.Length);
        Assert.Equal((5.0, 5.0), (same.Slot[slot], same.Slot.Sum()));
    }

    private static long CostOfDay(OnlineSolver solver, SourcingProblem problem)
    {
        for (var order = 0; order < problem.OrderCount; order++)
        {
            _ = solver.Decide(order);
        }

        return ((PlanCheck.Feasible)PlanChecker.Check(problem, solver.ToPlan())).Cost;
    }

    private static AssignmentPlan Only(AssignmentPlan plan, int end)
    {
        var count = plan.Line.Count(line => line < end);
        return new AssignmentPlan { Line = plan.Line[..count], Location = plan.Location[..count], Quantity = plan.Quantity[..count] };
    }
}
