using System.Collections.Concurrent;
using System.Diagnostics;

namespace Dom.Benchmarks.Load;

/// <summary>Sends orders through a host, some at the same time.</summary>
/// <param name="client">Calls the host.</param>
/// <param name="progress">Reads what was stored.</param>
/// <param name="events">Sees how far they are.</param>
/// <param name="concurrency">Calls under way at once, at least 1.</param>
internal sealed class OrderLoad(LoadClient client, StoredProgress progress, EventReader events, int concurrency)
{
    private static readonly string[] ToTheEnd = ["pick", "pack", "ship"];

    /// <summary>Posts orders to the queue, and waits until each has an offer.</summary>
    /// <param name="prefix">What their ids begin with.</param>
    /// <param name="count">How many.</param>
    /// <returns>How long it took for all, and for each from its post to its offer's row, in milliseconds and sorted.</returns>
    public async Task<(TimeSpan All, List<double> Each)> OfferAsync(string prefix, int count)
    {
        var posted = new ConcurrentDictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        var begun = DateTimeOffset.UtcNow;
        await EachAsync(LoadNetwork.Orders(prefix, count), async order =>
        {
            posted[order.OrderId] = DateTimeOffset.UtcNow;
            await client.PostAsync(order);
        });
        await events.UntilAsync("dom.shipment.offered", prefix + "-", count);

        // By the storage's clock, which is this machine's: how soon the events are read does not matter.
        var shipments = await progress.ShipmentsAsync(prefix);
        var offered = shipments.GroupBy(shipment => shipment.OrderId).ToDictionary(order => order.Key, order => order.Max(shipment => shipment.WrittenAt));
        return (offered.Values.Max() - begun, [.. offered.Select(order => (order.Value - posted[order.Key]).TotalMilliseconds).Order()]);
    }

    /// <summary>Has the stores accept every offer.</summary>
    /// <param name="prefix">What the orders' ids begin with.</param>
    /// <returns>How long it took.</returns>
    public async Task<TimeSpan> AcceptAsync(string prefix)
    {
        var shipments = await progress.ShipmentsAsync(prefix);
        var watch = Stopwatch.StartNew();
        await EachAsync(shipments, shipment => client.ActAsync(shipment.LocationId, shipment.ShipmentId, "accept"));
        return watch.Elapsed;
    }

    /// <summary>Has the stores pick, pack and ship everything, and waits until the subscriber knows that the orders are completed.</summary>
    /// <param name="prefix">What the orders' ids begin with.</param>
    /// <param name="count">How many orders.</param>
    /// <returns>How long it took.</returns>
    public async Task<TimeSpan> ShipAsync(string prefix, int count)
    {
        var shipments = await progress.ShipmentsAsync(prefix);
        var watch = Stopwatch.StartNew();
        await EachAsync(shipments, async shipment =>
        {
            foreach (var verb in ToTheEnd)
            {
                await client.ActAsync(shipment.LocationId, shipment.ShipmentId, verb);
            }
        });
        await events.UntilAsync("dom.order.completed", prefix + "-", count);
        return watch.Elapsed;
    }

    private Task EachAsync<T>(IEnumerable<T> items, Func<T, Task> work) => Parallel.ForEachAsync(
        items, new ParallelOptions { MaxDegreeOfParallelism = concurrency }, async (item, _) => await work(item));
}
