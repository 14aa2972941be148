using System.Collections.Immutable;
using Dom.Core.Network;
using Dom.Core.Profiles;
using Dom.Core.Profiles.Life;
using Dom.Core.Sourcing.Scarcity;

namespace Dom.Functions.Storage;

/// <summary>Locations and profiles at one moment.</summary>
/// <param name="Version">Changes whenever any of them does.</param>
/// <param name="Locations">All locations, in order of their ids.</param>
/// <param name="Profiles">The versions that are in force, will be, or were and are not replaced, in order of their ids and the newest of each first, as <see cref="ProfileChoice"/> wants them.</param>
/// <param name="Scarcity">The scarcity prices that decisions see; none while none are learned.</param>
public sealed record Configuration(string Version, ImmutableArray<Location> Locations, ImmutableArray<Profile> Profiles, ScarcityVersion? Scarcity)
{
    /// <summary>Everything that was ever published: orders keep the versions that began them.</summary>
    public ImmutableSortedDictionary<string, PublishedProfile> Published { get; init; } = ImmutableSortedDictionary.Create<string, PublishedProfile>(StringComparer.Ordinal);

    /// <summary>Every version of every profile, in order of ids and versions.</summary>
    public ImmutableArray<Profile> Versions => [.. Published.Values.SelectMany(profile => profile.Versions).Select(version => version.Profile)];

    /// <summary>The version of each profile that is in force.</summary>
    /// <param name="at">When.</param>
    public ImmutableArray<Profile> InForce(DateTimeOffset at) => [.. ProfileChoice.InForce(Profiles, at)];

    /// <summary>The versions that go on deciding an order.</summary>
    /// <param name="begunBy">The versions that began it.</param>
    /// <param name="at">When it is decided.</param>
    public IEnumerable<Profile> Keeping(ImmutableArray<ProfileVersion> begunBy, DateTimeOffset at) =>
        begunBy.IsEmpty ? [] : ProfileVersions.Kept(Versions, begunBy, at);

    /// <summary>A version of a profile, in force or not; none where there is none of that number.</summary>
    /// <param name="profileId">The profile.</param>
    /// <param name="version">The number.</param>
    public Profile? Find(ProfileId profileId, int version) => Published.GetValueOrDefault(profileId.Value)?.Find(version)?.Profile;

    /// <summary>When which version of any profile is in force, from a day on.</summary>
    /// <param name="today">The day.</param>
    public IEnumerable<Reign> Reigns(DateOnly today) => Published.Values.SelectMany(profile => profile.Reigns(today));
}
