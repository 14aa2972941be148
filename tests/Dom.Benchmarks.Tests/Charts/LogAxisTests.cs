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
    public void Ticks_label_the_powers_of_ten_and_the_ends()
    {
        var ticks = new LogAxis(0.5, 100, 0, 1).Ticks().Where(tick => tick.HasLabel).Select(tick => (LogAxis.Label(tick.Value), tick.IsPower));

        Assert.Equal([("0.5", false), ("1", true), ("10", true), ("100", true)], ticks);
    }

    [Fact]
    public void Ticks_of_a_short_axis_all_have_labels()
    {
        var ticks = new LogAxis(5, 20, 0, 1).Ticks().Where(tick => tick.HasLabel).Select(tick => LogAxis.Label(tick.Value));

        Assert.Equal(["5", "10", "20"], ticks);
    }
}
