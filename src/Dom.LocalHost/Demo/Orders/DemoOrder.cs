using System.Collections.Immutable;
using System.Text.Json;
using Dom.Core;

namespace Dom.LocalHost.Demo.Orders;

/// <summary>An order as a channel of the demo writes it: the fields of the queue's message, by their names there.</summary>
internal sealed record DemoOrder
{
    /// <summary>Its identifier.</summary>
    public required string OrderId { get; init; }

    /// <summary>Where it was sold.</summary>
    public required string Channel { get; init; }

    /// <summary>The company that sold it.</summary>
    public string LegalEntity { get; init; } = "us01";

    /// <summary>When.</summary>
    public required DateTimeOffset PlacedAt { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public string Currency { get; init; } = "USD";

    /// <summary>Higher goes first.</summary>
    public int Priority { get; init; }

    /// <summary>The day on which the customer wants it, where one is named.</summary>
    public DateOnly? RequestedDeliveryDate { get; init; }

    /// <summary>Where it goes; none when the customer collects every line.</summary>
    public DemoDestination? Destination { get; init; }

    /// <summary>Its lines, 1 to 5.</summary>
    public required ImmutableArray<DemoLine> Lines { get; init; }

    /// <summary>The message's body.</summary>
    public byte[] ToBody() => JsonSerializer.SerializeToUtf8Bytes(this, DomJson.Options);
}

/// <summary>An address. Most carry no coordinates: Dom finds them by the postal code.</summary>
internal sealed record DemoDestination
{
    /// <summary>Who receives it.</summary>
    public required string Name { get; init; }

    /// <summary>Street and number.</summary>
    public required string Line1 { get; init; }

    /// <summary>City, where it is one of the demo's.</summary>
    public string? City { get; init; }

    /// <summary>State, where the city is one of the demo's.</summary>
    public string? Region { get; init; }

    /// <summary>Postal code, five digits.</summary>
    public required string PostalCode { get; init; }

    /// <summary>ISO 3166-1 alpha-2 code.</summary>
    public string Country { get; init; } = "US";

    /// <summary>Degrees north.</summary>
    public double? Latitude { get; init; }

    /// <summary>Degrees east.</summary>
    public double? Longitude { get; init; }
}

/// <summary>A line.</summary>
internal sealed record DemoLine
{
    /// <summary>Its identifier within the order.</summary>
    public required string LineId { get; init; }

    /// <summary>What is ordered.</summary>
    public required string Sku { get; init; }

    /// <summary>How many units.</summary>
    public required int Quantity { get; init; }

    /// <summary>Price of a unit in cents.</summary>
    public required long UnitPrice { get; init; }

    /// <summary>Weight of a unit in grams.</summary>
    public required int UnitGrams { get; init; }

    /// <summary>How the goods reach the customer.</summary>
    public required string Mode { get; init; }

    /// <summary>Where the customer collects them.</summary>
    public string? PickupLocationId { get; init; }
}
