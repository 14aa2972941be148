using System.Collections.Immutable;

namespace Dom.Core.Fulfillment;

public static partial class ShipmentFlow
{
    /// <summary>The reason where a location gives none.</summary>
    private const string NoReason = "other";

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
        _ => throw new ArgumentOutOfRangeException(nameof(command), command.Action, "No location and no timer does this to a shipment."),
    };

    private static ShipmentOutcome.Changed Accept(Shipment shipment, ShipmentCommand command)
    {
        var accepted = ByLine(command.Lines);
        ShipmentLine Answer(ShipmentLine line) => accepted is null ? line : line with { Open = accepted.GetValueOrDefault(line.LineId) };

        return Reach(shipment, command, ShipmentState.Accepted, Answer, command.Reason ?? NoReason);
    }

    private static ShipmentOutcome Reject(Shipment shipment, ShipmentCommand command)
    {
        var rejected = ByLine(command.Lines);
        if (shipment.Lines.FirstOrDefault(line => rejected?.GetValueOrDefault(line.LineId) > line.Open) is { } tooFew)
        {
            return Refuse(shipment, $"Only {tooFew.Open} of line {tooFew.LineId} can still be rejected.");
        }

        ShipmentLine GiveBack(ShipmentLine line)
        {
            var open = rejected is null ? 0 : line.Open - rejected.GetValueOrDefault(line.LineId);
            return line with { Open = open, Picked = Math.Min(line.Picked, open) };
        }

        return Reach(shipment, command, shipment.State, GiveBack, command.Reason ?? NoReason);
    }

    private static ShipmentOutcome Pick(Shipment shipment, ShipmentCommand command)
    {
        var picked = ByLine(command.Lines);
        if (shipment.Lines.FirstOrDefault(line => picked?.GetValueOrDefault(line.LineId) > line.Open) is { } tooMany)
        {
            return Refuse(shipment, $"Only {tooMany.Open} of line {tooMany.LineId} are to be picked.");
        }

        ShipmentLine Count(ShipmentLine line)
        {
            if (picked is null)
            {
                return AllPicked(line);
            }

            if (!picked.TryGetValue(line.LineId, out var found))
            {
                return line;
            }

            // With a reason, what was not found is short and goes back; without one, picking goes on.
            return line with { Picked = found, Open = command.Reason is null ? line.Open : found };
        }

        var lines = shipment.Lines.Select(Count).ToImmutableArray();
        var isDone = lines.All(line => line.Picked == line.Open);

        return Reach(shipment, command, isDone ? ShipmentState.Picked : ShipmentState.Picking, Count, command.Reason);
    }

    private static ShipmentLine AllPicked(ShipmentLine line) => line with { Picked = line.Open };

    private static Dictionary<Orders.LineId, int>? ByLine(ImmutableArray<LineQuantity>? lines) =>
        lines?.ToDictionary(line => line.LineId, line => line.Quantity);

    /// <summary>The shipment in a new state; a location that has nothing left of it has rejected it.</summary>
    private static ShipmentOutcome.Changed Reach(
        Shipment shipment, ShipmentCommand command, ShipmentState state, Func<ShipmentLine, ShipmentLine> change, string? reason = null)
    {
        var lines = shipment.Lines.Select(change).ToImmutableArray();
        var returned = shipment.Lines
            .Zip(lines, (before, after) => new LineQuantity(before.LineId, before.Open - after.Open))
            .Where(line => line.Quantity > 0)
            .ToImmutableArray();
        var reached = !IsEnd(state) && lines.All(line => line.Open == 0) ? ShipmentState.Rejected : state;

        return new ShipmentOutcome.Changed(shipment with
        {
            State = reached,
            Lines = lines,
            Tracking = command.Tracking ?? shipment.Tracking,
            History = shipment.History.Add(new ShipmentEntry
            {
                Action = command.Action,
                State = reached,
                At = command.At,
                RequestId = command.RequestId,
                By = command.By,
                Reason = returned.IsEmpty ? null : reason,
                Returned = returned,
            }),
        });
    }
}
