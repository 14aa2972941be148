using System.Collections.Immutable;
using Dom.Core.Inventory;

namespace Dom.Core.Fulfillment;

/// <summary>Somebody wants something done to a shipment.</summary>
public sealed record ShipmentCommand
{
    /// <summary>What.</summary>
    public required ShipmentAction Action { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The caller's mark of the request, by which a repeat is known.</summary>
    public string? RequestId { get; init; }

    /// <summary>Who wants it.</summary>
    public string? By { get; init; }

    /// <summary>Which lines and how many units of each; none means all.</summary>
    public ImmutableArray<LineQuantity>? Lines { get; init; }

    /// <summary>The SKUs that are taken back, for <see cref="ShipmentAction.TakeBack"/>.</summary>
    public ImmutableArray<Sku> Skus { get; init; } = [];

    /// <summary>Why, where something goes back.</summary>
    public string? Reason { get; init; }

    /// <summary>The carrier's number.</summary>
    public string? Tracking { get; init; }
}
