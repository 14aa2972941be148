using System.Text.Json;
using Dom.Core;
using Dom.Core.Fulfillment;
using Dom.Functions.Fulfillment;
using Dom.Functions.Waves;
using Dom.LocalHost.Durable;
using Microsoft.DurableTask.Client;

namespace Dom.Functions.Tests.TestKit;

/// <summary>The real steps of orders and shipments, for orchestrations on the local durable engine.</summary>
internal static class BedActivities
{
    /// <summary>The steps of a bed.</summary>
    /// <param name="bed">The bed.</param>
    /// <param name="client">Reaches the orchestrations, once there is an engine.</param>
    /// <param name="called">Called before each step.</param>
    public static DurableRegistry Activities(this FunctionsBed bed, Func<DurableTaskClient> client, Action? called = null)
    {
        return new DurableRegistry()
            .AddActivity(nameof(OrderActivities.SaveOrder), Step<ReceivedOrder>(async input => await bed.OrderSteps.SaveOrder(input, CancellationToken.None)))
            .AddActivity(nameof(OrderActivities.SourceOrder), Step<OrderProgress>(
                async input => await bed.OrderSteps.SourceOrder(input, bed.Durable.Object, CancellationToken.None)))
            .AddActivity(nameof(OrderActivities.RecordOrder), Step<OrderProgress>(async input =>
            {
                await bed.OrderSteps.RecordOrder(input, CancellationToken.None);
                return null;
            }))
            .AddActivity(nameof(RecallActivities.RecallOffers), Step<RecallOffersInput>(
                async input => await bed.Get<RecallActivities>().RecallOffers(input, client(), CancellationToken.None)))
            .AddActivity(nameof(WaveActivities.PlanWave), Step<WaveRun>(async input => await bed.Get<WaveActivities>().PlanWave(input, CancellationToken.None)))
            .AddActivity(nameof(WaveActivities.MoveOrders), Step<WaveDecision>(
                async input => await bed.Get<WaveActivities>().MoveOrders(input, client(), CancellationToken.None)))
            .AddActivity(nameof(WaitingActivities.WakeWaiting), async (_, cancellation) => await bed.Get<WaitingActivities>().WakeWaiting(null, client(), cancellation))
            .AddActivity(nameof(ShipmentActivities.OfferShipment), Step<ShipmentPlan>(async input => await bed.ShipmentSteps.OfferShipment(input, CancellationToken.None)))
            .AddActivity(nameof(ShipmentActivities.FollowShipment), Step<FollowShipmentInput>(
                async input => await bed.ShipmentSteps.FollowShipment(input, client(), CancellationToken.None)));

        Func<ActivityCall, CancellationToken, Task<object?>> Step<TInput>(Func<TInput, Task<object?>> step) => (call, _) =>
        {
            called?.Invoke();
            return step(JsonSerializer.Deserialize<TInput>(call.Input!, DomJson.Options)!);
        };
    }
}
