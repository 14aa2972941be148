using System.Collections.Immutable;
using Dom.Core.Network;

namespace Dom.Functions.Security;

/// <summary>Who calls.</summary>
/// <param name="Name">The name of its key, for logs and timelines.</param>
/// <param name="Role">What it is.</param>
/// <param name="Locations">The locations that a store may act for; <c>*</c> means every one.</param>
public sealed record Caller(string Name, Role Role, ImmutableArray<string> Locations)
{
    /// <summary>Means every location.</summary>
    public const string EveryLocation = "*";

    /// <summary>Whether it may see a location's work.</summary>
    /// <param name="locationId">The location.</param>
    public bool Sees(LocationId locationId) =>
        Role != Role.Store || Locations.Contains(EveryLocation) || Locations.Contains(locationId.Value);
}
