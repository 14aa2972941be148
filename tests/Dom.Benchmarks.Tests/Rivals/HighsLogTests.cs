using Dom.Benchmarks.Rivals;

namespace Dom.Benchmarks.Tests.Rivals;

public sealed class HighsLogTests
{
    [Theory]
    [InlineData("progress 769622 -Infinity", 769622.0, null)]
    [InlineData("progress Infinity 136400.5", null, 136400.5)]
    [InlineData("progress 136401 136401", 136401.0, 136401.0)]
    [InlineData("failed: Aborted(OOM)", null, null)]
    public void Read_takes_cost_and_bound_from_a_line(string line, double? cost, double? bound)
    {
        var log = new HighsLog();

        log.Read(line);

        Assert.Equal((cost, bound), (log.Cost, log.Bound));
    }

    [Fact]
    public void Read_keeps_what_a_later_line_does_not_know()
    {
        var log = new HighsLog();

        log.Read("progress 769622 136401");
        log.Read("progress Infinity 136402");

        Assert.Equal((769622, 136402), (log.Cost, log.Bound));
    }
}
