using System.Text.Json;
using Dom.Core.Fulfillment;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Dom.Functions.Fulfillment;

/// <summary>Follows a shipment from its offer to its end. The shipment's row is the truth; this reacts to what happens to it.</summary>
public static class FulfillShipment
{
    /// <summary>Rounds after which the history is cut.</summary>
    private const int RoundsPerGeneration = 50;

    /// <summary>The orchestration. Its instance id is the shipment's id.</summary>
    /// <param name="context">The orchestration's context.</param>
    /// <param name="input">What it begins with.</param>
    /// <returns>How the shipment ended.</returns>
    [Function(nameof(FulfillShipment))]
    public static async Task<ShipmentResult?> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, FulfillShipmentInput input)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(input);

        var shipment = input.Progress
            ?? await context.CallActivityAsync<ShipmentProgress>(nameof(ShipmentActivities.OfferShipment), input.Plan, Steps.Retry);

        // One pending waiter, kept over timeouts: no signal is ever taken by a waiter that nobody awaits. Nullable, because
        // an event without a payload is null, and where its waiter's type has no null the orchestration fails.
        var signal = context.WaitForExternalEvent<JsonElement?>(ShipmentSignal.EventName);
        for (var round = 0; shipment.Result is null; round++)
        {
            if (round >= RoundsPerGeneration && !signal.IsCompleted)
            {
                context.ContinueAsNew(input with { Plan = null, Progress = shipment });
                return null;
            }

            var due = ShipmentFlow.Next(shipment.State, shipment.AcceptBy, shipment.WarnAt).Match(
                answer => answer.Until.UtcDateTime,
                _ => context.CurrentUtcDateTime + shipment.LookAgainAfter,
                _ => context.CurrentUtcDateTime);
            using var noMore = new CancellationTokenSource();
            var timer = context.CreateTimer(due, noMore.Token);
            await Task.WhenAny(signal, timer);

            var isDue = timer.IsCompleted;
            if (!isDue)
            {
                noMore.Cancel();
            }

            var told = new ShipmentSignal();
            if (signal.IsCompleted)
            {
                told = ShipmentSignal.Read(await signal);
                signal = context.WaitForExternalEvent<JsonElement?>(ShipmentSignal.EventName);
            }

            shipment = await context.CallActivityAsync<ShipmentProgress>(
                nameof(ShipmentActivities.FollowShipment),
                new FollowShipmentInput(shipment, isDue, told.IsWithdrawn) { MissingSkus = told.MissingSkus },
                Steps.Retry);

            // What comes back while the rest goes on is sourced again at once; at the end it is in the result.
            foreach (var returned in shipment.Result is null ? shipment.Returns : [])
            {
                context.SendEvent(
                    input.OrderInstanceId,
                    OrderSignal.EventName,
                    new OrderSignal { Kind = OrderSignalKind.ShipmentReturned, Return = returned });
            }
        }

        return shipment.Result;
    }
}
