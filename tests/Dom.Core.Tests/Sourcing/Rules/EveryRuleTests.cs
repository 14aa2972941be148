using Dom.Core.Catalogue;
using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Profiles;
using Dom.Core.Profiles.Rules;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Sourcing.Rules;

/// <summary>What rules of every kind keep to alike.</summary>
public sealed class EveryRuleTests
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(A.Moment.UtcDateTime);
    private static readonly string Without = EveryRule.Decide();

    [Fact]
    public void Kinds_are_those_that_profiles_know() => Assert.Equal(EveryRule.Known.Values.Order(), EveryRule.Names.Order());

    [Theory]
    [MemberData(nameof(EveryRule.Kinds), MemberType = typeof(EveryRule))]
    public void Changes_the_decision_from_its_first_day_to_its_last(string kind)
    {
        var rule = EveryRule.Of(kind);

        Assert.NotEqual(Without, EveryRule.Decide(rule));
        Assert.NotEqual(Without, EveryRule.Decide(rule with { Effective = new Effective(Today, Today) }));
    }

    [Theory]
    [MemberData(nameof(EveryRule.Kinds), MemberType = typeof(EveryRule))]
    public void Changes_nothing_where_it_is_switched_off_or_out_of_its_dates(string kind)
    {
        var rule = EveryRule.Of(kind);
        Rule[] off = [rule with { IsDisabled = true }, rule with { Effective = new Effective(Today.AddDays(1), null) }, rule with { Effective = new Effective(null, Today.AddDays(-1)) }];

        Assert.All(off, other => Assert.Equal(Without, EveryRule.Decide(other)));
        Assert.All(off, other => Assert.Equal(Without, EveryRule.Decide(other with { IsHard = false })));
    }

    [Theory]
    [MemberData(nameof(EveryRule.Kinds), MemberType = typeof(EveryRule))]
    public void Changes_nothing_for_products_and_modes_out_of_its_scope(string kind)
    {
        ProductScope[] others = [new() { Skus = [new Sku("OTHER")] }, new() { Categories = [new CategoryPath("shirts")] }, new() { Modes = [DeliveryMode.Pickup] }];

        Assert.All(others, scope => Assert.Equal(Without, EveryRule.Decide(EveryRule.Of(kind) with { For = scope })));
    }

    [Theory]
    [MemberData(nameof(EveryRule.KindsWithPlaces), MemberType = typeof(EveryRule))]
    public void Changes_nothing_for_places_out_of_its_scope(string kind)
    {
        PlaceScope[] others = [new() { Locations = [new LocationId("S3")] }, new() { Groups = ["east"] }, new() { Types = [LocationType.Dc] }];

        Assert.All(others, scope => Assert.Equal(Without, EveryRule.Decide(EveryRule.Of(kind) with { At = scope })));
    }

    [Theory]
    [MemberData(nameof(EveryRule.KindsThatFall), MemberType = typeof(EveryRule))]
    public void Falls_where_it_is_soft_and_is_named_with_its_kind(string kind)
    {
        var decision = EveryRule.Source(EveryRule.Of(kind) with { IsHard = false });

        var fallen = decision.Lines.SelectMany(line => line.Fallen).Select(rule => (rule.Exclusion.Rule, rule.Exclusion.Kind)).Distinct();

        Assert.Equal(3, decision.Assignments.Sum(part => part.Quantity));
        Assert.Equal([("rule", kind)], fallen);
    }
}
