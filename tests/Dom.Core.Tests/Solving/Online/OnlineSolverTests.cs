using Dom.Core.Solving;
using Dom.Core.Solving.Baselines;
using Dom.Core.Solving.Checking;
using Dom.Core.Solving.Generation;
using Dom.Core.Solving.Online;
using Dom.Core.Tests.TestKit;

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

    [Fact]
    public void Decide_leaves_scarce_units_to_others_where_an_order_is_large_too()
    {
        var problem = SmallProblem.Make([1, 1, 1, 1, 1, 1, 1, 1, 1], [4]);
        problem.Lines.OnlyLocation[9] = 0;
        var prices = ResourcePrices.Carry(Price(problem, slot: 0, price: 1), problem, problem);

        var (without, with) = (Decided(new OnlineSolver(problem), problem), Decided(new OnlineSolver(problem, prices), problem));

        Assert.Equal((false, 19, 0), (without[0].IsExact, without[0].Cost, without[0].PriceUnits));
        Assert.Equal((22, 0), (with[0].Cost, with[0].PriceUnits));
        Assert.Equal((40, 11), (without[1].Cost, with[1].Cost));
    }

    [Fact]
    public void Decide_tells_what_a_large_order_pays_in_prices()
    {
        var problem = SmallProblem.Make([2, 1, 1, 1, 1, 1, 1, 1, 1]).WithLocations(maxOrders: 5);
        problem.Stock.Available[1] = 0;
        var prices = ResourcePrices.Carry(Price(problem, slot: 0, price: 1, location: 2), problem, problem);
        var solver = new OnlineSolver(problem, prices);

        var decision = solver.Decide(0);

        Assert.Equal((20, 10 + 2), (decision.Cost, decision.PriceUnits / solver.UnitsPerMinorUnit));
    }

    [Fact]
    public void Decide_spreads_orders_over_the_day_where_prices_have_a_stake()
    {
        var problem = SmallProblem.Make([1], [1], [1], [1]).WithLocations(maxOrders: 2);
        var (fixedPrices, steered) = (new OnlineSolver(problem), new OnlineSolver(problem, ResourcePrices.None(problem).Steered(100)));

        _ = Decided(fixedPrices, problem);
        _ = Decided(steered, problem);

        Assert.Equal([0, 0, 1, 1], fixedPrices.ToPlan().Location);
        Assert.Equal([0, 1, 0, 1], steered.ToPlan().Location);
    }

    [Fact]
    public void Learned_is_the_mean_of_the_days_told_apart_from_where_a_sku_is_cheapest()
    {
        var problem = SmallProblem.Make([1, 2]);
        var days = new[] { Solved(near: 3, far: 1), Solved(near: 0, far: 5) };

        var prices = ResourcePrices.Learned([.. days.Select(day => (problem, day))], problem);

        Assert.Equal([0, 1.5], prices.Slot);
        Assert.Equal([3.5, 0], prices.Location);
        Assert.Equal(100 / 4.0, prices.Stake);
    }

    private static Solution Solved(int near, int far) => new()
    {
        Plan = AssignmentPlan.Of([(0, 0, 1), (1, 0, 2)]),
        Cost = 100,
        LowerBound = 0,
        Certificate = new PriceCertificate
        {
            UnitsPerMinorUnit = 1,
            LocationPrice = [near == 0 ? 0 : 7, 0],
            Slot = [0, 1],
            SlotPrice = [near, far],
            RelaxedOrder = [],
            RelaxedUnitValue = [],
        },
        StoppedBy = StopReason.Stalled,
        RelaxedOrders = 0,
    };

    private static PriceCertificate Price(SourcingProblem problem, int slot, int price, int location = 0) => new()
    {
        UnitsPerMinorUnit = 1,
        LocationPrice = [.. problem.Locations.Ids.Select(_ => location)],
        Slot = [slot],
        SlotPrice = [price],
        RelaxedOrder = [],
        RelaxedUnitValue = [],
    };

    private static OnlineDecision[] Decided(OnlineSolver solver, SourcingProblem problem) =>
        [.. Enumerable.Range(0, problem.OrderCount).Select(solver.Decide)];

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
