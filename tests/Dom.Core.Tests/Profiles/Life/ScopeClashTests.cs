using System.Collections.Immutable;
using Dom.Core.Catalogue;
using Dom.Core.Profiles;
using Dom.Core.Profiles.Life;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Profiles.Life;

public sealed class ScopeClashTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly Profile Web = A.Profile() with { ProfileId = new("web"), Version = 1, Scope = new() { Channels = ["web"] } };
    private static readonly Profile All = A.Profile() with { ProfileId = new("all"), Version = 4 };

    [Fact]
    public void Of_names_both_profiles_the_days_and_what_both_would_decide()
    {
        var clash = Assert.Single(Clashes(Web with { Effective = new(new(2026, 12, 1), null) }, All with { Effective = new(null, new(2026, 12, 24)) }));

        Assert.Equal("Profiles 'web' and 'all' (version 4) would both decide, from 2026-12-01 to 2026-12-24: channels web.", clash.Sentence);
        Assert.Equal((new ProfileId("all"), 4, new DateOnly(2026, 12, 1), new DateOnly(2026, 12, 24)), (clash.ProfileId, clash.Version, clash.From, clash.To));
    }

    [Fact]
    public void Of_says_where_there_is_no_end() =>
        Assert.Equal("Profiles 'web' and 'all' (version 4) would both decide, from 2026-11-22 on: channels web.", Assert.Single(Clashes(Web, All)).Sentence);

    [Fact]
    public void Of_passes_over_versions_of_the_profile_itself() => Assert.Empty(Clashes(Web with { Version = 2 }, Web));

    [Fact]
    public void Of_passes_over_what_is_at_another_time() => Assert.Empty(Clashes(Web with { Effective = new(new(2026, 12, 25), null) }, All with { Effective = new(null, new(2026, 12, 24)) }));

    [Fact]
    public void Of_passes_over_versions_that_another_version_replaces() =>
        Assert.Empty(Clashes(Web, All, All with { Version = 5, Scope = new() { Channels = ["phone"] } }));

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void Of_passes_over_profiles_that_are_only_alternates(bool one, bool other) =>
        Assert.Empty(Clashes(Web with { IsOnlyAlternate = one }, All with { IsOnlyAlternate = other }));

    private static ImmutableArray<ScopeClash> Clashes(Profile candidate, params Profile[] published) =>
        ScopeClash.Of(candidate, published.GroupBy(profile => profile.ProfileId).SelectMany(own => ProfileVersions.Reigns(own, 0, Today)), Assortment.None, Today);
}
