using Dom.Benchmarks.Report;

namespace Dom.Benchmarks.Tests.Report;

public sealed class GrowthFitTests
{
    [Fact]
    public void Exponent_of_a_power_is_its_exponent()
    {
        Assert.Equal(1.5, GrowthFit.Exponent([(100, 2), (400, 16), (1600, 128)])!.Value, 9);
    }

    [Fact]
    public void Exponent_needs_two_sizes()
    {
        Assert.Null(GrowthFit.Exponent([]));
        Assert.Null(GrowthFit.Exponent([(100, 2), (100, 3)]));
    }
}
