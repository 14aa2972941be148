using Dom.Core.Fulfillment;
using Dom.Core.Network;

namespace Dom.Tests;

/// <summary>Says what is different about a shipment.</summary>
internal static class ShipmentExtensions
{
    /// <summary>The shipment by another delivery mode.</summary>
    public static Shipment By(this Shipment shipment, DeliveryMode mode) => shipment with { Mode = mode };

    /// <summary>The shipment after a command.</summary>
    /// <exception cref="InvalidOperationException">The command changes nothing.</exception>
    public static Shipment After(this Shipment shipment, ShipmentCommand command) =>
        ShipmentFlow.Decide(shipment, command) is ShipmentOutcome.Changed changed
            ? changed.Shipment
            : throw new InvalidOperationException($"{command.Action} does not change a {shipment.Mode} shipment that is {shipment.State}.");

    /// <summary>The shipment after a command without a reason.</summary>
    public static Shipment After(this Shipment shipment, ShipmentAction action, params (string LineId, int Quantity)[] lines) =>
        shipment.After(A.Command(action, lines));

    /// <summary>The shipment in a state, reached from its offer by the shortest way. For <see cref="ShipmentState.Picking"/> nothing is picked yet.</summary>
    public static Shipment In(this Shipment shipment, ShipmentState state) => state switch
    {
        ShipmentState.Offered => shipment,
        ShipmentState.Accepted => shipment.After(ShipmentAction.Accept),
        ShipmentState.Picking => shipment.In(ShipmentState.Accepted).After(ShipmentAction.Pick, (shipment.Lines[0].LineId.Value, 0)),
        ShipmentState.Picked => shipment.In(ShipmentState.Accepted).After(ShipmentAction.Pick),
        ShipmentState.Packed => shipment.In(ShipmentState.Picked).After(ShipmentAction.Pack),
        ShipmentState.Shipped => shipment.In(ShipmentState.Packed).After(ShipmentAction.Ship),
        ShipmentState.Ready => shipment.In(ShipmentState.Packed).After(ShipmentAction.Ready),
        ShipmentState.Collected => shipment.In(ShipmentState.Ready).After(ShipmentAction.Collect),
        ShipmentState.Rejected => shipment.After(ShipmentAction.Reject),
        ShipmentState.Expired => shipment.After(ShipmentAction.Expire),
        ShipmentState.Withdrawn => shipment.After(ShipmentAction.Withdraw),
        ShipmentState.Cancelled => shipment.In(ShipmentState.Accepted).After(ShipmentAction.Withdraw),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No shipment is in this state."),
    };
}
