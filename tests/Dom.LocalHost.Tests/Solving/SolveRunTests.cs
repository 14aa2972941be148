using System.Text.Json;
using Dom.Core.Solving;
using Dom.Core.Solving.Baselines;
using Dom.Core.Solving.Files;
using Dom.LocalHost.Solving;

namespace Dom.LocalHost.Tests.Solving;

public sealed class SolveRunTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dom-solve-").FullName;

    private string Problem => SmallProblem.WriteTo(Path.Combine(_folder, "problem"));

    private string Result => Path.Combine(_folder, "result");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Run_writes_what_the_solver_returns()
    {
        var output = new StringWriter();
        SolveProblem solve = (problem, _, _, _) => Solution(problem, GreedyBaseline.Solve(problem)) with { LowerBound = 1000, StoppedBy = StopReason.Gap, RelaxedOrders = 1 };

        new SolveRun(Request("dom"), solve, output, TextWriter.Null).Run();

        var problem = SmallProblem.Read();
        Assert.Equivalent(GreedyBaseline.Solve(problem), PlanFile.Read(problem, Open), strict: true);
        Assert.Equal(4, CertificateFile.Read(problem, Open).UnitsPerMinorUnit);
        Assert.Equal(["certificate.csv", "plan.csv", "summary.json"], Directory.EnumerateFileSystemEntries(Result).Select(Path.GetFileName).Order());
        Assert.Contains("at least 1,000", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_sums_up_the_solve()
    {
        SolveProblem solve = (problem, _, _, _) => Solution(problem, GreedyBaseline.Solve(problem)) with { LowerBound = 1000, StoppedBy = StopReason.Gap, RelaxedOrders = 1 };

        new SolveRun(Request("dom"), solve, TextWriter.Null, TextWriter.Null).Run();

        var summary = Summary();
        var cost = CheckedPlan.Cost(SmallProblem.Read(), GreedyBaseline.Solve(SmallProblem.Read()));
        Assert.Equal("dom", summary.GetProperty("solver").GetString());
        Assert.Equal((7, 3), (summary.GetProperty("seed").GetInt32(), summary.GetProperty("threads").GetInt32()));
        Assert.Equal((cost, 1000, cost), (summary.GetProperty("cost").GetInt64(), summary.GetProperty("lowerBound").GetInt64(), summary.GetProperty("greedyCost").GetInt64()));
        Assert.Equal((cost - 1000) / (double)cost, summary.GetProperty("gap").GetDouble());
        Assert.Equal((5, 0), (summary.GetProperty("units").GetInt64(), summary.GetProperty("unassignedUnits").GetInt64()));
        Assert.Equal((2, 1), (summary.GetProperty("orders").GetInt32(), summary.GetProperty("relaxedOrders").GetInt32()));
        Assert.Equal("gap", summary.GetProperty("stoppedBy").GetString());
        Assert.All(summary.GetProperty("seconds").EnumerateObject(), seconds => Assert.InRange(seconds.Value.GetDouble(), 0, 600));
        Assert.True(summary.GetProperty("peakMemoryBytes").GetInt64() > 1 << 20);
    }

    [Fact]
    public void Run_refuses_a_plan_that_breaks_a_rule()
    {
        SolveProblem solve = (problem, _, _, _) => Solution(problem, GreedyBaseline.Solve(problem)) with { Plan = new AssignmentPlan { Line = [0], Location = [1], Quantity = [3] } };

        var fault = Assert.Throws<LocalHostException>(() => new SolveRun(Request("dom"), solve, TextWriter.Null, TextWriter.Null).Run());

        Assert.Contains("nothing was written", fault.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Result));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0, 1)]
    public void Run_refuses_a_cost_or_a_bound_that_cannot_be(int more, int above)
    {
        SolveProblem solve = (problem, _, _, _) =>
        {
            var solution = Solution(problem, GreedyBaseline.Solve(problem));
            return solution with { Cost = solution.Cost + more, LowerBound = above == 0 ? 0 : solution.Cost + above };
        };

        Assert.Throws<LocalHostException>(() => new SolveRun(Request("dom"), solve, TextWriter.Null, TextWriter.Null).Run());

        Assert.Empty(Directory.EnumerateFileSystemEntries(Result));
    }

    [Fact]
    public void Run_takes_the_place_of_an_earlier_result()
    {
        Directory.CreateDirectory(Result);
        File.WriteAllText(Path.Combine(Result, FileNames.Plan), "old");
        File.WriteAllText(Path.Combine(Result, FileNames.Summary), "old");

        new SolveRun(Request("greedy"), Solvers.All["greedy"], TextWriter.Null, TextWriter.Null).Run();

        Assert.NotEmpty(PlanFile.Read(SmallProblem.Read(), Open).Line);
        Assert.Equal("stalled", Summary().GetProperty("stoppedBy").GetString());
    }

    [Theory]
    [InlineData(2)]
    [InlineData(15)]
    public void A_signal_ends_the_solve_with_its_best_plan(int signal)
    {
        var error = new StringWriter();
        SolveProblem solve = (problem, _, _, cancellationToken) =>
        {
            OwnSignal.Send(signal);
            Assert.True(cancellationToken.WaitHandle.WaitOne(TimeSpan.FromMinutes(1)));
            return Solution(problem, NearestBaseline.Solve(problem)) with { StoppedBy = StopReason.Time };
        };

        new SolveRun(Request("dom"), solve, TextWriter.Null, error).Run();

        Assert.Equal("time", Summary().GetProperty("stoppedBy").GetString());
        Assert.NotEmpty(PlanFile.Read(SmallProblem.Read(), Open).Line);
        Assert.Contains("Stopping", error.ToString(), StringComparison.Ordinal);
    }

    private static Solution Solution(SourcingProblem problem, AssignmentPlan plan) => new()
    {
        Plan = plan,
        Cost = CheckedPlan.Cost(problem, plan),
        LowerBound = 0,
        Certificate = new PriceCertificate
        {
            UnitsPerMinorUnit = 4,
            LocationPrice = new int[problem.LocationCount],
            Slot = [],
            SlotPrice = [],
            RelaxedOrder = [],
            RelaxedUnitValue = [],
        },
        StoppedBy = StopReason.Stalled,
        RelaxedOrders = 0,
    };

    private SolveRequest Request(string solver) => new(Problem, Result, solver, new SolverOptions { Threads = 3, Seed = 7 });

    private JsonElement Summary() => JsonElement.Parse(File.ReadAllText(Path.Combine(Result, FileNames.Summary)));

    private FileStream Open(string name) => File.OpenRead(Path.Combine(Result, name));
}
