using System.Collections.Immutable;
using Dom.Core.Fulfillment;
using Dom.Core.Inventory;
using Dom.Functions.Storage;
using Microsoft.DurableTask.Client;

namespace Dom.Functions.Fulfillment;

/// <summary>
/// Tells the other offers of a SKU that its location has none. Each is taken back by its own orchestration, as far as the location has not accepted
/// it by then: to be told twice, or too late, changes nothing.
/// </summary>
public sealed class CollateralOffers(ShipmentStore shipments)
{
    private const int PageSize = 1_000;

    /// <summary>Tells the offers that were made before the location said that it has none of a SKU.</summary>
    /// <remarks>An offer that was made since knows more: the location may have been counted anew.</remarks>
    /// <param name="client">Reaches their orchestrations.</param>
    /// <param name="shipment">The shipment that its location refused.</param>
    /// <param name="from">The number of the first entry of its history that is not settled.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task TakeBackAsync(DurableTaskClient client, Shipment shipment, int from, CancellationToken cancellationToken)
    {
        var missing = Missing(shipment, from);
        if (missing.IsEmpty)
        {
            return;
        }

        string? after = null;
        do
        {
            var page = await shipments.ListAsync(shipment.LocationId, [ShipmentState.Offered], after, PageSize, cancellationToken);
            foreach (var offer in page.Where(offer => offer.ShipmentId != shipment.ShipmentId && offer.Terms.ReroutesCollateral))
            {
                var skus = offer.Lines
                    .Where(line => line.Open > 0 && missing.TryGetValue(line.Sku, out var since) && offer.OfferedAt <= since)
                    .Select(line => line.Sku)
                    .Distinct()
                    .ToImmutableArray();
                if (!skus.IsEmpty)
                {
                    await client.TryRaiseEventAsync(
                        offer.ShipmentId.Value, ShipmentSignal.EventName, new ShipmentSignal { MissingSkus = skus }, cancellationToken);
                }
            }

            after = page.Length == PageSize ? page[^1].ShipmentId.Value : null;
        }
        while (after is not null);
    }

    /// <summary>The SKUs of which the location has said that it has none, and when it last did.</summary>
    private static ImmutableDictionary<Sku, DateTimeOffset> Missing(Shipment shipment, int from)
    {
        if (!shipment.Terms.ReroutesCollateral)
        {
            return ImmutableDictionary<Sku, DateTimeOffset>.Empty;
        }

        var skus = shipment.Lines.ToDictionary(line => line.LineId, line => line.Sku);
        return shipment.History.Skip(from)
            .Where(entry => IsWord(entry) && ShipmentFlow.EffectOf(shipment, entry) == StockEffect.All)
            .SelectMany(entry => entry.Returned, (entry, returned) => (Sku: skus[returned.LineId], entry.At))
            .GroupBy(item => item.Sku, item => item.At)
            .ToImmutableDictionary(item => item.Key, item => item.Max());
    }

    /// <summary>Whether the location itself gave something back.</summary>
    private static bool IsWord(ShipmentEntry entry) => entry.Action is ShipmentAction.Accept or ShipmentAction.Reject or ShipmentAction.Pick;
}
