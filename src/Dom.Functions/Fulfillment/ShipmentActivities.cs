using Dom.Core.Fulfillment;
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
        var offer = Shipment.Offer(plan, at, OfferTerms.Of(plan.Acceptance, plan.Mode, location, at));
        var shipment = await shipments.AddAsync(offer, cancellationToken);

        // Where an earlier run stored the offer, its location may have answered by now. That is not settled here, so it
        // is not reported either: the next look finds it.
        return await reports.ReportAsync(Shipment.AsMade(shipment), followed: 0, cancellationToken);
    }

    /// <summary>Looks at a shipment: warns its location, lets it expire, takes back or calls off where that is due, settles stock, reports what happened.</summary>
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
        if (Due(input, clock.GetUtcNow()) is { } due)
        {
            // The location may have been faster; then its answer stands and this is refused.
            await shipments.DecideAsync(input.Progress.LocationId, input.Progress.ShipmentId, due, cancellationToken);
        }

        return await shipments.FindAsync(input.Progress.LocationId, input.Progress.ShipmentId, cancellationToken)
            ?? throw new InvalidOperationException($"Shipment {input.Progress.ShipmentId} of location {input.Progress.LocationId} is not stored.");
    }

    /// <summary>What Dom itself has to do to a shipment.</summary>
    private static ShipmentCommand? Due(FollowShipmentInput input, DateTimeOffset at)
    {
        if (input.IsWithdrawn)
        {
            return new ShipmentCommand { Action = ShipmentAction.Withdraw, At = at };
        }

        if (input.MissingSkus is { IsDefaultOrEmpty: false } missing)
        {
            return new ShipmentCommand { Action = ShipmentAction.TakeBack, At = at, Skus = missing };
        }

        // Who comes so late that the deadline has passed as well has nothing to warn of.
        var isWarning = input.Progress.WarnAt is not null && at < input.Progress.AcceptBy;
        return input is { IsDue: true, Progress.State: ShipmentState.Offered }
            ? new ShipmentCommand { Action = isWarning ? ShipmentAction.Warn : ShipmentAction.Expire, At = at }
            : null;
    }
}

/// <summary>Writes what happened to a shipment where people and programs look for it.</summary>
public sealed class ShipmentReports(OrderStore orders, AnswerStore answers, FulfillmentEvents events, IOptions<DomOptions> options)
{
    /// <summary>Adds what is new about a shipment to its order's timeline and to what is known of its location's answers, and publishes it.</summary>
    /// <param name="shipment">The shipment.</param>
    /// <param name="followed">Entries of its history that were reported before.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>How far the shipment is.</returns>
    public async Task<ShipmentProgress> ReportAsync(Shipment shipment, int followed, CancellationToken cancellationToken)
    {
        var timeline = Timeline.Of(shipment, followed);
        await orders.AddTimelineAsync(timeline, cancellationToken);
        await answers.RecordAsync(shipment, followed, cancellationToken);
        await events.PublishAsync(timeline, cancellationToken);

        return new ShipmentProgress
        {
            ShipmentId = shipment.ShipmentId,
            LocationId = shipment.LocationId,
            Followed = shipment.History.Length,
            State = shipment.State,
            AcceptBy = shipment.AcceptBy,
            WarnAt = ShipmentFlow.IsWarned(shipment) ? null : shipment.WarnAt,
            LookAgainAfter = options.Value.LookAgainAfter,
            Returns = ShipmentReturn.In(shipment, followed),
            Result = ShipmentFlow.IsEnd(shipment.State) ? ShipmentResult.Of(shipment) : null,
        };
    }
}
