using System.Collections.Immutable;
using Dom.Core.Network;

namespace Dom.Core.Fulfillment;

/// <summary>Decides what can be done to a shipment, and what it does. Pure: the time comes with the command.</summary>
public static partial class ShipmentFlow
{
    private static readonly ImmutableArray<ShipmentState> Taken =
        [ShipmentState.Accepted, ShipmentState.Picking, ShipmentState.Picked, ShipmentState.Packed];

    /// <summary>Whether a state is an end.</summary>
    /// <param name="state">The state.</param>
    public static bool IsEnd(ShipmentState state) => state is
        ShipmentState.Shipped or ShipmentState.Collected or ShipmentState.Rejected or
        ShipmentState.Expired or ShipmentState.Withdrawn or ShipmentState.Cancelled;

    /// <summary>Whether the goods of a shipment in this state have reached the carrier or the customer.</summary>
    /// <param name="state">The state.</param>
    public static bool IsFulfilled(ShipmentState state) => state is ShipmentState.Shipped or ShipmentState.Collected;

    /// <summary>What the location can do in a state.</summary>
    /// <param name="state">The state.</param>
    /// <param name="mode">How the goods reach the customer: only pickup is made ready and collected, all else is shipped.</param>
    public static ImmutableArray<ShipmentAction> PossibleActions(ShipmentState state, DeliveryMode mode)
    {
        var handOver = mode == DeliveryMode.Pickup ? ShipmentAction.Ready : ShipmentAction.Ship;
        return state switch
        {
            ShipmentState.Offered => [ShipmentAction.Accept, ShipmentAction.Reject],
            ShipmentState.Accepted => [ShipmentAction.Pick, ShipmentAction.Pack, handOver, ShipmentAction.Reject],
            ShipmentState.Picking => [ShipmentAction.Pick, ShipmentAction.Unpick, ShipmentAction.Reject],
            ShipmentState.Picked => [ShipmentAction.Pick, ShipmentAction.Unpick, ShipmentAction.Pack, handOver, ShipmentAction.Reject],
            ShipmentState.Packed => [ShipmentAction.Unpick, handOver, ShipmentAction.Reject],
            ShipmentState.Ready => [ShipmentAction.Collect],
            _ => [],
        };
    }

    /// <summary>Decides a command.</summary>
    /// <param name="shipment">The shipment as it is.</param>
    /// <param name="command">What is wanted.</param>
    public static ShipmentOutcome Decide(Shipment shipment, ShipmentCommand command)
    {
        ArgumentNullException.ThrowIfNull(shipment);
        ArgumentNullException.ThrowIfNull(command);

        if (command.RequestId is { } request && shipment.History.Any(entry => entry.RequestId == request))
        {
            return new ShipmentOutcome.Unchanged(shipment);
        }

        if (Faults(shipment, command) is { IsEmpty: false } faults)
        {
            return new ShipmentOutcome.Invalid(faults);
        }

        if (HasTakenEffect(shipment.State, command))
        {
            return new ShipmentOutcome.Unchanged(shipment);
        }

        return IsPossible(shipment, command.Action)
            ? Apply(shipment, command)
            : Refuse(shipment, $"A shipment that is {Word(shipment.State)} cannot be {Participle(command.Action)}.");
    }

    /// <summary>What an orchestration that follows the shipment does next.</summary>
    /// <param name="state">How far the shipment is.</param>
    /// <param name="acceptBy">Until when its location must answer.</param>
    public static ShipmentStep Next(ShipmentState state, DateTimeOffset acceptBy) =>
        IsEnd(state) ? new ShipmentStep.Ended()
        : state == ShipmentState.Offered ? new ShipmentStep.AwaitAnswer(acceptBy)
        : new ShipmentStep.AwaitWork();

    private static bool IsPossible(Shipment shipment, ShipmentAction action) => action switch
    {
        ShipmentAction.Expire => shipment.State == ShipmentState.Offered,
        ShipmentAction.Withdraw => !IsEnd(shipment.State),
        _ => PossibleActions(shipment.State, shipment.Mode).Contains(action),
    };

    private static bool HasTakenEffect(ShipmentState state, ShipmentCommand command) => command.Action switch
    {
        ShipmentAction.Accept => Taken.Contains(state) || state is ShipmentState.Ready || IsFulfilled(state),
        // A pick that names a reason corrects what was picked before.
        ShipmentAction.Pick => (command.Reason is null && state is ShipmentState.Picked)
            || state is ShipmentState.Packed or ShipmentState.Ready || IsFulfilled(state),
        ShipmentAction.Unpick => state is ShipmentState.Accepted,
        ShipmentAction.Pack => state is ShipmentState.Packed or ShipmentState.Ready || IsFulfilled(state),
        ShipmentAction.Ship => state is ShipmentState.Shipped,
        ShipmentAction.Ready => state is ShipmentState.Ready or ShipmentState.Collected,
        ShipmentAction.Collect => state is ShipmentState.Collected,
        ShipmentAction.Reject => state is ShipmentState.Rejected,
        ShipmentAction.Expire => state is ShipmentState.Expired,
        ShipmentAction.Withdraw => state is ShipmentState.Withdrawn or ShipmentState.Cancelled,
        _ => false,
    };

    private static ShipmentOutcome.Refused Refuse(Shipment shipment, string sentence) =>
        new(shipment.State, PossibleActions(shipment.State, shipment.Mode), sentence);

    private static string Word(ShipmentState state) => state switch
    {
        ShipmentState.Ready => "ready for the customer",
        _ => state.ToString().ToLowerInvariant(),
    };

    private static string Participle(ShipmentAction action) => action switch
    {
        ShipmentAction.Ship => "shipped",
        ShipmentAction.Ready => "made ready",
        ShipmentAction.Withdraw => "withdrawn",
        ShipmentAction.Expire => "expired",
        _ => action.ToString().ToLowerInvariant() + "ed",
    };
}
