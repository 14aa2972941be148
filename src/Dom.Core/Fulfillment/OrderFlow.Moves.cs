using System.Collections.Immutable;

namespace Dom.Core.Fulfillment;

public static partial class OrderFlow
{
    /// <summary>The order after its offers were recalled for a wave, or were not because a location had answered one.</summary>
    /// <param name="order">How far the order was.</param>
    /// <param name="recalled">The offers that are recalled; none where the order stays as it is.</param>
    public static OrderProgress Recalled(OrderProgress order, ImmutableArray<ShipmentId> recalled)
    {
        ArgumentNullException.ThrowIfNull(order);
        var planned = (order.Move?.Lines ?? []).ToLookup(line => line.LineId, line => line.LocationId);
        return recalled.IsEmpty ? order with { Move = null } : order with
        {
            Move = null,
            SourcedFrom = order.Move?.SourcedFrom,
            IsRecorded = false,
            Lines = [.. order.Lines.Select(line => planned.Contains(line.LineId) ? line with { PlannedAt = [.. planned[line.LineId]] } : line)],
            Shipments = [.. order.Shipments.Select(shipment => recalled.Contains(shipment.ShipmentId) ? shipment with { IsRecalled = true } : shipment)],
        };
    }

    /// <summary>The order with a wave's wish, if it is still the order that the wave planned for; what has changed since stays as it is.</summary>
    private static OrderProgress Moved(OrderProgress order, OrderMove move) =>
        order is { IsCancelling: false, IsOnHold: false, Move: null }
        && order.Attempt == move.Attempt
        && !move.Shipments.IsEmpty
        && move.Shipments.All(id => order.Shipments.Any(shipment => shipment.ShipmentId == id && !shipment.IsRecalled))
            ? order with { Move = move }
            : order;

    // What a wave planned is stale when the order is released.
    private static OrderProgress Held(OrderProgress order) => order with
    {
        IsOnHold = true,
        IsRecorded = false,
        Move = null,
        SourcedFrom = null,
        Lines = [.. order.Lines.Select(line => line with { PlannedAt = [] })],
    };

    /// <summary>Whether something is on its way back that is to be sourced together, or that others are to give back first.</summary>
    private static bool IsMoving(OrderProgress order) => order.SourcedFrom is not null || order.Shipments.Any(shipment => shipment.IsRecalled);

    /// <summary>When to look again although nothing happens: a refusal lapses, or others have had their time.</summary>
    private static DateTimeOffset? NextLook(OrderProgress order)
    {
        var lapse = NextLapse(order);
        return order is { IsOnHold: false, SourcedFrom: { } from } && !(lapse < from) ? from : lapse;
    }
}
