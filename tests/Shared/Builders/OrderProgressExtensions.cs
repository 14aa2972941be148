using System.Collections.Immutable;
using Dom.Core.Fulfillment;
using Dom.Core.Network;
using Dom.Core.Orders;
using Dom.Core.Sourcing;

namespace Dom.Tests;

/// <summary>Tells an order's story event by event.</summary>
internal static class OrderProgressExtensions
{
    /// <summary>Nothing is done yet.</summary>
    public static OrderProgress Start(this Order order) => OrderProgress.Start(order);

    /// <summary>What sourcing would answer next: one shipment to a location.</summary>
    public static SourcingResult Plan(this OrderProgress order, string location, params (string LineId, int Quantity)[] lines) => new()
    {
        Attempt = order.Attempt + 1,
        Shipments =
        [
            A.ShipmentPlan(lines) with { ShipmentId = ShipmentId.Of(order.OrderId, order.Attempt + 1, 1), OrderId = order.OrderId, LocationId = new LocationId(location) },
        ],
        Unassigned = [],
    };

    /// <summary>The same with a different number of refusals allowed.</summary>
    public static SourcingResult Allowing(this SourcingResult result, int maxRejects) => result with
    {
        Shipments = [.. result.Shipments.Select(plan => plan with { Acceptance = plan.Acceptance with { MaxRejects = maxRejects } })],
    };

    /// <summary>The same with a line that no location fulfils.</summary>
    public static SourcingResult Leaving(this SourcingResult result, string lineId, int quantity, UnassignedReason reason = UnassignedReason.NoStock) =>
        result with { Unassigned = result.Unassigned.Add(new UnassignedLine(new LineId(lineId), quantity, reason, $"No location fulfils line {lineId}.")) };

    /// <summary>What sourcing would answer next where no location fulfils anything.</summary>
    public static SourcingResult PlanNothing(this OrderProgress order) =>
        new() { Attempt = order.Attempt + 1, Shipments = [], Unassigned = [] };

    /// <summary>The order after a shipment to a location was planned, with the default acceptance policy.</summary>
    public static OrderProgress SourcedTo(this OrderProgress order, string location, params (string LineId, int Quantity)[] lines) =>
        OrderFlow.Sourced(order, order.Plan(location, lines));

    /// <summary>The order after it was told something.</summary>
    public static OrderProgress Told(this OrderProgress order, OrderSignalKind kind) => OrderFlow.Told(order, new OrderSignal { Kind = kind });

    /// <summary>A return of its newest open shipment.</summary>
    public static ShipmentReturn Return(this OrderProgress order, int entry, string reason, params (string LineId, int Quantity)[] lines) => new()
    {
        ShipmentId = order.Shipments[^1].ShipmentId,
        Entry = entry,
        Reason = reason,
        Lines = A.Quantities(lines),
    };

    /// <summary>The end of its newest open shipment.</summary>
    public static ShipmentResult End(this OrderProgress order, ShipmentState state, params ImmutableArray<ShipmentReturn> returns) => new()
    {
        ShipmentId = order.Shipments[^1].ShipmentId,
        State = state,
        Returns = returns,
        Fulfilled = [],
    };

    /// <summary>The same with units that reached the customer or the carrier.</summary>
    public static ShipmentResult Fulfilling(this ShipmentResult result, params (string LineId, int Quantity)[] lines) =>
        result with { Fulfilled = A.Quantities(lines) };

    /// <summary>A line by its id.</summary>
    public static LineProgress Line(this OrderProgress order, string lineId) => order.Lines.Single(line => line.LineId.Value == lineId);

    /// <summary>A line's units: to source, in fulfillment, fulfilled, cancelled.</summary>
    public static (int ToSource, int InFulfillment, int Fulfilled, int Cancelled) Units(this OrderProgress order, string lineId)
    {
        var line = order.Line(lineId);
        return (line.ToSource, line.InFulfillment, line.Fulfilled, line.Cancelled);
    }
}
