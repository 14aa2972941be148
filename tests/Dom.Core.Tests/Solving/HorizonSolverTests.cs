using Dom.Core.Solving;
using Dom.Core.Solving.Baselines;
using Dom.Core.Solving.Checking;
using Dom.Core.Solving.Generation;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Solving;

public sealed class HorizonSolverTests
{
    [Theory]
    [InlineData(Contention.Low)]
    [InlineData(Contention.High)]
    public void Solve_gives_the_same_for_any_number_of_threads(Contention contention)
    {
        var problem = Generated(600, contention);

        var solutions = Enumerable.Range(1, 4).Select(threads => HorizonSolver.Solve(problem, new SolverOptions { Threads = threads })).ToArray();

        Assert.All(solutions, solution =>
        {
            Assert.Equal(solutions[0].Plan.Location, solution.Plan.Location);
            Assert.Equal(solutions[0].Plan.Line, solution.Plan.Line);
            Assert.Equal(solutions[0].LowerBound, solution.LowerBound);
            Assert.Equal(solutions[0].Certificate.SlotPrice, solution.Certificate.SlotPrice);
            Assert.Equal(solutions[0].Certificate.LocationPrice, solution.Certificate.LocationPrice);
        });
    }

    [Theory]
    [InlineData(Contention.Low)]
    [InlineData(Contention.High)]
    public void Solve_proves_its_bound_with_its_certificate(Contention contention)
    {
        var problem = Generated(400, contention);

        var solution = HorizonSolver.Solve(problem, new SolverOptions { Threads = 2 });

        var check = Assert.IsType<CertificateCheck.Proven>(CertificateChecker.Check(problem, solution.Certificate, threads: 2));
        Assert.InRange(check.LowerBound, solution.LowerBound, solution.Cost);
    }

    [Theory]
    [InlineData(Contention.Low)]
    [InlineData(Contention.High)]
    public void Solve_is_cheaper_than_one_order_at_a_time_and_close_to_its_bound(Contention contention)
    {
        var problem = Generated(1000, contention);

        var solution = HorizonSolver.Solve(problem, new SolverOptions { Threads = 2 });

        var greedy = Assert.IsType<PlanCheck.Feasible>(PlanChecker.Check(problem, GreedyBaseline.Solve(problem))).Cost;
        Assert.True(solution.Cost < greedy, $"cost {solution.Cost}, greedy {greedy}");
        Assert.True(solution.Gap < 0.005, $"gap {solution.Gap}");
    }

    [Fact]
    public void Solve_gives_the_same_for_very_many_orders_and_proves_it()
    {
        var problem = Generated(31_000, Contention.Low);

        var solutions = Enumerable.Range(1, 2).Select(threads => HorizonSolver.Solve(problem, new SolverOptions { Threads = threads, Gap = 0.02 })).ToArray();

        Assert.Equal(solutions[0].Plan.Location, solutions[1].Plan.Location);
        Assert.Equal(solutions[0].LowerBound, solutions[1].LowerBound);
        var check = Assert.IsType<CertificateCheck.Proven>(CertificateChecker.Check(problem, solutions[1].Certificate, threads: 2));
        Assert.InRange(check.LowerBound, solutions[1].LowerBound, solutions[1].Cost);
    }

    [Fact]
    public void Solve_stops_at_the_gap_that_it_was_asked_for()
    {
        var problem = Generated(1000, Contention.High);

        var solution = HorizonSolver.Solve(problem, new SolverOptions { Threads = 2, Gap = 0.02 });

        Assert.Equal(StopReason.Gap, solution.StoppedBy);
        Assert.InRange(solution.Gap, 0, 0.02);
    }

    [Fact]
    public void Solve_returns_a_plan_when_it_is_cancelled_at_once()
    {
        var problem = Generated(300, Contention.Low);

        var solution = HorizonSolver.Solve(problem, new SolverOptions { Threads = 2 }, progress: null, new CancellationToken(canceled: true));

        Assert.Equal(StopReason.Time, solution.StoppedBy);
        Assert.NotEmpty(solution.Plan.Line);
    }

    [Fact]
    public void Solve_proves_the_plan_of_a_problem_without_contention()
    {
        var problem = SmallProblem.Make([1], [2]);

        var solution = HorizonSolver.Solve(problem, new SolverOptions { Threads = 1 });

        Assert.Equal(StopReason.Proof, solution.StoppedBy);
        Assert.Equal(solution.LowerBound, solution.Cost);
    }

    [Fact]
    public void Solve_tells_how_far_it_has_got()
    {
        var told = new List<SolveProgress>();

        var solution = HorizonSolver.Solve(Generated(300, Contention.High), new SolverOptions { Threads = 2 }, new Listener(told));

        Assert.NotEmpty(told);
        Assert.Equal(solution.LowerBound, told[^1].LowerBound);
        Assert.True(told.Zip(told.Skip(1)).All(pair => pair.Second.Cost <= pair.First.Cost && pair.Second.LowerBound >= pair.First.LowerBound));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, -0.1)]
    [InlineData(1, 1.1)]
    public void Solve_refuses_options_that_make_no_sense(int threads, double gap)
    {
        var options = new SolverOptions { Threads = threads, Gap = gap };

        Assert.Throws<ArgumentOutOfRangeException>(() => HorizonSolver.Solve(Generated(10, Contention.Low), options));
    }

    private static SourcingProblem Generated(int orders, Contention contention) => ProblemGenerator.Generate(
        new GeneratorOptions { Orders = orders, Locations = 60, Skus = orders * 2, Seed = 7, Contention = contention });

    private sealed class Listener(List<SolveProgress> told) : IProgress<SolveProgress>
    {
        public void Report(SolveProgress value) => told.Add(value);
    }
}
