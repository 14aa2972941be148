using System.Collections.Immutable;
using Dom.Core.Profiles;
using Dom.Core.Profiles.Life;

namespace Dom.Functions.Storage;

/// <summary>A profile with all that was ever published of it.</summary>
/// <param name="ProfileId">The profile.</param>
/// <param name="Versions">Its versions, oldest first, at least one.</param>
/// <param name="Retirement">Its last retirement; none where it was never retired.</param>
public sealed record PublishedProfile(ProfileId ProfileId, ImmutableArray<PublishedVersion> Versions, Retirement? Retirement)
{
    /// <summary>Its newest version.</summary>
    public PublishedVersion Newest => Versions[^1];

    /// <summary>The newest version that is retired; 0 where none is.</summary>
    public int RetiredVersion => Retirement?.Version ?? 0;

    /// <summary>When which of its versions is in force, from a day on.</summary>
    /// <param name="today">The day.</param>
    public ImmutableArray<Reign> Reigns(DateOnly today) => ProfileVersions.Reigns(Versions.Select(version => version.Profile), RetiredVersion, today);

    /// <summary>A version; none where there is none of that number.</summary>
    /// <param name="version">Its number.</param>
    public PublishedVersion? Find(int version) => Versions.FirstOrDefault(known => known.Profile.Version == version);
}

/// <summary>A published version.</summary>
/// <param name="Profile">What it says.</param>
/// <param name="Publication">How it came about; none for one that came with a first start.</param>
public sealed record PublishedVersion(Profile Profile, Publication? Publication);

/// <summary>How a version came about.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="By">Who published it.</param>
/// <param name="RequestId">The caller's mark of the request: a repeat with the same mark publishes nothing more.</param>
/// <param name="RolledBackTo">The version whose content it has again; none where it was a draft.</param>
public sealed record Publication(DateTimeOffset At, string By, string? RequestId, int? RolledBackTo);

/// <summary>The end of all versions that a profile had.</summary>
/// <param name="Version">The newest of them.</param>
/// <param name="At">When, UTC.</param>
/// <param name="By">Who retired it.</param>
/// <param name="RequestId">The caller's mark of the request.</param>
/// <param name="Note">Why.</param>
public sealed record Retirement(int Version, DateTimeOffset At, string By, string? RequestId, string? Note);
