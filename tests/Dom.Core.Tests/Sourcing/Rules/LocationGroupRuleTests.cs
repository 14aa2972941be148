using System.Collections.Immutable;
using Dom.Core.Network;
using Dom.Core.Profiles.Delivery;
using Dom.Core.Sourcing;
using Dom.Core.Sourcing.Rules;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Sourcing.Rules;

public sealed class LocationGroupRuleTests
{
    [Theory]
    [InlineData(true, true, "S1 S1 S1")]
    [InlineData(true, false, "S1 - -")]
    [InlineData(false, true, "- S1 -")]
    [InlineData(false, false, "- - -")]
    public void Lets_a_location_do_what_its_group_does(bool ships, bool handsOver, string plan) =>
        Assert.Equal(plan, Source(new GroupUse("west", ships, handsOver)).Plan());

    [Fact]
    public void Lets_every_location_do_everything_where_no_group_is_named() => Assert.Equal("S1 S1 S1", Source().Plan());

    [Fact]
    public void Adds_up_what_several_groups_do() =>
        Assert.Equal("S1 S1 S1", Source(new GroupUse("west", Ships: true, HandsOver: false), new GroupUse("malls", Ships: false, HandsOver: true)).Plan());

    [Fact]
    public void Justify_names_the_groups_of_the_location()
    {
        var decision = Source(new GroupUse("east", Ships: true, HandsOver: true));

        Assert.Equal(
            new Exclusion(LocationGroupRule.RuleKind, "'S1' is in 'west', 'malls', and in none that sends by the profile."),
            decision.Candidate("1", "S1").Exclusion);
        Assert.Equal("'S1' is in 'west', 'malls', and in none that hands over by the profile.", decision.Candidate("2", "S1").Exclusion!.Sentence);
        Assert.Equal("'S1', where the customer collects, is in none of the groups that hand over by the profile.", decision.Candidate("3", "S1").Exclusion!.Sentence);
    }

    private static SourcingDecision Source(params ImmutableArray<GroupUse> groups)
    {
        var store = new LocationId("S1");
        var request = A.Request(
                A.Line("1"),
                A.Line("2") with { Mode = DeliveryMode.Pickup, PickupLocationId = store },
                A.Line("3") with { Mode = DeliveryMode.ShipToStore, PickupLocationId = store })
            .At(A.Location() with { Groups = ["west", "malls"] }, ("SKU-1", 9));
        return Core.Sourcing.Sourcing.Source(request with { Profile = request.Profile with { Delivery = new DeliveryPolicy { Groups = groups } } });
    }
}
