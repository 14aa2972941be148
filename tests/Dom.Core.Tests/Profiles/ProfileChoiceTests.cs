using Dom.Core.Network;
using Dom.Core.Profiles;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Profiles;

public sealed class ProfileChoiceTests
{
    private static readonly Profile Old = A.Profile() with { Version = 1 };

    [Fact]
    public void Of_takes_the_newest_version_whose_days_hold()
    {
        Profile[] versions = [Old with { Version = 3, Effective = new(new(2026, 12, 1), null) }, Old with { Version = 2 }, Old];

        Assert.Equal(2, Of(versions)?.Version);
        Assert.Equal(3, Of(versions, A.Moment.AddDays(10))?.Version);
    }

    [Fact]
    public void Of_does_not_fall_back_to_an_older_version_for_what_the_newest_does_not_cover() =>
        Assert.Null(Of([Old with { Version = 2, Scope = new() { Channels = ["phone"] } }, Old]));

    [Fact]
    public void Of_passes_over_profiles_that_are_only_alternates() => Assert.Null(Of([Old with { IsOnlyAlternate = true }]));

    [Fact]
    public void Of_takes_the_first_in_order_of_ids()
    {
        Profile[] profiles = [Old with { ProfileId = new("a"), Scope = new() { Channels = ["phone"] } }, Old with { ProfileId = new("b") }, Old with { ProfileId = new("c") }];

        Assert.Equal("b", Of(profiles)?.ProfileId.Value);
    }

    private static Profile? Of(Profile[] profiles, DateTimeOffset? at = null) =>
        ProfileChoice.Of([.. profiles], at ?? A.Moment, new OrderFacts { Channel = "web" }, new("SKU-1"), null, DeliveryMode.Ship);
}
