using System.Collections.Immutable;

namespace Dom.Core.Orders;

/// <summary>What a channel posts: lines to be delivered to one destination.</summary>
public sealed record Order
{
    /// <summary>Its identifier, unique over all channels.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>Where it was sold: a web shop, a marketplace, a till.</summary>
    public required string Channel { get; init; }

    /// <summary>The company that sold it, where the retailer has several.</summary>
    public string? LegalEntity { get; init; }

    /// <summary>When the customer placed it, UTC.</summary>
    public required DateTimeOffset PlacedAt { get; init; }

    /// <summary>ISO 4217 code of the prices' currency.</summary>
    public required string Currency { get; init; }

    /// <summary>Higher goes first. Default 0.</summary>
    public int Priority { get; init; }

    /// <summary>The tier of the customer, such as <c>gold</c>, where one is named.</summary>
    public string? CustomerTier { get; init; }

    /// <summary>Whether it waits for a release before it is sourced.</summary>
    public bool OnHold { get; init; }

    /// <summary>The day on which the customer wants it, where one is named.</summary>
    public DateOnly? RequestedDeliveryDate { get; init; }

    /// <summary>Where it goes; none when the customer collects every line.</summary>
    public Destination? Destination { get; init; }

    /// <summary>Its lines, at least one, ids unique within the order.</summary>
    public required ImmutableArray<OrderLine> Lines { get; init; }
}
