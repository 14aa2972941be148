using Dom.Core.Network;
using Dom.Core.Profiles;
using Dom.Core.Profiles.Life;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Profiles.Life;

public sealed class OrderProfilesTests
{
    private static readonly Profile A1 = A.Profile() with { ProfileId = new("a"), Version = 1 };
    private static readonly Profile B1 = A.Profile() with { ProfileId = new("b"), Version = 1 };

    [Fact]
    public void Of_takes_a_version_that_began_the_order_before_those_in_force() =>
        Assert.Equal("b1", Of([A1 with { Version = 2 }, B1 with { Version = 2 }], [B1]));

    [Fact]
    public void Of_takes_a_version_in_force_for_what_none_that_began_the_order_covers() =>
        Assert.Equal("a2", Of([A1 with { Version = 2 }, B1 with { Version = 2 }], [B1 with { Scope = new() { Channels = ["phone"] } }]));

    [Fact]
    public void Of_passes_over_a_newer_version_of_a_profile_that_began_the_order() =>
        Assert.Equal("none", Of([B1 with { Version = 2 }], [B1 with { Scope = new() { Channels = ["phone"] } }]));

    [Fact]
    public void AlternateOf_takes_the_version_that_began_the_order_or_the_one_in_force()
    {
        var a = A1 with { Alternate = new("b") };
        Profile[] inForce = [a, B1 with { Version = 2, IsOnlyAlternate = true }];

        Assert.Equal(2, Profiles(inForce, []).AlternateOf(a)?.Version);
        Assert.Equal(1, Profiles(inForce, [B1]).AlternateOf(a)?.Version);
        Assert.Null(Profiles([a], []).AlternateOf(a));
        Assert.Null(Profiles(inForce, []).AlternateOf(B1));
    }

    private static string Of(Profile[] inForce, Profile[] kept) =>
        Profiles(inForce, kept).Of(new("SKU-1"), null, DeliveryMode.Ship) is { } profile ? $"{profile.ProfileId}{profile.Version}" : "none";

    private static OrderProfiles Profiles(Profile[] inForce, Profile[] kept) => new([.. inForce], kept, new OrderFacts { Channel = "web" }, A.Moment);
}
