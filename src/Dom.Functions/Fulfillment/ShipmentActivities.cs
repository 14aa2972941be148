using Dom.Core.Fulfillment;
using Dom.Core.Network;
using Dom.Functions.Events;
using Dom.Functions.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;

namespace Dom.Functions.Fulfillment;

/// <summary>The steps of <see cref="FulfillShipment"/>. Each may run more than once and leaves the same behind.</summary>
public sealed class ShipmentActivities(
    ShipmentStore shipments, ConfigurationStore configurations, ShipmentSettlement settlement, ShipmentReports reports, TimeProvider clock)
{
    /// <summary>Offers a shipment to its location.</summary>
    /// <param name="plan">The shipment; its stock is held.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    [Function(nameof(OfferShipment))]
    public async Task<ShipmentProgress> OfferShipment([ActivityTrigger] ShipmentPlan plan, CancellationToken cancellationToken)
    {
        var at = clock.GetUtcNow();
        var configuration = await configurations.LatestAsync(cancellationToken);
        var location = configuration.Locations.FirstOrDefault(known => known.LocationId == plan.LocationId);
        var acceptBy = WorkingTime.AddWorkingTime(at, plan.Acceptance.AcceptWithin, location?.Calendar, location?.TimeZone ?? "UTC");

        // A calendar that never opens sets no deadline: then plain time runs, so that the order does not wait forever.
        var offer = Shipment.Offer(plan, at, acceptBy ?? at + plan.Acceptance.AcceptWithin);
        var shipment = await shipments.AddAsync(offer, cancellationToken);

        // Where an earlier run stored the offer, its location may have answered by now. That is not settled here, so it
        // is not reported either: the next look finds it.
        var offered = shipment with { State = ShipmentState.Offered, History = [shipment.History[0]] };
        return await reports.ReportAsync(offered, followed: 0, cancellationToken);
    }

    /// <summary>Looks at a shipment: lets it expire or calls it off where that is due, settles stock, reports what happened.</summary>
    /// <param name="input">The shipment as it was last seen, and why it is looked at.</param>
    /// <param name="client">Reaches the orders that wait for stock that comes free.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    [Function(nameof(FollowShipment))]
    public async Task<ShipmentProgress> FollowShipment(
        [ActivityTrigger] FollowShipmentInput input, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        var shipment = await LookAsync(input, cancellationToken);
        await settlement.SettleAsync(client, shipment, input.Progress.Followed, cancellationToken);
        return await reports.ReportAsync(shipment, input.Progress.Followed, cancellationToken);
    }

    private async Task<Shipment> LookAsync(FollowShipmentInput input, CancellationToken cancellationToken)
    {
        ShipmentAction? due = input.IsWithdrawn ? ShipmentAction.Withdraw
            : input.IsDue && input.Progress.State == ShipmentState.Offered ? ShipmentAction.Expire
            : null;
        if (due is { } action)
        {
            // The location may have been faster; then its answer stands and this is refused.
            await shipments.DecideAsync(
                input.Progress.LocationId,
                input.Progress.ShipmentId,
                new ShipmentCommand { Action = action, At = clock.GetUtcNow() },
                cancellationToken);
        }

        return await shipments.FindAsync(input.Progress.LocationId, input.Progress.ShipmentId, cancellationToken)
            ?? throw new InvalidOperationException($"Shipment {input.Progress.ShipmentId} of location {input.Progress.LocationId} is not stored.");
    }
}

/// <summary>Writes what happened to a shipment where people and programs look for it.</summary>
public sealed class ShipmentReports(OrderStore orders, FulfillmentEvents events, IOptions<DomOptions> options)
{
    /// <summary>Adds what is new about a shipment to its order's timeline, and publishes it.</summary>
    /// <param name="shipment">The shipment.</param>
    /// <param name="followed">Entries of its history that were reported before.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>How far the shipment is.</returns>
    public async Task<ShipmentProgress> ReportAsync(Shipment shipment, int followed, CancellationToken cancellationToken)
    {
        var timeline = Timeline.Of(shipment, followed);
        await orders.AddTimelineAsync(timeline, cancellationToken);
        await events.PublishAsync(timeline, cancellationToken);

        return new ShipmentProgress
        {
            ShipmentId = shipment.ShipmentId,
            LocationId = shipment.LocationId,
            Followed = shipment.History.Length,
            State = shipment.State,
            AcceptBy = shipment.AcceptBy,
            LookAgainAfter = options.Value.LookAgainAfter,
            Returns = ShipmentReturn.In(shipment, followed),
            Result = ShipmentFlow.IsEnd(shipment.State) ? ShipmentResult.Of(shipment) : null,
        };
    }
}
