using System.Collections.Immutable;
using Dom.Core.Catalogue;
using Dom.Core.Network;

namespace Dom.Core.Profiles.Lint;

/// <summary>What a profile is held against.</summary>
public sealed record LintSurroundings
{
    /// <summary>The day on which it is looked at.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>All locations. While there are none nothing is said of any.</summary>
    public ImmutableArray<Location> Network { get; init; } = [];

    /// <summary>The products that are known, told apart by what the profile names. While there are none nothing is said of any.</summary>
    public Assortment Products { get; init; } = Assortment.None;

    /// <summary>The published versions, in force or to come, of all profiles.</summary>
    public ImmutableArray<Profile> Published { get; init; } = [];
}
