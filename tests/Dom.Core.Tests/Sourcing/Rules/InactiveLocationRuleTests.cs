using Dom.Core.Sourcing;
using Dom.Core.Sourcing.Rules;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Sourcing.Rules;

public sealed class InactiveLocationRuleTests
{
    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void Excludes_a_location_that_is_switched_off(bool isActive, bool isExcluded)
    {
        var decision = Core.Sourcing.Sourcing.Source(A.Request(A.Line()).At(A.Location() with { IsActive = isActive }, ("SKU-1", 1)));

        Assert.Equal(isExcluded ? new Exclusion(InactiveLocationRule.RuleKind, "'S1' is not active.") : null, decision.Candidate("1", "S1").Exclusion);
    }
}
