using System.Collections.Immutable;
using Dom.Core.Fulfillment;
using Dom.Core.Network;
using Dom.Core.Orders;
using Dom.Functions.Storage;
using Dom.Functions.Stores;

namespace Dom.Functions.Operations;

/// <summary>An order as callers see it: what was posted is the channel's, how far it is comes from its shipments as they are now.</summary>
public sealed record OrderView
{
    /// <summary>The order.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>Where it was sold.</summary>
    public required string Channel { get; init; }

    /// <summary>When it was placed.</summary>
    public required DateTimeOffset PlacedAt { get; init; }

    /// <summary>When Dom took it.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>How far it is.</summary>
    public required OrderState State { get; init; }

    /// <summary>Whether nothing more of it is sourced until it is released; what locations have goes on.</summary>
    public required bool OnHold { get; init; }

    /// <summary>Whether it is being called off.</summary>
    public required bool Cancelling { get; init; }

    /// <summary>How often it was sourced.</summary>
    public required int Attempts { get; init; }

    /// <summary>Its lines.</summary>
    public required ImmutableArray<OrderLineView> Lines { get; init; }

    /// <summary>Its shipments, oldest first.</summary>
    public required ImmutableArray<ShipmentView> Shipments { get; init; }

    /// <summary>The view of an order.</summary>
    /// <param name="order">The order.</param>
    /// <param name="shipments">Its shipments.</param>
    public static OrderView Of(StoredOrder order, ImmutableArray<Shipment> shipments)
    {
        var state = OrderFlow.StateOf(order.Progress);
        return new OrderView
        {
            OrderId = order.Order.OrderId,
            Channel = order.Order.Channel,
            PlacedAt = order.Order.PlacedAt,
            ReceivedAt = order.ReceivedAt,
            State = state,
            OnHold = order.Progress.IsOnHold,
            Cancelling = order.Progress.IsCancelling && state is not (OrderState.Cancelled or OrderState.Completed),
            Attempts = order.Progress.Attempt,
            Lines = [.. order.Order.Lines.Zip(order.Progress.Lines, (line, progress) => OrderLineView.Of(line, progress, shipments))],
            Shipments = [.. shipments.Select(ShipmentView.Of)],
        };
    }
}

/// <summary>An order line as callers see it.</summary>
public sealed record OrderLineView
{
    /// <summary>The line.</summary>
    public required LineId LineId { get; init; }

    /// <summary>What was ordered.</summary>
    public required string Sku { get; init; }

    /// <summary>How many units.</summary>
    public required int Quantity { get; init; }

    /// <summary>How the goods reach the customer.</summary>
    public required DeliveryMode Mode { get; init; }

    /// <summary>How far it is.</summary>
    public required LineState State { get; init; }

    /// <summary>Units that reached the carrier or the customer.</summary>
    public required int Fulfilled { get; init; }

    /// <summary>Units that were called off.</summary>
    public required int Cancelled { get; init; }

    /// <summary>How often locations refused it.</summary>
    public required int Refusals { get; init; }

    /// <summary>The locations that have it or had a part in its outcome.</summary>
    public required ImmutableArray<LocationId> Locations { get; init; }

    /// <summary>Why it cannot proceed by itself.</summary>
    public LineException? Exception { get; init; }

    /// <summary>The view of a line.</summary>
    /// <param name="line">What was posted.</param>
    /// <param name="progress">How far its order believes it to be.</param>
    /// <param name="shipments">The order's shipments.</param>
    public static OrderLineView Of(OrderLine line, LineProgress progress, ImmutableArray<Shipment> shipments) => new()
    {
        LineId = line.LineId,
        Sku = line.Sku.Value,
        Quantity = line.Quantity,
        Mode = line.Mode,
        State = LineStates.Of(progress, shipments),
        Fulfilled = progress.Fulfilled,
        Cancelled = progress.Cancelled,
        Refusals = progress.Refusals,
        Locations =
        [
            .. shipments.Where(shipment => shipment.Lines.Any(part => part.LineId == line.LineId && part.Open > 0))
                .Select(shipment => shipment.LocationId)
                .Distinct(),
        ],
        Exception = progress.Exception,
    };
}
