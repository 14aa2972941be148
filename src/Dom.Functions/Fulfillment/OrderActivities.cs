using Dom.Core.Fulfillment;
using Dom.Core.Orders;
using Dom.Functions.Events;
using Dom.Functions.Sourcing;
using Dom.Functions.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Dom.Functions.Fulfillment;

/// <summary>The steps of <see cref="FulfillOrder"/>. Each may run more than once and leaves the same behind.</summary>
public sealed class OrderActivities(OrderStore orders, OrderSourcer sourcer, WaitingFollowUp waiting, FulfillmentEvents events, TimeProvider clock)
{
    private const int MostDecisions = 100;

    /// <summary>Stores a new order.</summary>
    /// <param name="received">The order, as the channel posted it.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>How far the order is: at its start, or where an earlier orchestration of it stopped.</returns>
    [Function(nameof(SaveOrder))]
    public async Task<OrderProgress> SaveOrder([ActivityTrigger] ReceivedOrder received, CancellationToken cancellationToken)
    {
        var entry = Timeline.Received(received.Order, received.ReceivedAt);
        var order = new StoredOrder
        {
            Order = received.Order,
            Fingerprint = received.Fingerprint,
            ReceivedAt = received.ReceivedAt,
            UpdatedAt = clock.GetUtcNow(),
            Progress = OrderProgress.Start(received.Order),
        };
        if (!await orders.AddAsync(order, entry, cancellationToken))
        {
            order = await orders.GetAsync(received.Order.OrderId, cancellationToken);
        }

        await events.PublishAsync([entry], cancellationToken);
        return order.Progress;
    }

    /// <summary>Chooses locations for what no location has, and holds stock and places there.</summary>
    /// <param name="progress">How far the order is.</param>
    /// <param name="client">Reaches the orders that wait for what this one does not take.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    [Function(nameof(SourceOrder))]
    public async Task<SourcingResult> SourceOrder(
        [ActivityTrigger] OrderProgress progress, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        var stored = await orders.GetAsync(progress.OrderId, cancellationToken);
        var order = stored with { Progress = progress };

        // Where an earlier run came as far as storing what came of it, that stands: what it held may be fulfilled by now.
        var decision = stored.Progress.Attempt > progress.Attempt
            ? (await orders.DecisionsAsync(progress.OrderId, progress.Attempt + 1, cancellationToken))[^1]
            : await DecideAsync(order, cancellationToken);

        await events.PublishAsync(Timeline.Sourced(progress.OrderId, decision), cancellationToken);
        await waiting.FollowAsync(client, order, decision, cancellationToken);
        return decision.Result;
    }

    /// <summary>Stores how far an order is, and its outcome when it has ended.</summary>
    /// <param name="progress">How far the order is.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    [Function(nameof(RecordOrder))]
    public async Task RecordOrder([ActivityTrigger] OrderProgress progress, CancellationToken cancellationToken)
    {
        var order = await orders.GetAsync(progress.OrderId, cancellationToken);
        var at = clock.GetUtcNow();
        var state = OrderFlow.StateOf(progress);
        var hasEnded = state is OrderState.Completed or OrderState.Cancelled;

        await SaveAsync(
            order,
            progress with { IsRecorded = true },
            hasEnded ? [Timeline.Ended(progress.OrderId, state, at)] : [.. Timeline.Exceptions(progress, at)],
            hasEnded ? [.. progress.Lines.Select(line => Outcome(line, at))] : [],
            cancellationToken);
        if (hasEnded)
        {
            await waiting.EndAsync(order, progress, cancellationToken);
        }
    }

    private async Task<StoredDecision> DecideAsync(StoredOrder order, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < MostDecisions; tries++)
        {
            var decision = await sourcer.SourceAsync(order, cancellationToken);
            var sourced = order with { Progress = OrderFlow.Sourced(order.Progress, decision.Result), UpdatedAt = clock.GetUtcNow() };
            if (await orders.SaveSourcedAsync(sourced, decision, Timeline.Sourced(order.Order.OrderId, decision), cancellationToken))
            {
                return decision;
            }

            // Another run of this step gave it up after it was held here.
            await sourcer.ReleaseAsync(decision, cancellationToken);
        }

        throw new InvalidOperationException(
            $"Order {order.Order.OrderId}: another run of its sourcing gave up {MostDecisions} decisions before they were stored. The step is tried again.");
    }

    private async Task SaveAsync(
        StoredOrder order,
        OrderProgress progress,
        IReadOnlyCollection<TimelineEntry> timeline,
        IReadOnlyCollection<LineOutcome> outcomes,
        CancellationToken cancellationToken)
    {
        await orders.SaveAsync(order with { Progress = progress, UpdatedAt = clock.GetUtcNow() }, timeline, outcomes, cancellationToken);
        await events.PublishAsync(timeline, cancellationToken);
    }

    private static LineOutcome Outcome(LineProgress line, DateTimeOffset at) =>
        new(line.LineId, line.Quantity, line.Fulfilled, line.Cancelled, line.Refusals, at);
}

/// <summary>An order as its orchestration gets it.</summary>
/// <param name="Order">What the channel posted.</param>
/// <param name="Fingerprint">The fingerprint of its content.</param>
/// <param name="ReceivedAt">When Dom took it.</param>
public sealed record ReceivedOrder(Order Order, string Fingerprint, DateTimeOffset ReceivedAt);
