using System.Collections.Immutable;
using Dom.Core.Inventory;
using Dom.Core.Profiles.Delivery;

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

    /// <summary>What the location can do with a shipment: what the customer collects there is made ready and collected, all else is shipped.</summary>
    /// <param name="shipment">The shipment as it is.</param>
    public static ImmutableArray<ShipmentAction> PossibleActions(Shipment shipment)
    {
        ArgumentNullException.ThrowIfNull(shipment);
        var kind = shipment.Kind ?? ModeDelivery.Default(shipment.Mode).Kind;
        var handOver = kind == DeliveryKind.Pickup ? ShipmentAction.Ready : ShipmentAction.Ship;
        return shipment.State switch
        {
            ShipmentState.Offered => [ShipmentAction.Accept, ShipmentAction.Reject],
            ShipmentState.Accepted => [ShipmentAction.Pick, ShipmentAction.Pack, handOver, ShipmentAction.Reject],
            ShipmentState.Picking => [ShipmentAction.Pick, ShipmentAction.Unpick, ShipmentAction.Reject],
            ShipmentState.Picked => [ShipmentAction.Pick, ShipmentAction.Unpick, ShipmentAction.Pack, handOver, ShipmentAction.Reject],
            ShipmentState.Packed => [ShipmentAction.Unpick, handOver, ShipmentAction.Reject],
            ShipmentState.Ready => [ShipmentAction.Collect, ShipmentAction.Reject],
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

        if (command.RequestId is { } request && shipment.History.FirstOrDefault(entry => entry.RequestId == request) is { } earlier)
        {
            return earlier.Action == command.Action
                ? new ShipmentOutcome.Unchanged(shipment)
                : new ShipmentOutcome.Invalid([new Fault("requestId", Shown(request), $"a mark of its own for each request: {earlier.Action} had this one")]);
        }

        if (Faults(shipment, command) is { IsEmpty: false } faults)
        {
            return new ShipmentOutcome.Invalid(faults);
        }

        if (HasTakenEffect(shipment, command))
        {
            return new ShipmentOutcome.Unchanged(shipment);
        }

        return IsPossible(shipment, command.Action)
            ? Apply(shipment, command)
            : Refuse(shipment, $"A {shipment.Mode} shipment that is {Word(shipment.State)} cannot be {Participle(command.Action)}.");
    }

    /// <summary>What an orchestration that follows the shipment does next.</summary>
    /// <param name="state">How far the shipment is.</param>
    /// <param name="acceptBy">Until when its location must answer.</param>
    /// <param name="warnAt">When the location is to be warned; none where it is not, or was.</param>
    public static ShipmentStep Next(ShipmentState state, DateTimeOffset acceptBy, DateTimeOffset? warnAt = null) =>
        IsEnd(state) ? new ShipmentStep.Ended()
        : state == ShipmentState.Offered ? new ShipmentStep.AwaitAnswer(warnAt < acceptBy ? warnAt.Value : acceptBy)
        : new ShipmentStep.AwaitWork();

    /// <summary>Whether the shipment was accepted by itself when it was made.</summary>
    /// <param name="shipment">The shipment.</param>
    public static bool IsAutoAccepted(Shipment shipment)
    {
        ArgumentNullException.ThrowIfNull(shipment);

        // A location may call itself so, but its answer comes later than the offer and is marked as its own.
        return shipment.History.Skip(1).FirstOrDefault() is { Action: ShipmentAction.Accept, By: ShipmentEntry.ByItself, RequestId: null, Returned.IsEmpty: true } second
            && second.At == shipment.OfferedAt;
    }

    /// <summary>Whether the location was warned that its time to answer runs out.</summary>
    /// <param name="shipment">The shipment.</param>
    public static bool IsWarned(Shipment shipment)
    {
        ArgumentNullException.ThrowIfNull(shipment);
        return shipment.History.Any(entry => entry.Action == ShipmentAction.Warn);
    }

    /// <summary>What an entry says about the stock of what goes back with it.</summary>
    /// <remarks>What is taken back is not there either. It is no more than that: the location may have been counted anew in the meantime.</remarks>
    /// <param name="shipment">The shipment.</param>
    /// <param name="entry">An entry of its history.</param>
    public static StockEffect EffectOf(Shipment shipment, ShipmentEntry entry)
    {
        ArgumentNullException.ThrowIfNull(shipment);
        ArgumentNullException.ThrowIfNull(entry);
        return entry.Reason switch
        {
            null => StockEffect.None,
            ShipmentEntry.CollateralReason => StockEffect.Quantity,
            ShipmentEntry.RecalledReason => StockEffect.None,
            var reason => shipment.Reasons.GetValueOrDefault(reason, StockEffect.None),
        };
    }

    private static bool IsPossible(Shipment shipment, ShipmentAction action) => action switch
    {
        ShipmentAction.Expire or ShipmentAction.Warn or ShipmentAction.TakeBack or ShipmentAction.Recall => shipment.State == ShipmentState.Offered,
        ShipmentAction.Withdraw => !IsEnd(shipment.State),
        _ => PossibleActions(shipment).Contains(action),
    };

    private static bool HasTakenEffect(Shipment shipment, ShipmentCommand command) => command.Action switch
    {
        ShipmentAction.Accept => (Taken.Contains(shipment.State) || IsReadyOrGone(shipment.State)) && TookTheSame(shipment, command),
        ShipmentAction.Pick => (shipment.State is ShipmentState.Picked or ShipmentState.Packed || IsReadyOrGone(shipment.State))
            && shipment.Lines.Select(Count(command)).SequenceEqual(shipment.Lines),
        ShipmentAction.Unpick => shipment.State is ShipmentState.Accepted,
        ShipmentAction.Pack => shipment.State is ShipmentState.Packed || IsReadyOrGone(shipment.State),
        ShipmentAction.Ship => shipment.State is ShipmentState.Shipped,
        ShipmentAction.Ready => shipment.State is ShipmentState.Ready or ShipmentState.Collected,
        ShipmentAction.Collect => shipment.State is ShipmentState.Collected,
        ShipmentAction.Reject => shipment.State is ShipmentState.Rejected,
        ShipmentAction.Expire => shipment.State is ShipmentState.Expired,
        ShipmentAction.Withdraw => shipment.State is ShipmentState.Withdrawn or ShipmentState.Cancelled,
        ShipmentAction.Recall => shipment.State is ShipmentState.Withdrawn,
        ShipmentAction.Warn => IsWarned(shipment),
        ShipmentAction.TakeBack => shipment.Lines.All(line => line.Open == 0 || !command.Skus.Contains(line.Sku)),
        _ => false,
    };

    private static bool IsReadyOrGone(ShipmentState state) => state is ShipmentState.Ready || IsFulfilled(state);

    /// <summary>Whether an accept asks for what an earlier accept took, whatever came back since.</summary>
    private static bool TookTheSame(Shipment shipment, ShipmentCommand command)
    {
        if (ByLine(command.Lines) is not { } wanted)
        {
            return true;
        }

        var answer = shipment.History.Select(entry => entry.Action).ToList().IndexOf(ShipmentAction.Accept);
        var back = shipment.History.Take(answer + 1)
            .SelectMany(entry => entry.Returned)
            .ToLookup(returned => returned.LineId, returned => returned.Quantity);
        return shipment.Lines.All(line => wanted.GetValueOrDefault(line.LineId) == line.Offered - back[line.LineId].Sum());
    }

    private static ShipmentOutcome.Refused Refuse(Shipment shipment, string sentence) =>
        new(shipment.State, PossibleActions(shipment), sentence);

    private static string Word(ShipmentState state) => state switch
    {
        ShipmentState.Ready => "ready for the customer",
        ShipmentState.Picking => "being picked",
        _ => state.ToString().ToLowerInvariant(),
    };

    private static string Participle(ShipmentAction action) => action switch
    {
        ShipmentAction.Ship => "shipped",
        ShipmentAction.Ready => "made ready",
        ShipmentAction.Withdraw => "withdrawn",
        ShipmentAction.Expire => "expired",
        ShipmentAction.TakeBack => "taken back",
        _ => action.ToString().ToLowerInvariant() + "ed",
    };
}
