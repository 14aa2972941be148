using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Profiles.Rules;
using Dom.Core.Sourcing;
using Dom.Core.Sourcing.Rules;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Sourcing.Rules;

public sealed class MaximumRejectsRuleTests : PlaceRuleCases
{
    protected override Rule Hit { get; } = new MaximumRejects { Id = "rejects", Refusals = 3, CoolingOff = TimeSpan.FromHours(24) };

    protected override string Kind => MaximumRejectsRule.RuleKind;

    protected override SourcingRequest Request => Refused(3, TimeSpan.FromHours(2));

    // Three refusals, the last 24 hours ago: on both boundaries at once the location is asked again.
    [Theory]
    [InlineData(2, 1, "S1")]
    [InlineData(3, 1, "-")]
    [InlineData(4, 1, "-")]
    [InlineData(3, 23.999, "-")]
    [InlineData(3, 24, "S1")]
    [InlineData(3, 24.001, "S1")]
    public void Excludes_who_refused_often_enough_until_it_has_cooled_off(int refusals, double hoursAgo, string plan) =>
        Assert.Equal(plan, Core.Sourcing.Sourcing.Source(Refused(refusals, TimeSpan.FromHours(hoursAgo)).With(Hit)).Plan());

    [Fact]
    public void Heeds_the_least_number_and_of_equals_the_longest_time()
    {
        var request = Refused(2, TimeSpan.FromHours(30));
        Rule[] rules = [new MaximumRejects { Id = "two", Refusals = 2, CoolingOff = TimeSpan.FromHours(10) }, Hit with { Id = "three" }];
        Rule[] longer = [.. rules, new MaximumRejects { Id = "two-longer", Refusals = 2, CoolingOff = TimeSpan.FromHours(40) }];

        Assert.Equal("S1", Core.Sourcing.Sourcing.Source(request.With(rules)).Plan());
        Assert.Equal("two-longer", Core.Sourcing.Sourcing.Source(request.With(longer)).Candidate("1", "S1").Exclusion!.Rule);
    }

    [Fact]
    public void Does_not_count_what_another_location_refused_or_of_another_SKU()
    {
        var others = base.Request with { Refusals = [new(new Sku("SKU-1"), new LocationId("S2"), 9, A.Moment), new(new Sku("SKU-2"), new LocationId("S1"), 9, A.Moment)] };

        Assert.Equal("S1", Core.Sourcing.Sourcing.Source(others.With(Hit)).Plan());
    }

    [Fact]
    public void Justify_names_the_numbers() =>
        Assert.Equal(
            new Exclusion("rejects", "'S1' has refused 'SKU-1' 3 times, most recently at 2026-11-21 08:00:00Z; after 3 it is not asked for 1.00:00:00.")
            {
                Kind = Kind,
                Limit = 3,
                Actual = 3,
            },
            Source(Hit).Candidate("1", "S1").Exclusion);

    private SourcingRequest Refused(int count, TimeSpan ago) => base.Request with
    {
        Refusals = [new RecentRefusals(new Sku("SKU-1"), new LocationId("S1"), count, A.Moment - ago)],
    };
}
