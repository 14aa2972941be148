using System.Collections.Immutable;
using System.Text.Json;
using Dom.Core.Fulfillment;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Dom.Functions.Fulfillment;

/// <summary>Carries an order from its receipt to its outcome. What comes next is decided by <see cref="OrderFlow"/>; this only does it.</summary>
public static class FulfillOrder
{
    /// <summary>Events after which the history is cut, as soon as no shipment is open.</summary>
    private const int EventsPerGeneration = 200;

    /// <summary>The orchestration. Its instance id is the order's id.</summary>
    /// <param name="context">The orchestration's context.</param>
    /// <param name="input">What it begins with.</param>
    /// <returns>The state that the order ended in.</returns>
    [Function(nameof(FulfillOrder))]
    public static async Task<OrderState> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, FulfillOrderInput input)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(input);

        var order = input.Progress
            ?? await context.CallActivityAsync<OrderProgress>(nameof(OrderActivities.SaveOrder), input.Received, Steps.Retry);

        var shipments = new Dictionary<ShipmentId, Task<ShipmentResult>>();
        foreach (var open in order.Shipments)
        {
            // Only an orchestration that was purged and started again finds open shipments here: it follows them anew.
            shipments[open.ShipmentId] = FollowAsync(context, new FulfillShipmentInput
            {
                OrderInstanceId = context.InstanceId,
                Progress = ShipmentProgress.Unknown(open.ShipmentId, open.LocationId),
            });
        }

        // One pending waiter, kept until its event comes: no signal is ever taken by a waiter that nobody awaits. Nullable,
        // because an event without a payload is null, and where its waiter's type has no null the orchestration fails.
        var signal = context.WaitForExternalEvent<JsonElement?>(OrderSignal.EventName);
        for (var handled = 0; ;)
        {
            switch (OrderFlow.Next(order))
            {
                case OrderStep.Source:
                    order = OrderFlow.Lapsed(order, context.CurrentUtcDateTime);
                    var result = await context.CallActivityAsync<SourcingResult>(nameof(OrderActivities.SourceOrder), order, Steps.Retry);
                    order = OrderFlow.Sourced(order, result);
                    foreach (var plan in result.Shipments)
                    {
                        shipments[plan.ShipmentId] = FollowAsync(context, new FulfillShipmentInput { OrderInstanceId = context.InstanceId, Plan = plan });
                    }

                    break;

                case OrderStep.Withdraw withdraw:
                    // A shipment may have been started in this very episode, and what one episode sends goes out in no
                    // order: an event that overtakes the start finds nobody and is dropped. After a timer, it is there.
                    await context.CreateTimer(context.CurrentUtcDateTime, CancellationToken.None);
                    foreach (var shipment in withdraw.Shipments)
                    {
                        context.SendEvent(shipment.Value, ShipmentSignal.EventName, new ShipmentSignal { IsWithdrawn = true });
                    }

                    order = OrderFlow.WithdrawAsked(order);
                    break;

                case OrderStep.Recall recall:
                    var recalled = await context.CallActivityAsync<ImmutableArray<ShipmentId>>(
                        nameof(RecallActivities.RecallOffers), new RecallOffersInput(recall.Shipments), Steps.Retry);
                    order = OrderFlow.Recalled(order, recalled);
                    break;

                case OrderStep.Record:
                    await context.CallActivityAsync(nameof(OrderActivities.RecordOrder), order, Steps.Retry);
                    order = order with { IsRecorded = true };
                    break;

                case OrderStep.Wait wait:
                    if (handled >= EventsPerGeneration && order.Shipments.IsEmpty && !signal.IsCompleted)
                    {
                        context.ContinueAsNew(new FulfillOrderInput { Progress = order });
                        return OrderFlow.StateOf(order);
                    }

                    handled++;
                    order = await WaitAsync(context, order, wait, [signal, .. shipments.Values]);
                    if (signal.IsCompleted)
                    {
                        order = await signal is { } payload && OrderSignal.Read(payload) is { } told ? OrderFlow.Told(order, told) : order;
                        signal = context.WaitForExternalEvent<JsonElement?>(OrderSignal.EventName);
                    }

                    foreach (var (id, task) in shipments.Where(shipment => shipment.Value.IsCompleted).ToList())
                    {
                        order = OrderFlow.Ended(order, await task);
                        shipments.Remove(id);
                    }

                    break;

                case OrderStep.Finish:
                    await context.CallActivityAsync(nameof(OrderActivities.RecordOrder), order, Steps.Retry);
                    return OrderFlow.StateOf(order);
            }
        }
    }

    /// <summary>Waits for something that happens, and no longer than until a refusal lapses.</summary>
    private static async Task<OrderProgress> WaitAsync(TaskOrchestrationContext context, OrderProgress order, OrderStep.Wait wait, Task[] happenings)
    {
        if (wait.Until is not { } until)
        {
            await Task.WhenAny(happenings);
            return order;
        }

        using var noMore = new CancellationTokenSource();
        var lapse = context.CreateTimer(until.UtcDateTime, noMore.Token);
        await Task.WhenAny([lapse, .. happenings]);
        if (lapse.IsCompleted)
        {
            // The clock of the process that goes on may be behind that of the timer.
            return OrderFlow.Lapsed(order, until > context.CurrentUtcDateTime ? until : context.CurrentUtcDateTime);
        }

        noMore.Cancel();
        return order;
    }

    private static Task<ShipmentResult> FollowAsync(TaskOrchestrationContext context, FulfillShipmentInput input) =>
        context.CallSubOrchestratorAsync<ShipmentResult>(
            nameof(FulfillShipment), input, new SubOrchestrationOptions(retry: null, instanceId: input.ShipmentId.Value));
}

/// <summary>What <see cref="FulfillOrder"/> begins with.</summary>
public sealed record FulfillOrderInput
{
    /// <summary>A new order.</summary>
    public ReceivedOrder? Received { get; init; }

    /// <summary>How far the order is, where the history was cut.</summary>
    public OrderProgress? Progress { get; init; }
}
