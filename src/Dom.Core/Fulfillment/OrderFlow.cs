namespace Dom.Core.Fulfillment;

/// <summary>Decides what an order does next, and how events change it. Pure: orchestrations only carry it out.</summary>
public static partial class OrderFlow
{
    /// <summary>What to do next.</summary>
    /// <param name="order">How far the order is.</param>
    public static OrderStep Next(OrderProgress order)
    {
        ArgumentNullException.ThrowIfNull(order);

        if (order.Lines.All(line => line.ToSource == 0) && order.Shipments.IsEmpty)
        {
            return new OrderStep.Finish();
        }

        if (order.IsCancelling && order.Shipments.Any(shipment => !shipment.IsWithdrawAsked))
        {
            return new OrderStep.Withdraw([.. order.Shipments.Where(shipment => !shipment.IsWithdrawAsked).Select(shipment => shipment.ShipmentId)]);
        }

        if (order.Move is { } move)
        {
            return new OrderStep.Recall([.. order.Shipments.Where(shipment => move.Shipments.Contains(shipment.ShipmentId))]);
        }

        if (!order.IsOnHold && !IsMoving(order) && order.Lines.Any(CanBeSourced))
        {
            return new OrderStep.Source();
        }

        return order.IsRecorded ? new OrderStep.Wait(NextLook(order)) : new OrderStep.Record();
    }

    /// <summary>The state that an order is in, as its channel sees it.</summary>
    /// <param name="order">How far the order is.</param>
    public static OrderState StateOf(OrderProgress order)
    {
        ArgumentNullException.ThrowIfNull(order);

        if (order.Lines.All(line => line.ToSource == 0) && order.Shipments.IsEmpty)
        {
            return order.Lines.Any(line => line.Fulfilled > 0) ? OrderState.Completed : OrderState.Cancelled;
        }

        if (!order.Shipments.IsEmpty)
        {
            return OrderState.InFulfillment;
        }

        if (order.IsOnHold)
        {
            return OrderState.OnHold;
        }

        return !order.Lines.Any(CanBeSourced) ? OrderState.Waiting
            : order.Attempt == 0 ? OrderState.Received
            : OrderState.Sourcing;
    }

    /// <summary>Whether a line has units that can be sourced now.</summary>
    /// <param name="line">The line.</param>
    public static bool CanBeSourced(LineProgress line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.ToSource > 0 && line.Exception is null;
    }
}
