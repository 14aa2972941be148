namespace Dom.Core.Profiles;

/// <summary>One published version of how a retailer wants orders fulfilled. Never changes; a change is a new version.</summary>
public sealed record Profile
{
    /// <summary>Its identifier, the same over all versions.</summary>
    public required ProfileId ProfileId { get; init; }

    /// <summary>Its version, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>Its name, as people say it.</summary>
    public required string Name { get; init; }

    /// <summary>Which lines it decides.</summary>
    public ProfileScope Scope { get; init; } = new();

    /// <summary>Which locations may fulfil.</summary>
    public SourcingRules Rules { get; init; } = new();

    /// <summary>What fulfilling costs.</summary>
    public required CostFactors Costs { get; init; }

    /// <summary>Whether decisions heed what stock and places are worth to later orders.</summary>
    public ScarcityPolicy Scarcity { get; init; } = new();

    /// <summary>How long a location may think, and how often a line may be refused.</summary>
    public AcceptancePolicy Acceptance { get; init; } = new();
}
