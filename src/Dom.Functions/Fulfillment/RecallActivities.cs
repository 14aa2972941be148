using System.Collections.Immutable;
using Dom.Core.Fulfillment;
using Dom.Functions.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Dom.Functions.Fulfillment;

/// <summary>The step of <see cref="FulfillOrder"/> that recalls offers. It may run more than once and leaves the same behind.</summary>
public sealed class RecallActivities(ShipmentStore shipments, TimeProvider clock)
{
    /// <summary>Recalls offers, for other locations to have them: all of them, or none where a location has answered one.</summary>
    /// <param name="input">The offers.</param>
    /// <param name="client">Reaches their orchestrations, which give back what they held.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>
    /// The offers that are recalled, by this run or an earlier one: their orchestrations end. None where the order stays as it is. A location that answers between the
    /// look at all offers and the recall of its own keeps it; then the others come back without it.
    /// </returns>
    [Function(nameof(RecallOffers))]
    public async Task<ImmutableArray<ShipmentId>> RecallOffers(
        [ActivityTrigger] RecallOffersInput input, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        var found = await Task.WhenAll(input.Offers.Select(offer => shipments.FindAsync(offer.LocationId, offer.ShipmentId, cancellationToken)));
        if (!found.Any(IsRecalled) && !found.All(shipment => shipment is { State: ShipmentState.Offered }))
        {
            return [];
        }

        var recalled = ImmutableArray.CreateBuilder<ShipmentId>();
        foreach (var offer in input.Offers)
        {
            var command = new ShipmentCommand { Action = ShipmentAction.Recall, At = clock.GetUtcNow() };
            var outcome = await shipments.DecideAsync(offer.LocationId, offer.ShipmentId, command, cancellationToken);
            if (outcome is ShipmentOutcome.Changed or ShipmentOutcome.Unchanged)
            {
                recalled.Add(offer.ShipmentId);

                // Told again by a repeat: the first telling may have been lost with the process that was to do it.
                await client.TryRaiseEventAsync(offer.ShipmentId.Value, ShipmentSignal.EventName, new ShipmentSignal(), cancellationToken);
            }
        }

        return recalled.ToImmutable();
    }

    private static bool IsRecalled(Shipment? shipment) => shipment?.History[^1].Action == ShipmentAction.Recall;
}

/// <summary>What is to be recalled.</summary>
/// <param name="Offers">The offers, of one order.</param>
public sealed record RecallOffersInput(ImmutableArray<OpenShipment> Offers);
