using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Profiles;
using Dom.Core.Profiles.Rules;
using Dom.Core.Sourcing;
using Dom.Core.Sourcing.Rules;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Sourcing.Rules;

public sealed class LocationPriorityRuleTests
{
    private static readonly LocationPriority First = new() { Id = "first", Priority = 1, At = new PlaceScope { Locations = [new LocationId("S1")] } };

    [Fact]
    public void Excludes_locations_without_a_priority_where_a_hard_rule_gives_some()
    {
        var decision = Core.Sourcing.Sourcing.Source(Request.With(First));

        Assert.Equal("S1", decision.Plan());
        Assert.Equal(
            new Exclusion("first", "'S2' has no priority for 'SKU-1', and only locations with one are used.") { Kind = LocationPriorityRule.RuleKind },
            decision.Candidate("1", "S2").Exclusion);
    }

    [Fact]
    public void Excludes_nobody_where_it_is_soft_out_of_its_dates_or_of_another_product()
    {
        var tomorrow = DateOnly.FromDateTime(A.Moment.UtcDateTime).AddDays(1);
        Rule[] rules = [First.Soft(), First with { Effective = new Effective(tomorrow, null) }, First with { For = new ProductScope { Skus = [new Sku("OTHER")] } }];

        Assert.All(rules, rule => Assert.Null(Core.Sourcing.Sourcing.Source(Request.With(rule)).Candidate("1", "S2").Exclusion));
    }

    [Fact]
    public void Counts_a_soft_priority_as_one()
    {
        var second = (First with { Id = "second", Priority = 2, At = new PlaceScope { Locations = [new LocationId("S2")] } }).Soft();

        Assert.Null(Core.Sourcing.Sourcing.Source(Request.With(First, second)).Candidate("1", "S2").Exclusion);
    }

    [Fact]
    public void Gives_each_location_its_most_particular_priority_and_of_equals_the_best()
    {
        var all = new LocationPriority { Id = "all", Priority = 7 };
        var stores = all with { Id = "stores", Priority = 9, At = new PlaceScope { Types = [LocationType.Store] } };
        var sku = all with { Id = "sku", Priority = 10, For = new ProductScope { Skus = [new Sku("SKU-1")] }, At = new PlaceScope { Locations = [new LocationId("S2")] } };

        Assert.Equal("7, 7", Priorities(all));
        Assert.Equal("9, 9", Priorities(all, stores));
        Assert.Equal("1, 8", Priorities(First, stores, stores with { Id = "better", Priority = 8 }));
        Assert.Equal("1, 10", Priorities(First, stores, sku));
        Assert.Equal("1, 11", Priorities(First));
        Assert.Null(Priorities(First with { IsDisabled = true }));
    }

    private static SourcingRequest Request => A.Request(A.Line()).At(A.Location("S1", A.Reno.North(500)), ("SKU-1", 1)).At(A.Location("S2"), ("SKU-1", 1));

    private static string? Priorities(params Rule[] rules) =>
        new Screening(Request.With(rules)).Limits.PriorityOfLocation is { } priorities ? string.Join(", ", priorities) : null;
}
