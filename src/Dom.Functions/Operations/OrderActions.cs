using System.Diagnostics;
using Dom.Core.Fulfillment;
using Dom.Core.Orders;
using Dom.Functions.Intake;
using Dom.Functions.Storage;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;

namespace Dom.Functions.Operations;

/// <summary>Tells orders what their channels and operators want, and waits until it has taken effect.</summary>
public sealed class OrderActions(OrderStore orders, OrderIntake intake, IOptions<DomOptions> options)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(500);

    /// <summary>Tells an order something.</summary>
    /// <param name="client">Reaches its orchestration.</param>
    /// <param name="orderId">The order.</param>
    /// <param name="kind">What: cancel, hold or release.</param>
    /// <param name="requestId">The caller's mark of the request; a repeat does nothing more.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>What came of it; null where there is no such order.</returns>
    public async Task<OrderActionOutcome?> TellAsync(
        DurableTaskClient client, OrderId orderId, OrderSignalKind kind, string? requestId, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        if (await orders.FindAsync(orderId, cancellationToken) is { } known && (IsEnded(known) || IsRepeat(known, kind, requestId)))
        {
            return new OrderActionOutcome(known, IsEnded(known) && !HasEffect(known, kind, requestId) ? OrderActionResult.Refused : OrderActionResult.Done);
        }

        if (await intake.TellAsync(client, orderId, new OrderSignal { Kind = kind, RequestId = requestId }, cancellationToken) is null)
        {
            return null;
        }

        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            var order = await orders.FindAsync(orderId, cancellationToken);
            if (order is not null && (HasEffect(order, kind, requestId) || IsEnded(order)))
            {
                return new OrderActionOutcome(order, HasEffect(order, kind, requestId) ? OrderActionResult.Done : OrderActionResult.Refused);
            }

            if (watch.Elapsed + pause > options.Value.AnswerWithin)
            {
                return new OrderActionOutcome(order, OrderActionResult.UnderWay);
            }

            await Task.Delay(pause, cancellationToken);
        }
    }

    private static bool IsEnded(StoredOrder order) => OrderFlow.StateOf(order.Progress) is OrderState.Completed or OrderState.Cancelled;

    private static bool IsRepeat(StoredOrder order, OrderSignalKind kind, string? requestId) =>
        requestId is not null && order.Progress.Requests.Contains(new OrderRequest(requestId, kind));

    private static bool HasEffect(StoredOrder order, OrderSignalKind kind, string? requestId) => IsRepeat(order, kind, requestId) || kind switch
    {
        OrderSignalKind.Cancel => order.Progress.IsCancelling || OrderFlow.StateOf(order.Progress) == OrderState.Cancelled,
        OrderSignalKind.Hold => order.Progress.IsOnHold && !IsEnded(order),
        OrderSignalKind.Release => !order.Progress.IsOnHold && !IsEnded(order),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Callers cancel, hold and release."),
    };
}

/// <summary>What came of telling an order something.</summary>
/// <param name="Order">The order as it is now; none while it is not stored yet.</param>
/// <param name="Result">Whether it took effect.</param>
public sealed record OrderActionOutcome(StoredOrder? Order, OrderActionResult Result);

/// <summary>Whether what an order was told took effect.</summary>
public enum OrderActionResult
{
    /// <summary>It did, now or before.</summary>
    Done,

    /// <summary>The order was told, and has not come to it yet.</summary>
    UnderWay,

    /// <summary>The order has ended, and it cannot any more.</summary>
    Refused,
}
