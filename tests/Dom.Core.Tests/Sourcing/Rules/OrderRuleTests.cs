using Dom.Core.Profiles.Rules;
using Dom.Core.Sourcing.Rules;

namespace Dom.Core.Tests.Sourcing.Rules;

public sealed class OrderRuleTests
{
    [Fact]
    public void All_and_the_rules_of_locations_apply_every_rule_of_profiles_once()
    {
        var kinds = typeof(Rule).GetCustomAttributes(typeof(System.Text.Json.Serialization.JsonDerivedTypeAttribute), inherit: false)
            .Cast<System.Text.Json.Serialization.JsonDerivedTypeAttribute>()
            .Select(kind => (string)kind.TypeDiscriminator!);

        var applied = OrderRule.All.Select(rule => rule.Kind).Concat(SourcingRule.All.Select(rule => rule.Kind)).ToList();

        Assert.All(kinds, kind => Assert.Single(applied, known => known == kind));
        Assert.Empty(OrderRule.All.Select(rule => rule.GetType().Name + "Tests").Except(typeof(OrderRuleTests).Assembly.GetTypes().Select(type => type.Name)));
    }
}
