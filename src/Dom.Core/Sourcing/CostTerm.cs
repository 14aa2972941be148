using Dom.Core.Network;

namespace Dom.Core.Sourcing;

/// <summary>One reason why something costs what it costs.</summary>
/// <param name="Name">What is charged for, such as <c>distance</c>.</param>
/// <param name="MinorUnits">How much, in minor units of the profile's currency.</param>
public sealed record CostTerm(string Name, long MinorUnits)
{
    /// <summary>The location that causes it; none for what no location causes.</summary>
    public LocationId? LocationId { get; init; }
}
