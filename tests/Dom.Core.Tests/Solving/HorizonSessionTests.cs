using Dom.Core.Solving;
using Dom.Core.Solving.Checking;
using Dom.Core.Solving.Generation;

namespace Dom.Core.Tests.Solving;

public sealed class HorizonSessionTests
{
    [Fact]
    public void Change_gives_a_feasible_plan_and_a_proven_bound_after_refusals()
    {
        var session = new HorizonSession(Generated(Contention.High), new SolverOptions { Threads = 2 });
        var refused = EveryFifthSlot(session);

        var solution = session.Change(refused);

        Assert.IsType<PlanCheck.Feasible>(PlanChecker.Check(session.Problem, solution.Plan));
        var check = Assert.IsType<CertificateCheck.Proven>(CertificateChecker.Check(session.Problem, solution.Certificate, threads: 2));
        Assert.InRange(check.LowerBound, solution.LowerBound, solution.Cost);
        Assert.True(solution.Gap < 0.02, $"gap {solution.Gap}");
    }

    [Fact]
    public void Change_uses_no_slot_that_was_refused()
    {
        var session = new HorizonSession(Generated(Contention.Low), new SolverOptions { Threads = 2 });
        var refused = EveryFifthSlot(session);

        var solution = session.Change(refused);

        var used = Enumerable.Range(0, solution.Plan.Line.Length).Select(at => Slot(session.Problem, solution.Plan, at)).ToHashSet();
        Assert.NotEmpty(refused);
        Assert.DoesNotContain(refused, change => used.Contains(change.Slot));
    }

    [Fact]
    public void Change_gives_the_same_for_any_number_of_threads()
    {
        var plans = Enumerable.Range(1, 3).Select(threads =>
        {
            var session = new HorizonSession(Generated(Contention.High), new SolverOptions { Threads = threads });
            return session.Change(EveryFifthSlot(session));
        }).ToArray();

        Assert.All(plans, solution => Assert.Equal(plans[0].Plan.Location, solution.Plan.Location));
        Assert.All(plans, solution => Assert.Equal(plans[0].LowerBound, solution.LowerBound));
    }

    [Fact]
    public void Change_leaves_more_orders_as_they_were_the_dearer_churn_is()
    {
        var changed = new[] { 0, 2000 }.Select(churn =>
        {
            var session = new HorizonSession(Generated(Contention.High), new SolverOptions { Threads = 2 });
            var before = Servings(session.Solution.Plan);
            return Servings(session.Change(EveryFifthSlot(session), churn).Plan).Except(before).Count();
        }).ToArray();

        Assert.True(changed[1] < changed[0], $"{changed[0]} assignments changed without churn cost, {changed[1]} with it");
    }

    [Fact]
    public void Change_takes_a_delivery_into_account()
    {
        var session = new HorizonSession(Generated(Contention.High), new SolverOptions { Threads = 2 });
        var before = session.Solution.Cost;

        var solution = session.Change([.. Enumerable.Range(0, session.Problem.Stock.Location.Length).Select(slot => new StockChange(slot, 50))]);

        Assert.True(solution.Cost < before, $"{solution.Cost} after the delivery, {before} before");
    }

    [Fact]
    public void Change_leaves_the_problem_that_was_given_as_it_is()
    {
        var problem = Generated(Contention.Low);
        var available = problem.Stock.Available.ToArray();

        new HorizonSession(problem, new SolverOptions { Threads = 1 }).Change([new StockChange(0, available[0] + 7)]);

        Assert.Equal(available, problem.Stock.Available);
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(int.MaxValue, 0)]
    [InlineData(0, -1)]
    public void Change_refuses_what_cannot_be(int slot, int available)
    {
        var session = new HorizonSession(Generated(Contention.Low), new SolverOptions { Threads = 1 });

        var refusal = Assert.Throws<ArgumentException>(() => session.Change([new StockChange(slot, available)]));

        Assert.Contains($"Slot = {slot}", refusal.Message, StringComparison.Ordinal);
    }

    private static SourcingProblem Generated(Contention contention) => ProblemGenerator.Generate(
        new GeneratorOptions { Orders = 400, Locations = 50, Skus = 600, Seed = 11, Contention = contention });

    private static StockChange[] EveryFifthSlot(HorizonSession session)
    {
        var plan = session.Solution.Plan;
        return [.. Enumerable.Range(0, plan.Line.Length / 5).Select(at => new StockChange(Slot(session.Problem, plan, at * 5), 0)).Distinct()];
    }

    private static int Slot(SourcingProblem problem, AssignmentPlan plan, int at) => problem.Stock.Find(problem.Lines.Sku[plan.Line[at]], plan.Location[at]);

    private static HashSet<(int Line, int Location, int Quantity)> Servings(AssignmentPlan plan) =>
        [.. Enumerable.Range(0, plan.Line.Length).Select(at => (plan.Line[at], plan.Location[at], plan.Quantity[at]))];
}
