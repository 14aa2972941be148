using System.Collections.Concurrent;
using Dom.EndToEnd.Tests.Hosting;
using Dom.EndToEnd.Tests.Scenes;
using Xunit.Abstractions;

namespace Dom.EndToEnd.Tests.Crowds;

/// <summary>Far more orders than stock, all at once.</summary>
public sealed class ScarceStockTests(ITestOutputHelper output)
{
    private const int Orders = 500;
    private const int Skus = 30;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task Five_hundred_orders_at_once_share_what_there_is()
    {
        var seed = Environment.TickCount;
        output.WriteLine($"Seed {seed}");
        var random = new Random(seed);
        await using var host = await HostProcess.StartAsync();
        var scene = new Scene(host.Callers, "S", "web");
        var (skus, stocked) = await StockAsync(scene, random);
        var orders = Enumerable.Range(0, Orders).Select(_ => RandomOrder(scene, skus, random)).ToList();
        var ended = new ConcurrentDictionary<string, OrderSeen>();

        await Parallel.ForEachAsync(orders, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (order, _) => await scene.SendAsync(order));
        (await Ledger.ReadAsync(host.Tables(), skus)).AssertIsSound();
        await using (var workers = new Workers(scene, shipment => (shipment.State == "offered" ? "accept" : "ship", new { requestId = shipment.State })))
        {
            foreach (var location in stocked.Keys.Select(at => at.LocationId).Distinct())
            {
                workers.Start(location, atATime: 2);
            }

            await Eventually.GetAsync(
                async () =>
                {
                    (await Ledger.ReadAsync(host.Tables(), skus)).AssertIsSound();
                    foreach (var order in orders.Where(order => !ended.ContainsKey(order.OrderId)))
                    {
                        if (await scene.OrderAsync(order.OrderId) is { State: "completed" or "waiting" } seen)
                        {
                            ended[order.OrderId] = seen;
                        }
                    }

                    return Orders - ended.Count;
                },
                open => open == 0,
                patience: Patience);
            await Eventually.GetAsync(() => ReadWaitingAsync(scene, host, skus, ended), isStill => isStill, patience: Patience);
        }

        var ledger = await Ledger.ReadAsync(host.Tables(), skus);
        ledger.AssertIsSound();
        Assert.Empty(ledger.Holds);
        Assert.All(ended.Values.SelectMany(order => order.Lines), line => Assert.True(
            line.Fulfilled == line.Quantity || line.Exception is { Type: "noStock" or "limitedByOrder" }, line.ToString()));
        foreach (var sku in skus)
        {
            // All there was is given out or still there, and nothing beside.
            var fulfilled = ended.Values.SelectMany(order => order.Lines).Where(line => line.Sku == sku).Sum(line => line.Fulfilled);
            var left = ledger.Levels.Where(level => level.Sku == sku).Sum(level => level.OnHand);
            Assert.Equal(stocked.Where(level => level.Key.Sku == sku).Sum(level => level.Value), fulfilled + left);
        }

        foreach (var level in ledger.Levels)
        {
            var shipped = ended.Values.SelectMany(order => order.Shipments)
                .Where(shipment => shipment.LocationId == level.LocationId && shipment.State == "shipped")
                .SelectMany(shipment => shipment.Lines)
                .Where(line => line.Sku == level.Sku)
                .Sum(line => line.Quantity);
            Assert.Equal(stocked[(level.Sku, level.LocationId)], level.OnHand + shipped);
        }

        host.AssertIsQuiet();
    }

    // What waits may be woken by what another order gives back, after it was seen to wait: it has ended when nothing is held, and it waits as before.
    private static async Task<bool> ReadWaitingAsync(Scene scene, HostProcess host, IReadOnlyList<string> skus, ConcurrentDictionary<string, OrderSeen> ended)
    {
        var isStill = (await Ledger.ReadAsync(host.Tables(), skus)).Holds.IsEmpty;
        foreach (var before in ended.Values.Where(order => order.State != "completed"))
        {
            var now = await scene.OrderAsync(before.OrderId);
            isStill &= (now.State, now.Attempts) == (before.State, before.Attempts);
            ended[before.OrderId] = now;
        }

        return isStill;
    }

    private static async Task<(IReadOnlyList<string> Skus, Dictionary<(string Sku, string LocationId), int> Stocked)> StockAsync(Scene scene, Random random)
    {
        string[] locations =
        [
            await scene.OpenAsync("near", Places.Near), await scene.OpenAsync("middle", Places.Middle), await scene.OpenAsync("far", Places.Far),
        ];
        string[] skus = [.. Enumerable.Range(1, Skus).Select(number => scene.Id($"sku-{number}"))];
        var stocked = new Dictionary<(string Sku, string LocationId), int>();
        foreach (var sku in skus)
        {
            // One to five units in all.
            foreach (var location in locations)
            {
                stocked[(sku, location)] = 0;
            }

            for (var unit = random.Next(1, 6); unit > 0; unit--)
            {
                stocked[(sku, locations[random.Next(locations.Length)])]++;
            }

            foreach (var location in locations)
            {
                await scene.CountAsync(sku, location, stocked[(sku, location)]);
            }
        }

        return (skus, stocked);
    }

    private static TestOrder RandomOrder(Scene scene, IReadOnlyList<string> skus, Random random) =>
        Enumerable.Range(0, random.Next(1, 4)).Aggregate(scene.NewOrder(), (order, _) => order.With(skus[random.Next(skus.Count)], random.Next(1, 3)));
}
