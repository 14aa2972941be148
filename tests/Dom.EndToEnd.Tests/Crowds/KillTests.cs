using Azure.Data.Tables;
using Dom.EndToEnd.Tests.Hosting;
using Dom.EndToEnd.Tests.Scenes;
using Xunit.Abstractions;

namespace Dom.EndToEnd.Tests.Crowds;

/// <summary>The host is killed again and again while orders come in and stores work. Nothing is lost, and nothing happens twice.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Orders = 100;
    private const int Kills = 9;
    private const int OnHand = 1000;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    [Fact]
    public async Task Orders_survive_a_host_that_is_killed_again_and_again()
    {
        var seed = Environment.TickCount;
        output.WriteLine($"Seed {seed}");
        await using var host = await HostProcess.StartAsync();
        var scene = new Scene(host.Callers, "K", "web");
        string[] skus = [scene.Id("one"), scene.Id("two")];
        var places = await scene.OpenWithAsync(skus[0], OnHand, OnHand, OnHand);
        foreach (var place in places)
        {
            await scene.CountAsync(skus[1], place, OnHand);
        }

        var orders = Enumerable.Range(0, Orders).Select(number => scene.NewOrder().With(skus[0], 3).With(skus[number % 2], 2)).ToList();
        await using (var workers = new Workers(scene, shipment => Decide(shipment, places)))
        {
            foreach (var place in places)
            {
                workers.Start(place, atATime: 4);
            }

            var posting = PostAsync(scene, orders, new Random(seed));
            await KillAgainAndAgainAsync(host, new Random(seed + 1));
            await posting;
            foreach (var order in orders)
            {
                await scene.WaitAsync(order.OrderId, seen => seen.HasEnded, Patience);
            }
        }

        var ended = await Task.WhenAll(orders.Select(order => scene.OrderAsync(order.OrderId)));
        Assert.All(ended.SelectMany(order => order.Lines), line => Assert.Equal((line.Quantity, 0), (line.Fulfilled, line.Cancelled)));
        await AssertStockAsync(host, skus, ended);
        await AssertStoriesAsync(host, scene, ended);
        host.AssertIsQuiet();
    }

    // The nearest location refuses every third order and finds one unit too few in every third, the next takes a part only; the last takes all.
    private static (string Action, object? Body) Decide(ShipmentSeen shipment, IReadOnlyList<string> places)
    {
        var number = int.Parse(shipment.OrderId[(shipment.OrderId.LastIndexOf('-') + 1)..], System.Globalization.CultureInfo.InvariantCulture) % 3;
        var (isFirst, isSecond) = (shipment.LocationId == places[0], shipment.LocationId == places[1]);
        var requestId = $"{shipment.ShipmentId}/{shipment.State}";
        object Short(string reason) =>
            new { requestId, reason, lines = shipment.Lines.Select((line, i) => new { line.LineId, quantity = line.Quantity - (i == 0 ? 1 : 0) }) };

        return shipment.State switch
        {
            "offered" when isFirst && number == 0 => ("reject", new { requestId, reason = "noCapacity" }),
            "offered" when isSecond && number == 0 => ("accept", Short("other")),
            "offered" => ("accept", new { requestId }),
            "accepted" when isFirst && number == 1 => ("pick", Short("other")),
            "accepted" => ("pick", new { requestId }),
            "picked" => ("pack", new { requestId }),
            _ => ("ship", new { requestId }),
        };
    }

    private static async Task PostAsync(Scene scene, IReadOnlyList<TestOrder> orders, Random random)
    {
        foreach (var order in orders)
        {
            await Patiently.DoAsync(() => scene.SendAsync(order));
            await Task.Delay(random.Next(0, 150));
        }
    }

    private async Task KillAgainAndAgainAsync(HostProcess host, Random random)
    {
        for (var kill = 1; kill <= Kills; kill++)
        {
            // The moments are the point: anywhere in the work, and every third time while it starts.
            if (kill % 3 == 0)
            {
                await host.KillAsync();
                host.Launch();
                await Task.Delay(random.Next(200, 1500));
                await host.KillAsync();
            }
            else
            {
                await Task.Delay(random.Next(100, 2000));
                await (kill % 2 == 0 ? host.KillGroupAsync() : host.KillAsync());
            }

            output.WriteLine($"Killed {kill} times");
            await host.StartAgainAsync();
        }
    }

    private static async Task AssertStockAsync(HostProcess host, string[] skus, OrderSeen[] ended)
    {
        // What was shipped a moment ago is settled a moment later.
        var ledger = await Eventually.GetAsync(() => Ledger.ReadAsync(host.Tables(), skus), seen => seen.Holds.IsEmpty);

        ledger.AssertIsSound();
        Assert.All(ledger.Levels, level =>
        {
            var shipped = ended.SelectMany(order => order.Shipments)
                .Where(shipment => shipment.LocationId == level.LocationId && shipment.State == "shipped")
                .SelectMany(shipment => shipment.Lines)
                .Where(line => line.Sku == level.Sku)
                .Sum(line => line.Quantity);
            Assert.Equal((OnHand - shipped, 0), (level.OnHand, level.Held));
        });
    }

    private static async Task AssertStoriesAsync(HostProcess host, Scene scene, OrderSeen[] ended)
    {
        var events = (await scene.Callers.EventsAsync()).Select(seen => seen.MessageId).ToList();
        var told = new List<string>();
        foreach (var order in ended)
        {
            var timeline = await scene.TimelineAsync(order.OrderId);
            told.AddRange(timeline.Select(entry => $"{order.OrderId}/{entry.Id}"));
            Assert.Single(timeline, entry => entry.Type == "dom.order.received");
            Assert.Single(timeline, entry => entry.Type == "dom.order.completed");
            Assert.Equal(order.Shipments.Count, timeline.Count(entry => entry.Type == "dom.shipment.offered"));
            Assert.Equal(order.Shipments.Count(shipment => shipment.State == "shipped"), timeline.Count(entry => entry.Type == "dom.shipment.shipped"));
            Assert.Equal(order.Lines.Select(line => line.LineId), await OutcomesAsync(host, order.OrderId));
        }

        Assert.Equal(told.Order(StringComparer.Ordinal), told.Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(told.Order(StringComparer.Ordinal), events.Order(StringComparer.Ordinal));
    }

    private static async Task<List<string>> OutcomesAsync(HostProcess host, string orderId)
    {
        const string prefix = "outcome|";
        var lines = new List<string>();
        await foreach (var row in host.Tables().Orders.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {orderId}")))
        {
            if (row.RowKey.StartsWith(prefix, StringComparison.Ordinal))
            {
                lines.Add(row.RowKey[prefix.Length..]);
            }
        }

        return lines;
    }
}
