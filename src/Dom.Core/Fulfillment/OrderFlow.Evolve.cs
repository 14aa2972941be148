using System.Collections.Immutable;
using Dom.Core.Profiles;

namespace Dom.Core.Fulfillment;

public static partial class OrderFlow
{
    // Each is at most a few hundred bytes of the order's row; a caller repeats its last requests, not its first.
    private const int MostRequests = 20;

    /// <summary>The order after it was sourced. A result that is already counted changes nothing.</summary>
    /// <param name="order">How far the order was.</param>
    /// <param name="result">What came of sourcing.</param>
    public static OrderProgress Sourced(OrderProgress order, SourcingResult result)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(result);

        if (result.Attempt <= order.Attempt)
        {
            return order;
        }

        var assigned = result.Shipments
            .SelectMany(shipment => shipment.Lines)
            .GroupBy(line => line.LineId)
            .ToDictionary(line => line.Key, line => line.Sum(assignment => assignment.Quantity));
        var unassigned = result.Unassigned.ToDictionary(line => line.LineId);

        return order with
        {
            Attempt = result.Attempt,
            IsRecorded = true,
            DecidedBy = DecidedBy(order, result),
            SourcedFrom = null,
            Lines =
            [
                .. order.Lines.Select(line => line with
                {
                    ToSource = line.ToSource - assigned.GetValueOrDefault(line.LineId),
                    InFulfillment = line.InFulfillment + assigned.GetValueOrDefault(line.LineId),
                    PlannedAt = [],
                    Exception = unassigned.TryGetValue(line.LineId, out var why) ? LineException.Of(why) : line.Exception,
                }),
            ],
            Shipments = order.Shipments.AddRange(result.Shipments.Select(shipment => new OpenShipment
            {
                ShipmentId = shipment.ShipmentId,
                LocationId = shipment.LocationId,
                MaxRejects = shipment.Acceptance.MaxRejects,
            })),
        };
    }

    private static ImmutableArray<ProfileVersion> DecidedBy(OrderProgress order, SourcingResult result) =>
    [
        .. order.DecidedBy
            .Concat(result.Shipments.Select(shipment => new ProfileVersion(shipment.ProfileId, shipment.ProfileVersion)))
            .GroupBy(version => version.ProfileId, (_, versions) => versions.MaxBy(version => version.Version)),
    ];

    /// <summary>The order after a shipment gave something back. A return that is already counted changes nothing.</summary>
    /// <param name="order">How far the order was.</param>
    /// <param name="returned">What goes back.</param>
    public static OrderProgress Returned(OrderProgress order, ShipmentReturn returned)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(returned);

        var shipment = order.Shipments.FirstOrDefault(open => open.ShipmentId == returned.ShipmentId);
        if (shipment is null || shipment.CountedReturns.Contains(returned.Entry))
        {
            return order;
        }

        var quantities = returned.Lines.ToDictionary(line => line.LineId, line => line.Quantity);
        return order with
        {
            IsRecorded = false,
            Lines = [.. order.Lines.Select(line => quantities.TryGetValue(line.LineId, out var quantity) ? Take(line, quantity) : line)],
            Shipments = order.Shipments.Replace(shipment, shipment with { CountedReturns = shipment.CountedReturns.Add(returned.Entry) }),
        };

        LineProgress Take(LineProgress line, int quantity)
        {
            var back = line with { InFulfillment = line.InFulfillment - quantity };
            return order.IsCancelling ? back with { Cancelled = back.Cancelled + quantity }
                : returned.IsRefusal ? Refused(SourcedAgain(back, quantity), returned, shipment)
                : SourcedAgain(back, quantity);
        }
    }

    /// <summary>The order after a shipment ended. An end that is already counted changes nothing.</summary>
    /// <param name="order">How far the order was.</param>
    /// <param name="result">How the shipment ended.</param>
    public static OrderProgress Ended(OrderProgress order, ShipmentResult result)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(result);

        var counted = result.Returns.Aggregate(order, Returned);
        if (counted.Shipments.FirstOrDefault(open => open.ShipmentId == result.ShipmentId) is not { } shipment)
        {
            return order;
        }

        var fulfilled = result.Fulfilled.ToDictionary(line => line.LineId, line => line.Quantity);
        return counted with
        {
            IsRecorded = false,
            Lines =
            [
                .. counted.Lines.Select(line => fulfilled.TryGetValue(line.LineId, out var quantity)
                    ? line with { InFulfillment = line.InFulfillment - quantity, Fulfilled = line.Fulfilled + quantity }
                    : line),
            ],
            Shipments = counted.Shipments.Remove(shipment),
            EndedShipments = counted.EndedShipments.Add(shipment),
        };
    }

    /// <summary>The order after somebody told it something. A request that it was told before changes nothing.</summary>
    /// <param name="order">How far the order was.</param>
    /// <param name="signal">What it was told.</param>
    public static OrderProgress Told(OrderProgress order, OrderSignal signal)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(signal);

        if (signal.RequestId is not { } id)
        {
            return After(order, signal);
        }

        var request = new OrderRequest(id, signal.Kind);
        return order.Requests.Contains(request)
            ? order
            : After(order, signal) with { IsRecorded = false, Requests = [.. order.Requests.TakeLast(MostRequests - 1), request] };
    }

    private static OrderProgress After(OrderProgress order, OrderSignal signal) => signal.Kind switch
    {
        OrderSignalKind.Cancel => Cancelled(order),
        OrderSignalKind.Hold => order.IsOnHold ? order : Held(order),
        OrderSignalKind.Release => order.IsOnHold ? order with { IsOnHold = false, IsRecorded = false } : order,
        OrderSignalKind.Retry => Woken(order, line => true, forgive: true),
        OrderSignalKind.Wake => Woken(order, exception => exception.Wakes, forgive: false),
        OrderSignalKind.ShipmentReturned => signal.Return is { } returned ? Returned(order, returned) : order,
        OrderSignalKind.Move => signal.Move is { } move ? Moved(order, move) : order,
        _ => throw new ArgumentOutOfRangeException(nameof(signal), signal.Kind, "No order is told this."),
    };

    /// <summary>The order after its shipments were told that it is called off.</summary>
    /// <param name="order">How far the order was.</param>
    public static OrderProgress WithdrawAsked(OrderProgress order)
    {
        ArgumentNullException.ThrowIfNull(order);
        return order with
        {
            IsRecorded = false,
            Shipments = [.. order.Shipments.Select(shipment => shipment with { IsWithdrawAsked = true })],
        };
    }

    private static OrderProgress Cancelled(OrderProgress order) => order.IsCancelling ? order : order with
    {
        IsCancelling = true,
        IsRecorded = false,
        Move = null,
        SourcedFrom = null,
        Lines = [.. order.Lines.Select(line => line with { ToSource = 0, Cancelled = line.Cancelled + line.ToSource, Exception = null })],
    };

    private static OrderProgress Woken(OrderProgress order, Func<LineException, bool> wakes, bool forgive)
    {
        var lines = order.Lines.Select(line => line.Exception is { } exception && wakes(exception) ? Wake(line) : line).ToImmutableArray();
        return lines.SequenceEqual(order.Lines) ? order : order with { Lines = lines, IsRecorded = false };

        LineProgress Wake(LineProgress line) => forgive
            ? line with { Exception = null, Refusals = 0, RefusedBy = [], RefusedAt = [] }
            : line with { Exception = null };
    }
}
