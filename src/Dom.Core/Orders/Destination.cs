using Dom.Core.Network;

namespace Dom.Core.Orders;

/// <summary>Where an order goes.</summary>
public sealed record Destination
{
    /// <summary>Who receives it.</summary>
    public string? Name { get; init; }

    /// <summary>Street and number.</summary>
    public string? Line1 { get; init; }

    /// <summary>City.</summary>
    public string? City { get; init; }

    /// <summary>State or province.</summary>
    public string? Region { get; init; }

    /// <summary>Postal code.</summary>
    public string? PostalCode { get; init; }

    /// <summary>ISO 3166-1 alpha-2 code.</summary>
    public required string Country { get; init; }

    /// <summary>Where that is: the address's own coordinates, or its postal code's centroid.</summary>
    public required GeoPoint Position { get; init; }
}
