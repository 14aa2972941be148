using System.Collections.Immutable;
using Dom.Core.Fulfillment;
using Dom.Core.Inventory;
using Dom.Core.Orders;
using Dom.Core.Sourcing.Waves;
using Dom.Functions.Sourcing;
using Dom.Functions.Storage;

namespace Dom.Functions.Waves;

/// <summary>Where a wave reads.</summary>
public sealed class WaveSources(OrderStore orders, ShipmentStore shipments, WaitingStore waiting, SupplyReader supplies)
{
    private const int AtOnce = 16;

    /// <summary>Reads what a wave may decide anew, and what there is. What changes while it reads only makes the plan poorer: nothing is held by it.</summary>
    /// <param name="most">Most orders with offers, and most that wait.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>No supply where no profile lets waves move anything: then nothing else is read.</returns>
    public async Task<(ImmutableArray<WaveDemand> Demands, WaveSupply? Supply)> ReadAsync(int most, CancellationToken cancellationToken)
    {
        var configuration = (await supplies.ReadAsync([], cancellationToken)).Configuration;
        if (!configuration.Versions.Any(profile => profile.Waves.MovesOffers))
        {
            return ([], null);
        }

        var offered = await shipments.OrdersOfOffersAsync(most, cancellationToken);
        var wait = (await waiting.ListAsync(cancellationToken)).OrderBy(note => note.Order.Since).Select(note => note.Order.OrderId).Distinct().Take(most);
        var found = new List<(StoredOrder Order, ImmutableArray<Shipment> Shipments)>();
        foreach (var chunk in offered.Concat(wait).Distinct().Chunk(AtOnce))
        {
            found.AddRange((await Task.WhenAll(chunk.Select(order => FindAsync(order, cancellationToken)))).OfType<(StoredOrder, ImmutableArray<Shipment>)>());
        }

        var reading = await SupplyAsync(found.SelectMany(item => item.Order.Order.Lines).Select(line => line.Sku).Distinct(), cancellationToken);
        var demands = new WaveDemands(reading);
        return ([.. found.Select(item => demands.Of(item.Order, item.Shipments)).OfType<WaveDemand>()], Supply(reading));
    }

    private async Task<(StoredOrder Order, ImmutableArray<Shipment> Shipments)?> FindAsync(OrderId orderId, CancellationToken cancellationToken)
    {
        if (await orders.FindAsync(orderId, cancellationToken) is not { } order)
        {
            return null;
        }

        var open = await Task.WhenAll(order.Progress.Shipments.Select(shipment => shipments.FindAsync(shipment.LocationId, shipment.ShipmentId, cancellationToken)));
        return (order, [.. open.OfType<Shipment>()]);
    }

    private async Task<SupplyReading> SupplyAsync(IEnumerable<Sku> skus, CancellationToken cancellationToken)
    {
        var reading = await supplies.ReadAsync([], cancellationToken);
        foreach (var chunk in skus.Chunk(AtOnce))
        {
            var more = await supplies.ReadAsync(chunk, cancellationToken);
            reading = more with
            {
                Stock = reading.Stock.SetItems(more.Stock),
                AnswersByCategory = [.. more.AnswersByCategory.Concat(reading.AnswersByCategory).DistinctBy(answers => (answers.LocationId, answers.Category))],
            };
        }

        return reading;
    }

    private static WaveSupply Supply(SupplyReading reading) => new()
    {
        At = reading.At,
        Locations = reading.Configuration.Locations,
        Stock = reading.Stock.Where(item => !item.Value.Levels.IsEmpty).ToImmutableDictionary(item => item.Key, item => item.Value.Levels),
        Products = reading.Products,
        Loads = reading.Loads,
        Answers = reading.Answers,
        AnswersByCategory = reading.AnswersByCategory,
        Refusals = reading.Refusals,
        Scarcity = reading.Scarcity,
    };
}
