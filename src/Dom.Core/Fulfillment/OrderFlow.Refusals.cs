using System.Collections.Immutable;

namespace Dom.Core.Fulfillment;

public static partial class OrderFlow
{
    /// <summary>The order without the refusals that have lapsed, and no longer waiting for what others were to give back by now. A line that has lost one of its refusals by that, and waits for a location that may serve it, is sourced again.</summary>
    /// <param name="order">How far the order was.</param>
    /// <param name="at">When.</param>
    public static OrderProgress Lapsed(OrderProgress order, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(order);
        var ready = order.SourcedFrom <= at ? order with { SourcedFrom = null } : order;
        return ready.Lines.Any(line => line.RefusedAt.Any(HasLapsed))
            ? ready with { Lines = [.. ready.Lines.Select(line => line.RefusedAt.Any(HasLapsed) ? Without(line) : line)] }
            : ready;

        bool HasLapsed(LineRefusal refusal) => refusal.Until <= at;

        LineProgress Without(LineProgress line)
        {
            var lapsed = line.RefusedAt.Where(HasLapsed).Select(refusal => refusal.LocationId).ToHashSet();
            return line with
            {
                RefusedBy = [.. line.RefusedBy.Where(location => !lapsed.Contains(location))],
                RefusedAt = [.. line.RefusedAt.Where(refusal => !HasLapsed(refusal))],
                Exception = line.Exception is { Wakes: true } ? null : line.Exception,
            };
        }
    }

    /// <summary>When the next refusal lapses that may keep a line waiting.</summary>
    private static DateTimeOffset? NextLapse(OrderProgress order) => order.IsOnHold
        ? null
        : order.Lines
            .Where(line => line is { ToSource: > 0, Exception.Wakes: true })
            .SelectMany(line => line.RefusedAt)
            .Min(refusal => refusal.Until);

    // What waits for an operator goes on waiting, whatever comes back to it.
    private static LineProgress SourcedAgain(LineProgress line, int quantity) => line with
    {
        ToSource = line.ToSource + quantity,
        Exception = line.Exception is { Wakes: false } ? line.Exception : null,
    };

    private static LineProgress Refused(LineProgress line, ShipmentReturn returned, OpenShipment shipment)
    {
        var refusals = line.Refusals + (returned.IsCounted ? 1 : 0);
        var refused = returned.CoolsOff ? PassingOver(line, returned, shipment) : line;
        return refused with
        {
            Refusals = refusals,
            Exception = returned.IsCounted && refusals >= shipment.MaxRejects ? LineException.MaximumRejects(refusals) : refused.Exception,
        };
    }

    private static LineProgress PassingOver(LineProgress line, ShipmentReturn returned, OpenShipment shipment)
    {
        var others = line.RefusedAt.Where(refusal => refusal.LocationId != shipment.LocationId).ToImmutableArray();
        return line with
        {
            RefusedBy = line.RefusedBy.Contains(shipment.LocationId) ? line.RefusedBy : line.RefusedBy.Add(shipment.LocationId),
            RefusedAt = returned.At is { } at ? others.Add(new LineRefusal(shipment.LocationId, at, returned.AskAgainAt)) : others,
        };
    }
}
