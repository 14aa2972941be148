using Dom.Core.Solving.Models;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Solving.Models;

public sealed class CbcSolutionTests
{
    private static readonly SourcingModel Model = SourcingModel.Of(SmallProblem.Make([2]));

    [Fact]
    public void Read_takes_status_objective_and_what_is_not_zero()
    {
        var solution = CbcSolution.Read(Model, new StringReader("Optimal - objective value 9.00000000\n      0 x_0_0        0.9999999            2\n"));

        Assert.Equal((true, 9.0), (solution.IsOptimal, solution.Objective));
        Assert.Equal([(0, 0, 2)], PlainSourcing.Rows(Model.PlanOf(solution.Values.AsSpan())));
    }

    [Fact]
    public void Read_tells_a_solution_that_is_not_proven()
    {
        Assert.False(CbcSolution.Read(Model, new StringReader("Stopped on time - objective value 20.0\n 2 u_0 1 0\n")).IsOptimal);
    }

    [Theory]
    [InlineData("", "The solution is empty")]
    [InlineData("Infeasible", "The solution's first line is «Infeasible»")]
    [InlineData("Optimal - objective value 1\n 0 x_9_9 1 0", "names a variable that the model has not")]
    [InlineData("Optimal - objective value 1\n 0 x_0_0 0.5 0", "is not an index, a name, a whole number and a reduced cost")]
    [InlineData("Optimal - objective value 1\n** 0 x_0_0 1 0", "is not an index, a name, a whole number and a reduced cost")]
    public void Read_refuses_what_is_no_solution_of_the_model(string text, string part)
    {
        var fault = Assert.Throws<FormatException>(() => CbcSolution.Read(Model, new StringReader(text)));

        Assert.Contains(part, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void PlanOf_wants_a_value_for_every_variable()
    {
        Assert.Throws<ArgumentException>(() => Model.PlanOf([1]));
    }
}
