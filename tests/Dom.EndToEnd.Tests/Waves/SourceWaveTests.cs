using System.Net;
using System.Text.Json;
using Dom.EndToEnd.Tests.Hosting;
using Dom.EndToEnd.Tests.Scenes;
using Dom.Functions;
using Dom.Functions.Storage;
using Xunit.Abstractions;

namespace Dom.EndToEnd.Tests.Waves;

/// <summary>A host whose waves run when an operator asks, and at no other time.</summary>
public sealed class SourceWaveTests(ITestOutputHelper output) : IAsyncLifetime
{
    private HostProcess _host = null!;

    public async Task InitializeAsync()
    {
        _host = await HostProcess.StartAsync(new Dictionary<string, string> { [nameof(DomOptions.SourceWaveSchedule)] = "0 0 0 1 1 *" });
        foreach (var profile in Channels.Profiles.Where(profile => profile.Waves.MovesOffers))
        {
            Assert.True(await new ConfigurationStore(_host.Tables()).PublishAsync(profile, CancellationToken.None));
        }
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task An_offer_moves_to_where_stock_has_come_and_is_shipped_from_there()
    {
        var scene = new Scene(_host.Callers, "M", Channels.Moving);
        var sku = scene.Id("sku");
        var places = await scene.OpenWithAsync(sku, 0, 0, 5);
        var order = scene.NewOrder().With(sku, 1);
        await scene.OfferAsync(order, places[2]);
        await scene.CountAsync(sku, places[0], 1);

        await WaveAsync(scene);
        var moved = await scene.WaitForShipmentAsync(order.OrderId, places[0], "offered");
        await scene.ShipAsync(moved);
        var ended = await scene.EndAsync(order.OrderId);

        Assert.Equal(("completed", 2, 0), (ended.State, ended.Attempts, ended.Lines.Single().Refusals));
        Assert.Single(await scene.TimelineAsync(order.OrderId), entry => entry is { Type: "dom.shipment.withdrawn", Reason: "recalled" } && entry.LocationId == places[2]);
        await scene.WaitForStockAsync(sku, places[2], onHand: 5, held: 0);
        await scene.WaitForStockAsync(sku, places[0], onHand: 0, held: 0);
    }

    [Fact]
    public async Task An_offer_stays_where_moving_costs_more_than_it_saves()
    {
        var scene = new Scene(_host.Callers, "S", Channels.Settled);
        var sku = scene.Id("sku");
        var places = await scene.OpenWithAsync(sku, 0, 0, 5);
        var order = scene.NewOrder().With(sku, 1);
        var offer = await scene.OfferAsync(order, places[2]);
        await scene.CountAsync(sku, places[0], 1);

        await WaveAsync(scene);
        await WaveAsync(scene);
        await scene.ShipAsync(offer);
        var ended = await scene.EndAsync(order.OrderId);

        Assert.Equal(("completed", 1), (ended.State, ended.Attempts));
        await scene.WaitForStockAsync(sku, places[2], onHand: 4, held: 0);
        await scene.WaitForStockAsync(sku, places[0], onHand: 1, held: 0);
    }

    [Fact]
    public async Task Nothing_is_lost_or_promised_twice_when_the_host_is_killed_in_the_middle_of_waves()
    {
        const int Orders = 20;
        const int Nearer = 12;
        var seed = Environment.TickCount;
        output.WriteLine($"Seed {seed}");
        var (random, scene) = (new Random(seed), new Scene(_host.Callers, "W", Channels.Moving));
        var sku = scene.Id("sku");
        var places = await scene.OpenWithAsync(sku, 0, 0, Orders);
        var orders = Enumerable.Range(0, Orders).Select(_ => scene.NewOrder().With(sku, 1)).ToList();
        await Task.WhenAll(orders.Select(order => scene.OfferAsync(order, places[2])));
        await scene.CountAsync(sku, places[0], Nearer);

        for (var kill = 0; kill < 5; kill++)
        {
            // One that was killed goes on by itself, and then no other is started.
            var answer = await scene.Callers.Operator.PostAsync("waves", new { requestId = Guid.NewGuid() });
            Assert.True(answer.Status is HttpStatusCode.Accepted or HttpStatusCode.Conflict, $"{answer.Status}");
            await Task.Delay(random.Next(0, 500));
            await _host.KillAsync();
            await _host.StartAgainAsync();
        }

        await WaveAsync(scene);
        await scene.WaitForStockAsync(sku, places[0], Nearer, held: Nearer);
        await scene.WaitForStockAsync(sku, places[2], Orders, held: Orders - Nearer);
        (await Ledger.ReadAsync(_host.Tables(), [sku])).AssertIsSound();
        foreach (var order in orders)
        {
            var seen = await scene.WaitAsync(order.OrderId, found => found.Shipments.Count(shipment => shipment.State == "offered") == 1);
            await scene.ShipAsync(seen.Shipments.Single(shipment => shipment.State == "offered"));
            Assert.Equal("completed", (await scene.EndAsync(order.OrderId)).State);
        }

        await scene.WaitForStockAsync(sku, places[0], onHand: 0, held: 0);
        await scene.WaitForStockAsync(sku, places[2], onHand: Nearer, held: 0);
        _host.AssertIsQuiet();
    }

    /// <summary>Starts a wave, once none is under way any more.</summary>
    private static async Task WaveAsync(Scene scene)
    {
        var requestId = Guid.NewGuid();
        var started = await Eventually.GetAsync(
            () => scene.Callers.Operator.PostAsync("waves", new { requestId }), answer => answer.Status == HttpStatusCode.Accepted);
        var again = (await scene.Callers.Operator.PostAsync("waves", new { requestId })).Expect(HttpStatusCode.Accepted);

        Assert.Equal(started.As<JsonElement>().GetProperty("waveId").GetString(), again.As<JsonElement>().GetProperty("waveId").GetString());
    }
}
