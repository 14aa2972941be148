using Dom.Core.Solving.Exact;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Solving.Exact;

public sealed class ExactSolverChoiceTests
{
    [Theory]
    [InlineData(ExactSolverUse.Never, 0.5, 10, false, "The profile does not use the exact solver.")]
    [InlineData(ExactSolverUse.AboveTolerance, 0.0100001, 100, true, "The plan's gap of 1.000 % is above the tolerance of 1.000 %.")]
    [InlineData(ExactSolverUse.AboveTolerance, 0.01, 100, false, "The plan's gap of 1.000 % is within the tolerance of 1.000 %.")]
    [InlineData(ExactSolverUse.AboveTolerance, 0.02, 101, false, "The problem has 101 choices of a location for a line, more than the 100 that the exact solver is given.")]
    [InlineData(ExactSolverUse.Always, 0.001, 100, true, "The profile always uses the exact solver, and the plan's gap is 0.100 %.")]
    [InlineData(ExactSolverUse.Always, 0.001, 101, false, "The problem has 101 choices of a location for a line, more than the 100 that the exact solver is given.")]
    [InlineData(ExactSolverUse.Always, 0, 1, false, "The plan is proven to be the cheapest.")]
    public void Of_follows_the_profile_the_gap_and_the_size(ExactSolverUse use, double gap, long choices, bool isUsed, string sentence)
    {
        var settings = new ExactSolverSettings { Use = use, Tolerance = 0.01, MaxChoices = 100 };

        var choice = ExactSolverChoice.Of(settings, gap, choices, unavailable: null);

        Assert.Equal(new ExactSolverChoice(isUsed, sentence), choice);
    }

    [Fact]
    public void Of_says_when_there_is_no_exact_solver()
    {
        var solver = new NoExactSolver();

        var choice = ExactSolverChoice.Of(new ExactSolverSettings { Use = ExactSolverUse.Always }, gap: 0.5, choices: 1, solver.Unavailable);

        Assert.Equal(new ExactSolverChoice(false, "No exact solver is installed: this build is without OR-Tools."), choice);
    }

    [Fact]
    public void Choices_count_the_locations_with_stock_of_every_line()
    {
        Assert.Equal(6, ExactSolverChoice.Choices(SmallProblem.Make([1, 2], [3])));
    }

    [Fact]
    public void Solve_without_a_solver_gives_no_plan()
    {
        var outcome = new NoExactSolver().Solve(SmallProblem.Make([1]), RandomProblems.ToPlan([]), new ExactSolverOptions(), CancellationToken.None);

        Assert.IsType<ExactOutcome.Cannot>(outcome);
    }
}
