using Dom.Benchmarks.Rivals;

namespace Dom.Benchmarks.Tests.Rivals;

public sealed class GlpkLogTests
{
    [Theory]
    [InlineData("Solution found by heuristic: 141252", 141252.0, null)]
    [InlineData("+  3317: mip =   1.432620000e+05 >=   1.351390000e+05   5.7% (281; 90)", 143262.0, 135139.0)]
    [InlineData("+  3317: >>>>>   1.432620000e+05 >=   1.351390000e+05   5.7% (281; 90)", 143262.0, 135139.0)]
    [InlineData("+  2214: mip =     not found yet >=              -inf        (1; 0)", null, null)]
    [InlineData("+  2214: mip =     not found yet >=   1.351390000e+05        (1; 0)", null, 135139.0)]
    [InlineData("+  2447: mip =   1.364010000e+05 >=     tree is empty   0.0% (0; 1)", 136401.0, 136401.0)]
    [InlineData("*  2214: obj =   1.345952290e+05 inf =   1.429e-14 (0) 6", null, null)]
    [InlineData("Time used: 60.0 secs.  Memory used: 13.6 Mb.", null, null)]
    public void Read_takes_cost_and_bound_from_a_line(string line, double? cost, double? bound)
    {
        var log = new GlpkLog();

        log.Read(line);

        Assert.Equal((cost, bound), (log.Cost, log.Bound));
    }

    [Fact]
    public void Read_takes_the_relaxation_for_a_bound_once_it_is_solved()
    {
        var log = new GlpkLog();

        log.Read("      0: obj =   9.000000000e+05 inf =   6.380e+02 (174)");
        log.Read("*  2214: obj =   1.345952290e+05 inf =   1.429e-14 (0) 6");
        Assert.Null(log.Bound);
        log.Read("OPTIMAL LP SOLUTION FOUND");

        Assert.Equal(134595.229, log.Bound!.Value, 3);
    }
}
