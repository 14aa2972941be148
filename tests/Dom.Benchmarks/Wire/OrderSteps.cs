using Dom.Benchmarks.Load;

namespace Dom.Benchmarks.Wire;

/// <summary>Takes orders through their stretches one after the other, so that what each stretch costs can be told.</summary>
internal sealed class OrderSteps(LoadClient client, StoredProgress progress)
{
    /// <summary>From the queue to the offer.</summary>
    public const string Offered = "post to offer";

    /// <summary>From the store's answer to its end.</summary>
    public const string Accepted = "accept";

    /// <summary>From the first pick to the order's end.</summary>
    public const string Completed = "pick, pack, ship to completed";

    private static readonly string[] ToTheEnd = ["pick", "pack", "ship"];

    /// <summary>Takes orders of two lines from the queue to their end.</summary>
    /// <param name="prefix">What their ids begin with.</param>
    /// <param name="count">How many.</param>
    /// <param name="wire">Counts.</param>
    /// <returns>For each stretch what all orders together cost.</returns>
    public async Task<IReadOnlyList<(string Stretch, IReadOnlyDictionary<WireOperation, int> Counts)>> RunAsync(string prefix, int count, WireCounter wire)
    {
        await wire.TakeAsync();
        foreach (var order in LoadNetwork.Orders(prefix, count * 10).Where(order => order.Lines.Length == 2).Take(count))
        {
            await client.PostAsync(order);
            await UntilAsync(async () => (await progress.ShipmentsAsync(order.OrderId[..order.OrderId.LastIndexOf('-')])).Any(shipment => shipment.OrderId == order.OrderId));
        }

        var offered = await wire.TakeAsync();
        var shipments = await WireCounter.UncountedAsync(() => progress.ShipmentsAsync(prefix));
        foreach (var shipment in shipments)
        {
            await client.ActAsync(shipment.LocationId, shipment.ShipmentId, "accept");
        }

        var accepted = await wire.TakeAsync();
        foreach (var shipment in shipments)
        {
            foreach (var verb in ToTheEnd)
            {
                await client.ActAsync(shipment.LocationId, shipment.ShipmentId, verb);

                // At once they would be looked at together, which costs less than a store's day does.
                await Task.Delay(TimeSpan.FromMilliseconds(200));
            }
        }

        await UntilAsync(async () => await progress.CompletedAsync(prefix) == count);
        return [(Offered, offered), (Accepted, accepted), (Completed, await wire.TakeAsync())];
    }

    private static async Task UntilAsync(Func<Task<bool>> isDone)
    {
        while (!await WireCounter.UncountedAsync(isDone))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }
    }
}
