using System.Collections.Immutable;
using System.Text.Json;
using Dom.Core;
using Dom.Core.Fulfillment;
using Dom.Core.Orders;
using Dom.Functions.Fulfillment;
using Dom.Functions.Storage;
using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Dom.Functions.Intake;

/// <summary>Takes orders in, whichever way they come: each is started once, ever.</summary>
public sealed class OrderIntake(OrderStore orders, ConfigurationStore configurations, TimeProvider clock)
{
    private static readonly OrchestrationRuntimeStatus[] EveryStatus =
    [
        OrchestrationRuntimeStatus.Pending,
        OrchestrationRuntimeStatus.Running,
        OrchestrationRuntimeStatus.Suspended,
        OrchestrationRuntimeStatus.Completed,
        OrchestrationRuntimeStatus.Failed,
        OrchestrationRuntimeStatus.Terminated,
    ];

    /// <summary>Takes an order in.</summary>
    /// <param name="client">Starts its orchestration.</param>
    /// <param name="order">The order.</param>
    /// <param name="fingerprint">The fingerprint of its content.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>What became of it, and what is wrong with it where it is refused.</returns>
    public async Task<(IntakeOutcome Outcome, ImmutableArray<Fault> Faults)> TakeAsync(DurableTaskClient client, Order order, string fingerprint, CancellationToken cancellationToken)
    {
        // The row outlives the orchestration's history, so an order is known after that was purged.
        if (await KnownFingerprintAsync(order.OrderId, cancellationToken) is { } known)
        {
            return (Compare(known, fingerprint), []);
        }

        if (await FaultsAsync(order, cancellationToken) is { IsEmpty: false } faults)
        {
            return (IntakeOutcome.Refused, faults);
        }

        var input = new FulfillOrderInput { Received = new ReceivedOrder(order, fingerprint, clock.GetUtcNow()) };
        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync(
                nameof(FulfillOrder), input, new StartOrchestrationOptions(order.OrderId.Value).WithDedupeStatuses(EveryStatus), cancellationToken);
            return (IntakeOutcome.Taken, []);
        }
        catch (OrchestrationAlreadyExistsException)
        {
            var started = await KnownFingerprintAsync(order.OrderId, cancellationToken) ?? await StartedFingerprintAsync(client, order.OrderId, cancellationToken);
            return (Compare(started, fingerprint), []);
        }
    }

    /// <summary>Calls an order off.</summary>
    /// <param name="client">Reaches its orchestration.</param>
    /// <param name="orderId">The order.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The state that the order was in; null where there is no such order. One that has ended is left as it is.</returns>
    public Task<OrderState?> CancelAsync(DurableTaskClient client, OrderId orderId, CancellationToken cancellationToken) =>
        TellAsync(client, orderId, new OrderSignal { Kind = OrderSignalKind.Cancel }, cancellationToken);

    /// <summary>Tells an order something.</summary>
    /// <param name="client">Reaches its orchestration.</param>
    /// <param name="orderId">The order.</param>
    /// <param name="signal">What.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The state that the order was in; null where there is no such order. One that has ended is not told.</returns>
    public async Task<OrderState?> TellAsync(DurableTaskClient client, OrderId orderId, OrderSignal signal, CancellationToken cancellationToken)
    {
        OrderState state;
        if (await orders.FindAsync(orderId, cancellationToken) is { } order)
        {
            state = OrderFlow.StateOf(order.Progress);
        }
        else if (await client.GetInstanceAsync(orderId.Value, cancellationToken) is not null)
        {
            state = OrderState.Received;
        }
        else
        {
            return null;
        }

        if (state is OrderState.Completed or OrderState.Cancelled
            || await client.TryRaiseEventAsync(orderId.Value, OrderSignal.EventName, signal, cancellationToken))
        {
            return state;
        }

        // It ended in between, and its row says how.
        return OrderFlow.StateOf((await orders.GetAsync(orderId, cancellationToken)).Progress);
    }

    /// <summary>What the profiles in force have against an order. A configuration of a while ago is asked first; only one of now refuses.</summary>
    private async Task<ImmutableArray<Fault>> FaultsAsync(Order order, CancellationToken cancellationToken)
    {
        var latest = await configurations.LatestAsync(cancellationToken);
        var now = clock.GetUtcNow();
        return OrderCheck.Faults(order, latest.Profiles, now).IsEmpty ? [] : OrderCheck.Faults(order, (await configurations.GetAsync(cancellationToken)).Profiles, now);
    }

    private async Task<string?> KnownFingerprintAsync(OrderId orderId, CancellationToken cancellationToken) =>
        (await orders.FindAsync(orderId, cancellationToken))?.Fingerprint;

    private static async Task<string> StartedFingerprintAsync(DurableTaskClient client, OrderId orderId, CancellationToken cancellationToken)
    {
        var instance = await client.GetInstanceAsync(orderId.Value, getInputsAndOutputs: true, cancellationToken);
        var input = instance?.SerializedInput is { } json ? JsonSerializer.Deserialize<FulfillOrderInput>(json, DomJson.Options) : null;

        // Neither a row nor an input: the order is between the two at this moment. Whoever posted it posts it again.
        return input?.Received?.Fingerprint
            ?? throw new InvalidOperationException($"Order {orderId} is starting; what it contains cannot be told yet.");
    }

    private static IntakeOutcome Compare(string known, string posted) =>
        known == posted ? IntakeOutcome.Duplicate : IntakeOutcome.Changed;
}

/// <summary>What became of an order that was posted.</summary>
public enum IntakeOutcome
{
    /// <summary>It is new and on its way.</summary>
    Taken,

    /// <summary>The same order was posted before; nothing is done.</summary>
    Duplicate,

    /// <summary>The profile that decides it cannot: nothing is done.</summary>
    Refused,

    /// <summary>An order with this id and other content was posted before; this one is refused.</summary>
    Changed,
}
