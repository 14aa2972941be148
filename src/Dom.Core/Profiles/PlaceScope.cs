using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dom.Core.Network;

namespace Dom.Core.Profiles;

/// <summary>At which locations a rule or cost holds: those that any of its lists names. All lists empty means all locations.</summary>
public sealed record PlaceScope
{
    /// <summary>Every location.</summary>
    public static PlaceScope Everywhere { get; } = new();

    /// <summary>Locations by their ids.</summary>
    public ImmutableArray<LocationId> Locations { get; init; } = [];

    /// <summary>Location groups by their names.</summary>
    public ImmutableArray<string> Groups { get; init; } = [];

    /// <summary>Kinds of locations.</summary>
    public ImmutableArray<LocationType> Types { get; init; } = [];

    /// <summary>Whether every location is meant.</summary>
    [JsonIgnore]
    public bool IsEverywhere => Locations.IsEmpty && Groups.IsEmpty && Types.IsEmpty;

    /// <summary>How particular it is about a location: 0 for all, 1 by kind, 2 by group, 3 by its id; none where it does not hold there.</summary>
    /// <param name="location">The location.</param>
    public int? Match(Location location)
    {
        ArgumentNullException.ThrowIfNull(location);
        return IsEverywhere ? 0
            : Locations.Contains(location.LocationId) ? 3
            : Groups.Any(group => location.Groups.Contains(group)) ? 2
            : Types.Contains(location.Type) ? 1
            : null;
    }
}
