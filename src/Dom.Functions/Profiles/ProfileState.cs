using Dom.Functions.Storage;

namespace Dom.Functions.Profiles;

/// <summary>What a profile, or a version of one, does at a moment.</summary>
public enum ProfileState
{
    /// <summary>It is being written, and decides nothing.</summary>
    Draft,

    /// <summary>It decides.</summary>
    Active,

    /// <summary>It will decide: its first day is yet to come, or the version that is in its place will end.</summary>
    Scheduled,

    /// <summary>Its days are past, or a newer version has its place for good.</summary>
    Past,

    /// <summary>It was ended by hand.</summary>
    Retired,
}

/// <summary>Says what profiles and versions do.</summary>
internal static class ProfileStates
{
    /// <summary>What a version does.</summary>
    /// <param name="profile">Its profile.</param>
    /// <param name="version">The version.</param>
    /// <param name="today">The day.</param>
    public static ProfileState Of(PublishedProfile profile, PublishedVersion version, DateOnly today)
    {
        var reigns = profile.Reigns(today).Where(reign => reign.Profile.Version == version.Profile.Version).ToList();
        return version.Profile.Version <= profile.RetiredVersion ? ProfileState.Retired
            : reigns.Exists(reign => reign.From == today) ? ProfileState.Active
            : reigns.Count > 0 ? ProfileState.Scheduled
            : ProfileState.Past;
    }

    /// <summary>What a profile does: what the one of its versions does that does most.</summary>
    /// <param name="profile">The profile; none where only a draft is there.</param>
    /// <param name="today">The day.</param>
    public static ProfileState Of(PublishedProfile? profile, DateOnly today) =>
        profile is null ? ProfileState.Draft
        : profile.Newest.Profile.Version <= profile.RetiredVersion ? ProfileState.Retired
        : profile.Versions.Where(version => version.Profile.Version > profile.RetiredVersion).Min(version => Of(profile, version, today));
}
