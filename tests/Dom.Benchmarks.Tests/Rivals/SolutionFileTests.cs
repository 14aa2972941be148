using Dom.Benchmarks.Rivals;

namespace Dom.Benchmarks.Tests.Rivals;

public sealed class SolutionFileTests
{
    [Fact]
    public void ReadCbc_takes_index_and_value()
    {
        var values = SolutionFile.ReadCbc(
            ["Stopped on time - objective value 9.0", "      0 c0                     0.9999999                  22", "**   17 c17                    3                       0", "      4 c4                     1e-09                   0"]);

        Assert.Equal(new Dictionary<int, long> { [0] = 1, [17] = 3 }, values);
    }

    [Theory]
    [InlineData("Stopped on time (no integer solution - continuous used) - objective value 1169190.8")]
    [InlineData("Infeasible - objective value 0")]
    public void ReadCbc_has_nothing_where_CBC_has_no_whole_numbers(string status)
    {
        Assert.Null(SolutionFile.ReadCbc([status, "      2 c2                     0.5                       0"]));
    }

    [Fact]
    public void ReadCbc_has_nothing_in_an_empty_file()
    {
        Assert.Null(SolutionFile.ReadCbc([]));
    }

    [Theory]
    [InlineData('o')]
    [InlineData('f')]
    public void ReadGlpk_counts_columns_from_zero(char status)
    {
        var values = SolutionFile.ReadGlpk(["c Problem:    dom", $"s mip 2 3 {status} 136401", "i 1 1", "j 1 0", "j 2 1", "j 3 2", "e o f"]);

        Assert.Equal(new Dictionary<int, long> { [1] = 1, [2] = 2 }, values);
    }

    [Fact]
    public void ReadGlpk_has_nothing_where_GLPK_found_nothing()
    {
        Assert.Null(SolutionFile.ReadGlpk(["s mip 2 3 u 0", "j 1 0.5"]));
    }

    [Fact]
    public void ReadHighs_takes_index_and_value()
    {
        Assert.Equal(new Dictionary<int, long> { [0] = 1, [9] = 2 }, SolutionFile.ReadHighs(["0 1", "9 1.9999999"]));
    }

    [Theory]
    [InlineData("9")]
    [InlineData("9 0.5")]
    [InlineData("c9 1")]
    public void Lines_that_are_no_values_are_named(string line)
    {
        var fault = Assert.Throws<FormatException>(() => SolutionFile.ReadHighs([line]));

        Assert.Contains($"«{line}»", fault.Message, StringComparison.Ordinal);
    }
}
