using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Dom.Core.Fulfillment;
using Dom.Core.Orders;
using Dom.Functions.Storage;

namespace Dom.Functions.Events;

/// <summary>Writes what happened as entries of an order's timeline. Pure: the same happening is the same entry.</summary>
public static class Timeline
{
    /// <summary>Dom has the order.</summary>
    /// <param name="order">The order.</param>
    /// <param name="at">Since when.</param>
    public static TimelineEntry Received(Order order, DateTimeOffset at) => new()
    {
        Id = "received",
        OrderId = order.OrderId,
        Type = "dom.order.received",
        At = at,
        Lines = [.. order.Lines.Select(line => new LineQuantity(line.LineId, line.Quantity))],
    };

    /// <summary>The order was sourced: one entry, and one for each line that became an exception.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="decision">What was decided.</param>
    public static ImmutableArray<TimelineEntry> Sourced(OrderId orderId, StoredDecision decision)
    {
        var locations = decision.Result.Shipments.Select(shipment => shipment.LocationId).Distinct().ToList();
        var sourced = new TimelineEntry
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"{decision.Attempt}.sourced"),
            OrderId = orderId,
            Type = "dom.order.sourced",
            At = decision.At,
            Lines = [.. decision.Result.Shipments.SelectMany(shipment => shipment.Lines).Select(line => new LineQuantity(line.LineId, line.Quantity))],
            Sentence = locations.Count == 0 ? "No location found." : $"To {string.Join(", ", locations)}.",
        };
        var exceptions = decision.Result.Unassigned.Select(line =>
            Exception(orderId, decision.Attempt, line.LineId, line.Quantity, LineException.Of(line), decision.At));

        return [.. decision.Result.Shipments.IsEmpty ? [] : new[] { sourced }, .. exceptions];
    }

    /// <summary>The lines of an order that became exceptions otherwise than by sourcing.</summary>
    /// <param name="order">How far the order is.</param>
    /// <param name="at">When.</param>
    public static IEnumerable<TimelineEntry> Exceptions(OrderProgress order, DateTimeOffset at) =>
        order.Lines.Where(line => line is { Exception: not null, ToSource: > 0, Refusals: > 0 })
            .Select(line => Exception(order.OrderId, order.Attempt, line.LineId, line.ToSource, line.Exception!, at));

    /// <summary>What happened to a shipment.</summary>
    /// <param name="shipment">The shipment.</param>
    /// <param name="from">The number of the first entry of its history to write.</param>
    public static ImmutableArray<TimelineEntry> Of(Shipment shipment, int from) =>
        [.. shipment.History.Select((entry, number) => (entry, number)).Skip(from).Select(item => Of(shipment, item.entry, item.number))];

    /// <summary>The order has ended.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="state">How.</param>
    /// <param name="at">When.</param>
    public static TimelineEntry Ended(OrderId orderId, OrderState state, DateTimeOffset at) => new()
    {
        Id = "ended",
        OrderId = orderId,
        Type = state == OrderState.Completed ? "dom.order.completed" : "dom.order.cancelled",
        At = at,
    };

    private static TimelineEntry Of(Shipment shipment, ShipmentEntry entry, int number) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"{shipment.ShipmentId.Value[(shipment.OrderId.Value.Length + 1)..]}.{number}"),
        OrderId = shipment.OrderId,
        Type = "dom.shipment." + JsonNamingPolicy.CamelCase.ConvertName(Happening(entry)),
        At = entry.At,
        ShipmentId = shipment.ShipmentId,
        LocationId = shipment.LocationId,
        Lines = entry.Action == ShipmentAction.Offer
            ? [.. shipment.Lines.Select(line => new LineQuantity(line.LineId, line.Offered))]
            : entry.Returned.IsEmpty ? null : entry.Returned,
        By = entry.By,
        Reason = entry.Reason,
        Tracking = entry.Action == ShipmentAction.Ship ? shipment.Tracking : null,
        Sentence = Sentence(shipment, entry),
    };

    private static string? Sentence(Shipment shipment, ShipmentEntry entry) => entry.Action switch
    {
        ShipmentAction.Offer when ShipmentFlow.IsAutoAccepted(shipment) => null,
        ShipmentAction.Offer or ShipmentAction.Warn => string.Create(
            CultureInfo.InvariantCulture,
            $"To be accepted by {shipment.AcceptBy.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC{(shipment.EndsAtClosing ? ", when the location closes" : "")}."),
        ShipmentAction.Recall => "A wave has found that another location saves more than the move costs.",
        ShipmentAction.TakeBack => "The location has said that it has none of it.",
        _ => null,
    };

    /// <summary>A word for what happened: giving part of the work back is a rejection, taking part of it back a withdrawal, whatever state is kept.</summary>
    private static string Happening(ShipmentEntry entry) => entry.Action switch
    {
        ShipmentAction.Reject => nameof(ShipmentState.Rejected),
        ShipmentAction.TakeBack => nameof(ShipmentState.Withdrawn),
        ShipmentAction.Warn => "Warned",
        _ => entry.State.ToString(),
    };

    private static TimelineEntry Exception(OrderId orderId, int attempt, LineId lineId, int quantity, LineException exception, DateTimeOffset at) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"{attempt}.exception.{lineId}.{exception.Type}"),
        OrderId = orderId,
        Type = "dom.line.exception",
        At = at,
        Lines = [new LineQuantity(lineId, quantity)],
        Reason = exception.Type,
        Sentence = exception.Sentence,
    };
}
