using Dom.Core.Network;

namespace Dom.LocalHost.Demo.Network;

/// <summary>A city of the demo: one location stands in it, and customers live around it.</summary>
/// <param name="Key">The city in an id: <c>reno</c>.</param>
/// <param name="Name">The city in a name: <c>Reno</c>.</param>
/// <param name="State">Two letters of its state.</param>
/// <param name="PostalCode">A postal code in its centre; codes that share its first three digits lie around it.</param>
/// <param name="Position">Its centre.</param>
/// <param name="TimeZone">IANA name of its time zone.</param>
/// <param name="Region">The location group of its part of the country.</param>
/// <param name="Weight">People in and around it, in units of ten thousand: how many of the orders come from here.</param>
/// <param name="Type">What stands here.</param>
internal sealed record DemoCity(
    string Key,
    string Name,
    string State,
    string PostalCode,
    GeoPoint Position,
    string TimeZone,
    string Region,
    int Weight,
    LocationType Type)
{
    /// <summary>The id of the location that stands here: <c>store-reno</c>, <c>dc-dallas</c>.</summary>
    public LocationId LocationId => new($"{Type.ToString().ToLowerInvariant()}-{Key}");
}
