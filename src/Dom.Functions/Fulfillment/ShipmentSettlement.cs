using Dom.Core.Fulfillment;
using Dom.Core.Inventory;
using Dom.Core.Orders;
using Dom.Functions.Storage;
using Microsoft.DurableTask.Client;

namespace Dom.Functions.Fulfillment;

/// <summary>Settles with stock and capacity what happened to a shipment.</summary>
public sealed class ShipmentSettlement(StockStore stocks, CapacityStore capacities, Waker waker, CollateralOffers collateral)
{
    /// <summary>Settles what is new. A repeat changes nothing.</summary>
    /// <param name="client">Reaches the orders that wait for stock that comes free.</param>
    /// <param name="shipment">The shipment.</param>
    /// <param name="from">The number of the first entry of its history that is not settled.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task SettleAsync(DurableTaskClient client, Shipment shipment, int from, CancellationToken cancellationToken)
    {
        var freed = new HashSet<Sku>();
        var open = shipment.Lines.ToDictionary(line => line.LineId, line => line.Offered);
        var returns = ShipmentReturn.In(shipment).ToDictionary(returned => returned.Entry);
        for (var number = 0; number < shipment.History.Length; number++)
        {
            var entry = shipment.History[number];
            foreach (var returned in entry.Returned)
            {
                open[returned.LineId] -= returned.Quantity;
                if (number >= from)
                {
                    var hold = Hold(shipment, returned.LineId, open[returned.LineId]);
                    var effect = ShipmentFlow.EffectOf(shipment, entry);
                    await stocks.ReleaseAsync(hold, effect, Refusal(returns[number]), cancellationToken);

                    // Asked of the effect and not of the release: an earlier run may have released and told nobody.
                    if (effect == StockEffect.None)
                    {
                        freed.Add(hold.Sku);
                    }
                }
            }
        }

        // After the stock is gone: what the other offers give back must find none there.
        await collateral.TakeBackAsync(client, shipment, from, cancellationToken);
        if (ShipmentFlow.IsFulfilled(shipment.State))
        {
            foreach (var line in shipment.Lines.Where(line => line.Open > 0))
            {
                await stocks.FulfillAsync(Hold(shipment, line.LineId, 0), cancellationToken);
            }
        }
        else if (ShipmentFlow.IsEnd(shipment.State) && shipment.CapacityDay is { } day)
        {
            await capacities.ReleaseAsync(new CapacityClaim(shipment.LocationId, day, shipment.ShipmentId), cancellationToken);
            await waker.LocationOpenedAsync(client, shipment.LocationId, cancellationToken);
            return;
        }

        foreach (var sku in freed)
        {
            await waker.StockCameAsync(client, sku, [shipment.LocationId], cancellationToken);
        }
    }

    private static SkuRefusal? Refusal(ShipmentReturn returned) =>
        returned is { IsRefusal: true, CoolsOff: true, At: { } at } ? new SkuRefusal(returned.ShipmentId, returned.Entry, at) : null;

    private static StockHold Hold(Shipment shipment, LineId lineId, int quantity)
    {
        var line = shipment.Lines.Single(known => known.LineId == lineId);
        return new StockHold(line.Sku, shipment.LocationId, shipment.ShipmentId, lineId, quantity);
    }
}
