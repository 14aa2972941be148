using Dom.Core.Solving;
using Dom.Core.Solving.Checking;
using Dom.Core.Solving.Online;
using Dom.Core.Tests.Fulfillment;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Solving.Online;

public sealed class OnlineSolverPropertyTests
{
    [Fact]
    public void Decide_finds_the_cheapest_plan_of_all_with_its_prices()
    {
        for (var seed = 0; seed < 1200; seed++)
        {
            var features = (ProblemFeatures)new Random(seed).Next(4096);
            var problem = RandomProblems.Make(seed, features, maxOrders: 3, maxUnits: seed % 3 == 0 ? 4 : 3);
            var (certificate, taken) = (Prices(problem, seed), new List<(int Line, int Location, int Quantity)>());
            var solver = new OnlineSolver(problem, ResourcePrices.Carry(certificate, problem, problem));

            for (var order = 0; order < problem.OrderCount; order++)
            {
                var expected = Cheapest(problem, certificate, order, taken);
                var decision = solver.Decide(order);
                taken = [.. PlainSourcing.Rows(solver.ToPlan())];

                var found = decision.Cost + (decision.PriceUnits / (double)solver.UnitsPerMinorUnit);
                Property.Holds(found.Equals(expected), () => $"Seed {seed} {features} order {order}: {found}, expected {expected}.");
            }

            Assert.Equal(new PlanCheck.Feasible(solver.TotalCost), PlanChecker.Check(problem, solver.ToPlan()));
        }
    }

    [Fact]
    public void Decide_keeps_to_what_there_is_for_large_orders_too()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var problem = RandomProblems.Make(seed, (ProblemFeatures)new Random(seed).Next(4096), maxOrders: 3, maxLocations: 8, maxLines: 14, maxUnits: 5);
            var solver = new OnlineSolver(problem, ResourcePrices.Carry(Prices(problem, seed), problem, problem));

            for (var order = 0; order < problem.OrderCount; order++)
            {
                _ = solver.Decide(order);
            }

            Property.Holds(
                PlanChecker.Check(problem, solver.ToPlan()) == new PlanCheck.Feasible(solver.TotalCost), () => $"Seed {seed}: {PlanChecker.Check(problem, solver.ToPlan())}.");
        }
    }

    // The cost of everything counts the order's units as unassigned before, and so do the decisions: the order's own part is what is left of the difference.
    private static double Cheapest(SourcingProblem problem, PriceCertificate prices, int order, List<(int Line, int Location, int Quantity)> taken)
    {
        var (first, end) = (problem.Orders.LineStart[order], problem.Orders.LineStart[order + 1]);
        var nothing = problem.Lines.Quantity[first..end].Sum() * (long)problem.UnfilledUnitCost;
        var before = PlainSourcing.Cost(problem, taken)!.Value;
        return nothing + PlainSourcing.Plans(problem, first, end)
            .Select(plan => (Plan: plan, Cost: PlainSourcing.Cost(problem, [.. taken, .. plan])))
            .Where(plan => plan.Cost is not null)
            .Min(plan => plan.Cost!.Value - before + Paid(problem, prices, plan.Plan));
    }

    private static long Paid(SourcingProblem problem, PriceCertificate prices, IReadOnlyList<(int Line, int Location, int Quantity)> plan) =>
        plan.Select(one => one.Location).Distinct().Sum(location => (long)prices.LocationPrice[location])
        + plan.Sum(one => (long)one.Quantity * prices.SlotPrice[Array.IndexOf(prices.Slot, problem.Stock.Find(problem.Lines.Sku[one.Line], one.Location))]);

    private static PriceCertificate Prices(SourcingProblem problem, int seed)
    {
        var random = new Random(seed);
        return new PriceCertificate
        {
            UnitsPerMinorUnit = 1,
            LocationPrice = [.. problem.Locations.Ids.Select(_ => random.Next(3) == 0 ? random.Next(6) : 0)],
            Slot = [.. Enumerable.Range(0, problem.Stock.Location.Length)],
            SlotPrice = [.. problem.Stock.Location.Select(_ => random.Next(2) == 0 ? random.Next(8) : 0)],
            RelaxedOrder = [],
            RelaxedUnitValue = [],
        };
    }
}
