using System.Collections.Immutable;
using Dom.Core.Fulfillment;
using Dom.Core.Network;
using Dom.Core.Orders;

namespace Dom.Functions.Events;

/// <summary>One thing that happened to an order: a row of its timeline, and an event for whoever listens.</summary>
public sealed record TimelineEntry
{
    /// <summary>Names the entry within its order, the same whenever the same thing is written again.</summary>
    public required string Id { get; init; }

    /// <summary>The order.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>What happened, as the type of a CloudEvent: <c>dom.shipment.accepted</c>.</summary>
    public required string Type { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The shipment that it happened to.</summary>
    public ShipmentId? ShipmentId { get; init; }

    /// <summary>The location where it happened.</summary>
    public LocationId? LocationId { get; init; }

    /// <summary>The units that it concerns.</summary>
    public ImmutableArray<LineQuantity>? Lines { get; init; }

    /// <summary>Who did it.</summary>
    public string? By { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    /// <summary>The carrier's number.</summary>
    public string? Tracking { get; init; }

    /// <summary>More about it, for people.</summary>
    public string? Sentence { get; init; }
}
