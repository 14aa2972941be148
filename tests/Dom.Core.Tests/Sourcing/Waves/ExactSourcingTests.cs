using Dom.Core.Profiles;
using Dom.Core.Solving;
using Dom.Core.Solving.Checking;
using Dom.Core.Solving.Exact;
using Dom.Core.Solving.Models;
using Dom.Core.Sourcing;
using Dom.Core.Sourcing.Waves;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Sourcing.Waves;

public sealed class ExactSourcingTests
{
    private static readonly SourcingRequest Near = A.Request(A.Line())
        .At(A.Location("L1", A.Reno.North(100)), ("SKU-1", 9))
        .At(A.Location("L2", A.Reno.North(300)), ("SKU-1", 9));

    [Fact]
    public void Improve_takes_the_cheaper_plan_and_names_the_solver()
    {
        var decision = Far();

        var improved = ExactSourcing.Improve(Near, decision, new Judge(), CancellationToken.None);

        Assert.Equal(("L2", "L1"), (decision.Plan(), improved.Plan()));
        Assert.Equal(new SearchSummary(SearchSummary.ExactSolver, true, decision.Search.States, improved.Cost.TotalMinorUnits), improved.Search);
    }

    [Fact]
    public void Improve_keeps_the_plan_that_is_proven_now()
    {
        var decision = Core.Sourcing.Sourcing.Source(Near);
        var doubted = decision with { Search = decision.Search with { IsProvenCheapest = false, LowerBoundMinorUnits = 1 } };

        var improved = ExactSourcing.Improve(Near, doubted, new Judge(), CancellationToken.None);

        Assert.Same(decision.Cost, improved.Cost);
        Assert.True(improved.Search.IsProvenCheapest);
    }

    [Fact]
    public void Improve_asks_nobody_where_the_profile_is_content()
    {
        var (judge, decision) = (new Judge(), Far());

        var never = ExactSourcing.Improve(With(Near, new SolverPolicy { Exact = ExactUse.Never }), decision, judge, CancellationToken.None);
        var within = ExactSourcing.Improve(With(Near, new SolverPolicy { GapPerMille = 900 }), decision, judge, CancellationToken.None);
        var proven = ExactSourcing.Improve(Near, Core.Sourcing.Sourcing.Source(Near), judge, CancellationToken.None);

        Assert.Same(decision, never);
        Assert.Same(decision, within);
        Assert.True(proven.Search.IsProvenCheapest);
        Assert.Null(judge.Options);
    }

    [Fact]
    public void Improve_hands_on_the_time_and_the_gap_of_the_profile()
    {
        var judge = new Judge();

        ExactSourcing.Improve(With(Near, new SolverPolicy { Exact = ExactUse.Always, GapPerMille = 5, ExactTime = TimeSpan.FromSeconds(3) }), Far(), judge, CancellationToken.None);

        Assert.Equal((TimeSpan.FromSeconds(3), 1.5, 0.005), (judge.Options!.TimeLimit, judge.Options.WorkLimit, judge.Options.Gap));
    }

    [Fact]
    public void Improve_keeps_the_decision_where_there_is_no_solver()
    {
        var decision = Far();

        Assert.Same(decision, ExactSourcing.Improve(Near, decision, new NoExactSolver(), CancellationToken.None));
    }

    [Fact]
    public void Improve_finds_another_place_for_what_is_assigned_where_the_whole_cannot_be_written()
    {
        var request = Near.With(A.Costs() with { SplitMinorUnits = 100 });
        var decision = Far(request);

        var improved = ExactSourcing.Improve(request, decision, new Judge(), CancellationToken.None);

        Assert.Equal("L1", improved.Plan());
        Assert.Equal(SearchSummary.ExactSolver, improved.Search.Method);
    }

    [Fact]
    public void Improve_leaves_nothing_out_that_was_assigned_where_the_whole_cannot_be_written()
    {
        var decision = Far(Near.With(A.Costs() with { SplitMinorUnits = 100 }));
        var cheaperLeft = Near.With(A.Costs() with { SplitMinorUnits = 100, UnassignedUnitMinorUnits = 1 }) with { Lines = [A.Line(), A.Line("2", "SKU-9")] };
        var withoutSecond = Core.Sourcing.Sourcing.Source(cheaperLeft with { Profile = Near.Profile });
        var partly = decision with { Unassigned = withoutSecond.Unassigned, Lines = withoutSecond.Lines };
        var judge = new Judge { IsIdle = true };

        var improved = ExactSourcing.Improve(cheaperLeft, partly, judge, CancellationToken.None);

        Assert.NotNull(judge.Options);
        Assert.Same(partly, improved);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Improve_never_costs_more_and_finds_the_cheapest_wherever_it_starts(int set)
    {
        for (var seed = set * 40; seed < (set + 1) * 40; seed++)
        {
            var request = RandomWaves.Make(seed);
            var best = Core.Sourcing.Sourcing.Source(request);
            var doubted = best with { Search = best.Search with { IsProvenCheapest = false, LowerBoundMinorUnits = 0 } };

            var improved = ExactSourcing.Improve(request, doubted, new Judge(), CancellationToken.None);

            Assert.True(improved.Cost.TotalMinorUnits == best.Cost.TotalMinorUnits, $"Seed {seed}: {improved.Cost.TotalMinorUnits} instead of {best.Cost.TotalMinorUnits}.");
            Assert.True(improved.Search.LowerBoundMinorUnits <= best.Cost.TotalMinorUnits, $"Seed {seed}: bound {improved.Search.LowerBoundMinorUnits}.");
        }
    }

    // As a search that gave up early might have left it.
    private static SourcingDecision Far(SourcingRequest? from = null)
    {
        var request = from ?? Near;
        var decision = Core.Sourcing.Sourcing.Source(request with { Stock = request.Stock.ToDictionary(row => row.Key, row => row.Value.RemoveAll(level => level.LocationId.Value == "L1")) });
        return decision with { Search = decision.Search with { IsProvenCheapest = false, LowerBoundMinorUnits = 400 } };
    }

    private static SourcingRequest With(SourcingRequest request, SolverPolicy policy) => request with { Profile = request.Profile with { Solver = policy } };

    /// <summary>CBC as the exact solver, or one that assigns nothing.</summary>
    private sealed class Judge : IExactSolver
    {
        public ExactSolverOptions? Options { get; private set; }

        public bool IsIdle { get; init; }

        public string? Unavailable => null;

        public ExactOutcome Solve(SourcingProblem problem, AssignmentPlan start, ExactSolverOptions options, CancellationToken cancellationToken)
        {
            Options = options;
            if (IsIdle)
            {
                var nothing = AssignmentPlan.Of([]);
                return new ExactOutcome.Found(nothing, PlanChecker.Cost(problem, nothing), 0);
            }

            var model = SourcingModel.Of(problem);
            var plan = model.PlanOf(Cbc.Solve(model, asMps: false).Values.AsSpan());
            var (found, cost) = (PlanChecker.Cost(problem, plan), PlanChecker.Cost(problem, start));
            Assert.True(found <= cost, $"The start costs {cost}, the optimum {found}.");
            return new ExactOutcome.Found(plan, found, found);
        }
    }
}
