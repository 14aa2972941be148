using Dom.Core.Network;
using Dom.Core.Sourcing;
using Dom.Core.Sourcing.Rules;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Sourcing.Rules;

public sealed class RefusedBeforeRuleTests
{
    [Fact]
    public void Excludes_the_location_that_refused_the_line_and_no_other()
    {
        var refused = A.Line("1") with { RefusedBy = [new LocationId("S1")] };
        var decision = Core.Sourcing.Sourcing.Source(A.Request(refused, A.Line("2")).At(A.Location("S1"), ("SKU-1", 9)).At(A.Location("S2", A.Reno.North(100)), ("SKU-1", 1)));

        Assert.Equal("S2 S1", decision.Plan());
        Assert.Equal(new Exclusion(RefusedBeforeRule.RuleKind, "'S1' has refused this line before."), decision.Candidate("1", "S1").Exclusion);
    }
}
