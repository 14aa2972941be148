using Dom.Benchmarks.Charts;

namespace Dom.Benchmarks.Tests.Charts;

public sealed class LogAxisTests
{
    [Theory]
    [InlineData(0.03, 40, 0.02, 50)]
    [InlineData(1, 100, 0.5, 200)]
    [InlineData(7, 7, 5, 10)]
    public void Around_ends_at_a_round_number_beyond_the_values(double least, double most, double first, double last)
    {
        var axis = LogAxis.Around([least, most, 0], 0, 100);

        Assert.Equal((first, last), (axis.Least, axis.Most));
    }

    [Fact]
    public void Place_gives_equal_factors_equal_lengths()
    {
        var axis = new LogAxis(1, 100, 400, 0);

        Assert.Equal([400, 200, 0], new[] { 1.0, 10, 100 }.Select(axis.Place));
    }

    [Fact]
    public void Ticks_tell_the_powers_of_ten()
    {
        var ticks = new LogAxis(0.5, 10, 0, 1).Ticks().Select(tick => (LogAxis.Label(tick.Value), tick.IsPower));

        Assert.Equal([("0.5", false), ("1", true), ("2", false), ("5", false), ("10", true)], ticks);
    }
}
