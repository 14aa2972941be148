using System.Collections.Immutable;
using Dom.Core.Fulfillment;
using Dom.Core.Network;
using Dom.Core.Orders;

namespace Dom.Functions.Stores;

/// <summary>A shipment as callers see it.</summary>
public sealed record ShipmentView
{
    /// <summary>The shipment.</summary>
    public required ShipmentId ShipmentId { get; init; }

    /// <summary>The order.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>Its location.</summary>
    public required LocationId LocationId { get; init; }

    /// <summary>How the goods reach the customer.</summary>
    public required DeliveryMode Mode { get; init; }

    /// <summary>How far it is.</summary>
    public required ShipmentState State { get; init; }

    /// <summary>When it was offered.</summary>
    public required DateTimeOffset OfferedAt { get; init; }

    /// <summary>Until when it is to be accepted.</summary>
    public required DateTimeOffset AcceptBy { get; init; }

    /// <summary>Whether its time to be accepted runs out: less is left than the profile warns of.</summary>
    public required bool IsWarned { get; init; }

    /// <summary>Its lines.</summary>
    public required ImmutableArray<ShipmentLineView> Lines { get; init; }

    /// <summary>The carrier's number.</summary>
    public string? Tracking { get; init; }

    /// <summary>What its location can do now.</summary>
    public required ImmutableArray<ShipmentAction> PossibleActions { get; init; }

    /// <summary>The reasons that the location may give.</summary>
    public required ImmutableArray<string> Reasons { get; init; }

    /// <summary>The view of a shipment.</summary>
    /// <param name="shipment">The shipment.</param>
    public static ShipmentView Of(Shipment shipment) => new()
    {
        ShipmentId = shipment.ShipmentId,
        OrderId = shipment.OrderId,
        LocationId = shipment.LocationId,
        Mode = shipment.Mode,
        State = shipment.State,
        OfferedAt = shipment.OfferedAt,
        AcceptBy = shipment.AcceptBy,
        IsWarned = ShipmentFlow.IsWarned(shipment),
        Lines = [.. shipment.Lines.Select(line => new ShipmentLineView(line.LineId, line.Sku.Value, line.Open, line.Offered, line.Picked))],
        Tracking = shipment.Tracking,
        PossibleActions = ShipmentFlow.PossibleActions(shipment),
        Reasons = [.. shipment.Reasons.Keys.Order(StringComparer.Ordinal)],
    };
}

/// <summary>A line of a shipment as callers see it, in units.</summary>
/// <param name="LineId">The order's line.</param>
/// <param name="Sku">What is to be picked.</param>
/// <param name="Quantity">What is the location's to fulfil now.</param>
/// <param name="Offered">What it was asked for.</param>
/// <param name="Picked">What is picked.</param>
public sealed record ShipmentLineView(LineId LineId, string Sku, int Quantity, int Offered, int Picked);
