using System.Collections.Immutable;
using Dom.Core.Profiles;
using Dom.Functions.Storage;

namespace Dom.Functions.Profiles;

/// <summary>A profile as lists show it.</summary>
public sealed record ProfileView
{
    /// <summary>The profile.</summary>
    public required ProfileId ProfileId { get; init; }

    /// <summary>Its name: that of its draft, where there is one, or of its newest version.</summary>
    public required string Name { get; init; }

    /// <summary>What it does.</summary>
    public required ProfileState State { get; init; }

    /// <summary>The version that is in force; none where none is.</summary>
    public int? ActiveVersion { get; init; }

    /// <summary>Whether it has a draft.</summary>
    public required bool HasDraft { get; init; }

    /// <summary>When it was retired, UTC; none where it is not.</summary>
    public DateTimeOffset? RetiredAt { get; init; }

    /// <summary>Its versions, the newest first.</summary>
    public required ImmutableArray<ProfileVersionView> Versions { get; init; }

    /// <summary>The view of a profile.</summary>
    /// <param name="published">What is published of it, where anything is.</param>
    /// <param name="draft">Its draft, where there is one; one of the two is.</param>
    /// <param name="today">The day.</param>
    public static ProfileView Of(PublishedProfile? published, Profile? draft, DateOnly today) => new()
    {
        ProfileId = published?.ProfileId ?? draft!.ProfileId,
        Name = draft?.Name ?? published!.Newest.Profile.Name,
        State = ProfileStates.Of(published, today),
        ActiveVersion = published?.Reigns(today).FirstOrDefault(reign => reign.From == today)?.Profile.Version,
        HasDraft = draft is not null,
        RetiredAt = published is { Retirement: { } retirement } && retirement.Version == published.Newest.Profile.Version ? retirement.At : null,
        Versions = [.. (published?.Versions ?? []).Reverse().Select(version => ProfileVersionView.Of(published!, version, today))],
    };
}

/// <summary>A published version as lists and actions show it.</summary>
public sealed record ProfileVersionView
{
    /// <summary>The profile.</summary>
    public required ProfileId ProfileId { get; init; }

    /// <summary>The version.</summary>
    public required int Version { get; init; }

    /// <summary>What it does.</summary>
    public required ProfileState State { get; init; }

    /// <summary>On which days it decides.</summary>
    public required Effective Effective { get; init; }

    /// <summary>Why it was published; none where nothing was said.</summary>
    public string? Note { get; init; }

    /// <summary>When it was published, UTC; none for one that came with a first start.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>Who published it.</summary>
    public string? By { get; init; }

    /// <summary>The version whose content it has again; none where it was a draft.</summary>
    public int? RolledBackTo { get; init; }

    /// <summary>The view of a version.</summary>
    /// <param name="profile">Its profile.</param>
    /// <param name="version">The version.</param>
    /// <param name="today">The day.</param>
    public static ProfileVersionView Of(PublishedProfile profile, PublishedVersion version, DateOnly today) => new()
    {
        ProfileId = profile.ProfileId,
        Version = version.Profile.Version,
        State = ProfileStates.Of(profile, version, today),
        Effective = version.Profile.Effective,
        Note = version.Profile.Note,
        PublishedAt = version.Publication?.At,
        By = version.Publication?.By,
        RolledBackTo = version.Publication?.RolledBackTo,
    };
}
