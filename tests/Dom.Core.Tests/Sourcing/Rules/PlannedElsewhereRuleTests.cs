using Dom.Core.Network;
using Dom.Core.Sourcing;
using Dom.Core.Sourcing.Rules;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Sourcing.Rules;

public sealed class PlannedElsewhereRuleTests
{
    [Fact]
    public void Excludes_every_location_but_those_where_a_wave_planned_the_line()
    {
        var planned = A.Line("1") with { PlannedAt = [new LocationId("S2")] };

        var decision = Core.Sourcing.Sourcing.Source(A.Request(planned, A.Line("2")).At(A.Location("S1"), ("SKU-1", 9)).At(A.Location("S2", A.Reno.North(100)), ("SKU-1", 1)));

        Assert.Equal("S2 S1", decision.Plan());
        Assert.Equal(
            new Exclusion(PlannedElsewhereRule.RuleKind, "A wave has planned this line at 'S2', which saves more than moving it costs."),
            decision.Candidate("1", "S1").Exclusion);
    }

    [Fact]
    public void Leaves_a_line_whose_planned_location_has_nothing_unassigned()
    {
        var planned = A.Line("1") with { PlannedAt = [new LocationId("S2")] };

        var decision = Core.Sourcing.Sourcing.Source(A.Request(planned).At(A.Location("S1"), ("SKU-1", 9)).At(A.Location("S2", A.Reno.North(100)), ("SKU-1", 0)));

        Assert.Equal(1, Assert.Single(decision.Unassigned).Quantity);
    }
}
