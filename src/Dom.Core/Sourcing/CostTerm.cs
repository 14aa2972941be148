using Dom.Core.Network;

namespace Dom.Core.Sourcing;

/// <summary>One reason why something costs what it costs.</summary>
/// <param name="Name">What is charged for, such as <see cref="Distance"/>.</param>
/// <param name="MinorUnits">How much, in minor units of the profile's currency.</param>
public sealed record CostTerm(string Name, long MinorUnits)
{
    /// <summary>A parcel: all that one location sends for one order by one mode to one place.</summary>
    public const string Parcel = "parcel";

    /// <summary>The way of a parcel.</summary>
    public const string Distance = "distance";

    /// <summary>Handling of units.</summary>
    public const string Unit = "unit";

    /// <summary>What units left unassigned count for.</summary>
    public const string Unassigned = "unassigned";

    /// <summary>What a location's stock and its place in the day are worth to later orders. Nobody pays it; it weighs in the choice.</summary>
    public const string Scarcity = "scarcity";

    /// <summary>Why it is so much, for people, with the numbers; none where the name says it all.</summary>
    public string? Sentence { get; init; }

    /// <summary>The location that causes it; none for what no location causes.</summary>
    public LocationId? LocationId { get; init; }
}
