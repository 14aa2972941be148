using System.Collections.Immutable;
using Dom.Core.Orders;

namespace Dom.Core.Fulfillment;

public static partial class ShipmentFlow
{
    /// <summary>The reason where a location gives none.</summary>
    internal const string NoReason = "other";

    private static ShipmentOutcome Apply(Shipment shipment, ShipmentCommand command) => command.Action switch
    {
        ShipmentAction.Accept => Accept(shipment, command),
        ShipmentAction.Reject => Reject(shipment, command),
        ShipmentAction.Pick => Pick(shipment, command),
        ShipmentAction.Unpick => Reach(shipment, command, ShipmentState.Accepted, line => line with { Picked = 0 }),
        ShipmentAction.Pack => Reach(shipment, command, ShipmentState.Packed, AllPicked),
        ShipmentAction.Ship => Reach(shipment, command, ShipmentState.Shipped, AllPicked),
        ShipmentAction.Ready => Reach(shipment, command, ShipmentState.Ready, AllPicked),
        ShipmentAction.Collect => Reach(shipment, command, ShipmentState.Collected, AllPicked),
        ShipmentAction.Expire => Reach(shipment, command, ShipmentState.Expired, line => line with { Open = 0 }, ShipmentEntry.ExpiredReason),
        ShipmentAction.Withdraw => Reach(
            shipment,
            command,
            shipment.State == ShipmentState.Offered ? ShipmentState.Withdrawn : ShipmentState.Cancelled,
            line => line with { Open = 0, Picked = 0 },
            ShipmentEntry.WithdrawnReason),
        ShipmentAction.Warn => Changed(shipment, command, shipment.State, shipment.Lines),
        ShipmentAction.TakeBack => TakeBack(shipment, command),
        ShipmentAction.Recall => Reach(shipment, command, ShipmentState.Withdrawn, line => line with { Open = 0 }, ShipmentEntry.RecalledReason),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command.Action, "No location and no timer does this to a shipment."),
    };

    private static ShipmentOutcome Accept(Shipment shipment, ShipmentCommand command)
    {
        var accepted = ByLine(command.Lines);
        ShipmentLine Answer(ShipmentLine line) => accepted is null ? line : line with { Open = accepted.GetValueOrDefault(line.LineId) };

        return MoreThanOpen(shipment, accepted) is { } line
            ? Refuse(shipment, $"Only {line.Open} of line {line.LineId} can still be accepted.")
            : Reach(shipment, command, ShipmentState.Accepted, Answer, command.Reason ?? NoReason);
    }

    private static ShipmentOutcome Reject(Shipment shipment, ShipmentCommand command)
    {
        var rejected = ByLine(command.Lines);
        if (MoreThanOpen(shipment, rejected) is { } line)
        {
            return Refuse(shipment, $"Only {line.Open} of line {line.LineId} can still be rejected.");
        }

        ShipmentLine GiveBack(ShipmentLine line)
        {
            var open = rejected is null ? 0 : line.Open - rejected.GetValueOrDefault(line.LineId);
            return line with { Open = open, Picked = Math.Min(line.Picked, open) };
        }

        // Where only what was not picked yet goes back, picking is done.
        var state = shipment.State == ShipmentState.Picking && shipment.Lines.Select(GiveBack).All(IsPicked) ? ShipmentState.Picked : shipment.State;
        return Reach(shipment, command, state, GiveBack, command.Reason ?? NoReason);
    }

    private static ShipmentOutcome Pick(Shipment shipment, ShipmentCommand command)
    {
        if (MoreThanOpen(shipment, ByLine(command.Lines)) is { } line)
        {
            return Refuse(shipment, $"Only {line.Open} of line {line.LineId} are to be picked.");
        }

        var count = Count(command);
        var state = shipment.Lines.Select(count).All(IsPicked) ? ShipmentState.Picked : ShipmentState.Picking;
        return Reach(shipment, command, state, count, command.Reason);
    }

    private static ShipmentOutcome TakeBack(Shipment shipment, ShipmentCommand command)
    {
        ShipmentLine Leave(ShipmentLine line) => command.Skus.Contains(line.Sku) ? line with { Open = 0 } : line;
        var state = shipment.Lines.Select(Leave).All(line => line.Open == 0) ? ShipmentState.Withdrawn : shipment.State;
        return Reach(shipment, command, state, Leave, ShipmentEntry.CollateralReason);
    }

    /// <summary>What a pick makes of a line. With a reason, what was not found is short and goes back; without one, picking goes on.</summary>
    private static Func<ShipmentLine, ShipmentLine> Count(ShipmentCommand command)
    {
        var picked = ByLine(command.Lines);
        return line =>
            picked is null ? AllPicked(line)
            : !picked.TryGetValue(line.LineId, out var found) ? line
            : line with { Picked = found, Open = command.Reason is null ? line.Open : found };
    }

    private static ShipmentLine? MoreThanOpen(Shipment shipment, Dictionary<LineId, int>? quantities) =>
        shipment.Lines.FirstOrDefault(line => quantities?.GetValueOrDefault(line.LineId) > line.Open);

    private static bool IsPicked(ShipmentLine line) => line.Picked == line.Open;

    private static ShipmentLine AllPicked(ShipmentLine line) => line with { Picked = line.Open };

    private static Dictionary<LineId, int>? ByLine(ImmutableArray<LineQuantity>? lines) =>
        lines?.ToDictionary(line => line.LineId, line => line.Quantity);

    /// <summary>The shipment in a new state; a location that has nothing left of it has rejected it.</summary>
    private static ShipmentOutcome Reach(
        Shipment shipment, ShipmentCommand command, ShipmentState state, Func<ShipmentLine, ShipmentLine> change, string? reason = null)
    {
        var lines = shipment.Lines.Select(change).ToImmutableArray();
        var reached = !IsEnd(state) && lines.All(line => line.Open == 0) ? ShipmentState.Rejected : state;
        return reached == shipment.State && lines.SequenceEqual(shipment.Lines)
            ? new ShipmentOutcome.Unchanged(shipment)
            : Changed(shipment, command, reached, lines, reason);
    }

    private static ShipmentOutcome.Changed Changed(
        Shipment shipment, ShipmentCommand command, ShipmentState state, ImmutableArray<ShipmentLine> lines, string? reason = null)
    {
        var returned = shipment.Lines
            .Zip(lines, (before, after) => new LineQuantity(before.LineId, before.Open - after.Open))
            .Where(line => line.Quantity > 0)
            .ToImmutableArray();
        return new ShipmentOutcome.Changed(shipment with
        {
            State = state,
            Lines = lines,
            Tracking = command.Tracking ?? shipment.Tracking,
            History = shipment.History.Add(new ShipmentEntry
            {
                Action = command.Action,
                State = state,
                At = command.At,
                RequestId = command.RequestId,
                By = command.By,
                Reason = returned.IsEmpty ? null : reason,
                Returned = returned,
            }),
        });
    }
}
