using Dom.Core.Network;
using Dom.Core.Sourcing.Rules;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Sourcing.Rules;

public sealed class SourcingRuleTests
{
    [Fact]
    public void All_has_every_rule_once()
    {
        var rules = typeof(SourcingRule).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(SourcingRule)));

        Assert.Equal(rules.Select(rule => rule.Name).Order(), SourcingRule.All.Select(rule => rule.GetType().Name).Order());
        Assert.Equal(SourcingRule.All.Length, SourcingRule.All.Select(rule => rule.Kind).Distinct().Count());
    }

    [Fact]
    public void All_names_the_first_rule_that_excludes()
    {
        var location = A.Location() with { IsActive = false, Modes = [], OrdersPerDay = 0 };
        var line = A.Line() with { RefusedBy = [new LocationId("S1")] };

        var decision = Core.Sourcing.Sourcing.Source(A.Request(line).At(location));

        Assert.Equal(InactiveLocationRule.RuleKind, decision.Candidate("1", "S1").Exclusion?.Rule);
    }
}
