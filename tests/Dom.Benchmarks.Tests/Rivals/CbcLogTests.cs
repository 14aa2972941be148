using Dom.Benchmarks.Rivals;

namespace Dom.Benchmarks.Tests.Rivals;

public sealed class CbcLogTests
{
    [Theory]
    [InlineData("Continuous objective value is 1.20097e+06 - 0.02 seconds", null, 1200970.0)]
    [InlineData("Cbc0012I Integer solution of 149878 found by feasibility pump after 0 iterations and 0 nodes (0.99 seconds)", 149878.0, null)]
    [InlineData("Cbc0004I Integer solution of 136405 found after 141 iterations and 7 nodes (1.12 seconds)", 136405.0, null)]
    [InlineData("Cbc0013I At root node, 52 cuts changed objective from 134832.34 to 136401 in 3 passes", null, 136401.0)]
    [InlineData("Cbc0010I After 0 nodes, 1 on tree, 1e+50 best solution, best possible 1170584.8 (40.50 seconds)", null, 1170584.8)]
    [InlineData("Cbc0010I After 100 nodes, 53 on tree, 136500 best solution, best possible 136401 (4.50 seconds)", 136500.0, 136401.0)]
    [InlineData("Cbc0005I Partial search - best objective 1e+50 (best possible 1170584.8), took 0 iterations and 0 nodes (56.50 seconds)", null, 1170584.8)]
    [InlineData("Cbc0001I Search completed - best objective 136401, took 141 iterations and 0 nodes (1.13 seconds)", 136401.0, 136401.0)]
    [InlineData("Lower bound:                    1170584.836", null, 1170584.836)]
    [InlineData("Cbc0038I After 0.99 seconds - Feasibility pump exiting with objective of 149878 - took 0.72 seconds", null, null)]
    [InlineData("", null, null)]
    public void Read_takes_cost_and_bound_from_a_line(string line, double? cost, double? bound)
    {
        var log = new CbcLog();

        log.Read(line);

        Assert.Equal((cost, bound), (log.Cost, log.Bound));
    }

    [Fact]
    public void Read_keeps_the_lowest_cost_and_the_highest_bound()
    {
        var log = new CbcLog();

        log.Read("Cbc0010I After 100 nodes, 53 on tree, 136500 best solution, best possible 136401 (4.50 seconds)");
        log.Read("Cbc0010I After 200 nodes, 53 on tree, 1e+50 best solution, best possible 136300 (5.50 seconds)");
        log.Read("Cbc0012I Integer solution of 136600 found by rounding after 0 iterations and 0 nodes (6.00 seconds)");

        Assert.Equal((136500, 136401), (log.Cost, log.Bound));
    }

    [Fact]
    public void Read_takes_an_optimal_cost_for_the_bound()
    {
        var log = new CbcLog();

        log.Read("Result - Optimal solution found");
        log.Read("Objective value:                136401.00000000");

        Assert.Equal((136401, 136401), (log.Cost, log.Bound));
    }

    [Fact]
    public void Read_takes_no_bound_from_a_cost_within_a_gap()
    {
        var log = new CbcLog();

        log.Read("Result - Optimal solution found (within gap tolerance)");
        log.Read("Objective value:                136401.00000000");

        Assert.Null(log.Bound);
    }
}
