namespace Dom.Core.Profiles;

/// <summary>Names one version of a profile.</summary>
/// <param name="ProfileId">The profile.</param>
/// <param name="Version">The version, from 1.</param>
public readonly record struct ProfileVersion(ProfileId ProfileId, int Version);
