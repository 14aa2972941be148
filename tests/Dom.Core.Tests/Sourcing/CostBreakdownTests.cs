using Dom.Core.Sourcing;

namespace Dom.Core.Tests.Sourcing;

public sealed class CostBreakdownTests
{
    [Fact]
    public void TotalMinorUnits_sums_every_term()
    {
        var cost = new CostBreakdown([new CostTerm("distance", 420), new CostTerm("labour", 150)]);

        Assert.Equal(570, cost.TotalMinorUnits);
    }

    [Fact]
    public void TotalMinorUnits_refuses_a_sum_beyond_64_bits()
    {
        var cost = new CostBreakdown([new CostTerm("distance", long.MaxValue), new CostTerm("labour", 1)]);

        Assert.Throws<OverflowException>(() => cost.TotalMinorUnits);
    }
}
