using System.Text;
using Azure.Messaging.ServiceBus;
using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Sourcing.Scarcity;
using Dom.Functions.Intake;
using Dom.Functions.Security;
using Dom.Functions.Storage;
using Dom.Functions.Stores;
using Dom.Functions.Tests.TestKit;
using Dom.Tests;
using Microsoft.Azure.Functions.Worker;
using Moq;
using Xunit.Abstractions;

namespace Dom.Functions.Tests.Fulfillment;

/// <summary>What an order costs, outside the durable engine's own history: docs/operations.md shows what this prints.</summary>
[Collection(SharedAzurite.Name)]
public sealed class OrderCostTests(AzuriteFixture azurite, ITestOutputHelper output) : IAsyncLifetime
{
    private FunctionsBed _bed = null!;
    private DurableBed _durable = null!;
    private int _calls;

    public async Task InitializeAsync()
    {
        _bed = await FunctionsBed.StartAsync(azurite);
        _durable = await DurableBed.StartAsync(_bed.Activities(() => _durable.Client, () => Interlocked.Increment(ref _calls)), _bed.Clock);
    }

    public async Task DisposeAsync()
    {
        await _durable.DisposeAsync();
        await _bed.DisposeAsync();
    }

    [Theory]
    [InlineData(null, 15)]
    [InlineData(40, 19)]
    public async Task An_order_of_one_line_is_accepted_at_the_price_that_the_documents_name(int? ordersPerDay, int expected)
    {
        await WarmAsync(ordersPerDay);

        await OfferedAsync("W-2");
        await ActAsync("W-2~1.1", "accept", 4);

        Print($"queue to accepted, {(ordersPerDay is null ? "without" : "with")} a capacity");
        Assert.InRange(_bed.Crash.Done.Count(IsOnTables), 1, 30);
        Assert.Equal(expected, _bed.Crash.Done.Count(IsOnTables));
    }

    [Fact]
    public async Task Scarcity_prices_come_with_the_stock_and_cost_no_operation()
    {
        var prices = new ScarcityVersion
        {
            Version = "20261121T030000Z",
            LearnedAt = A.Moment.AddHours(-7),
            From = A.Moment.AddHours(-31),
            To = A.Moment.AddHours(-7),
            NetworkVersion = "1",
            Orders = 100,
            DriftPerMille = 0,
            Places = [],
        };
        await WarmAsync(ordersPerDay: null);
        await _bed.Get<LearningStore>().WriteBesideStockAsync(
            new SkuPrices(new Sku("SKU-1"), prices.Version, [new LocationPrice(new LocationId("S1"), 90_000)]), CancellationToken.None);
        await _bed.Get<ConfigurationStore>().PublishPricesAsync(prices, CancellationToken.None);
        await OfferedAsync("W-3");
        await ActAsync("W-3~1.1", "accept", 4, "S2");
        _bed.Crash.Clear();

        await OfferedAsync("W-2");
        await ActAsync("W-2~1.1", "accept", 4, "S2");

        Assert.Equal(15, _bed.Crash.Done.Count(IsOnTables));
    }

    [Fact]
    public async Task An_order_of_one_line_is_shipped_at_the_price_that_the_documents_name()
    {
        await WarmAsync(ordersPerDay: null);

        await OfferedAsync("W-2");
        await ActAsync("W-2~1.1", "accept", 4);
        await ActAsync("W-2~1.1", "ship", null);
        await _durable.EndAsync("W-2");

        Print("queue to shipped, without a capacity");
        Assert.Equal(24, _bed.Crash.Done.Count(IsOnTables));
    }

    /// <summary>One order before, so that the configuration and the location's answers are read as they are in operation: when they have changed.</summary>
    private async Task WarmAsync(int? ordersPerDay)
    {
        await _bed.ConfigureAsync(Network.Profile, Network.Store(1, ordersPerDay), Network.Store(2, ordersPerDay));
        await _bed.CountAsync("SKU-1", ("S1", 50), ("S2", 50));
        await OfferedAsync("W-1");
        await ActAsync("W-1~1.1", "accept", 4);
        _bed.Crash.Clear();
        _calls = 0;
    }

    private async Task OfferedAsync(string orderId)
    {
        var body = $$"""
            {"orderId":"{{orderId}}","channel":"web","placedAt":"2026-11-21T10:00:00Z","currency":"USD",
             "destination":{"line1":"1 Main St","city":"Reno","region":"NV","postalCode":"89501","country":"US","latitude":39.5,"longitude":-119.8},
             "lines":[{"lineId":"1","sku":"SKU-1","quantity":2,"mode":"ship"}]}
            """;
        var message = ServiceBusModelFactory.ServiceBusReceivedMessage(body: new BinaryData(Encoding.UTF8.GetBytes(body)), messageId: orderId);
        await _bed.Functions<ReceiveOrder>().RunAsync(
            message, new Mock<ServiceBusMessageActions>().Object, _durable.Client, CancellationToken.None);
        await _durable.EpisodesAsync(orderId + "~1.1", 2);
    }

    private async Task ActAsync(string shipmentId, string verb, int? episodes, string location = "S1")
    {
        var answer = await new HttpCall("POST", $$"""{"requestId":"{{verb}}"}""").By(Role.Store, location).SendAsync(request =>
            _bed.Functions<ShipmentFunctions>().ActOnShipment(request, location, shipmentId, verb, _durable.Client, CancellationToken.None));
        Assert.Equal(200, answer.Status);
        if (episodes is { } until)
        {
            await _durable.EpisodesAsync(shipmentId, until);
        }
    }

    private void Print(string road)
    {
        output.WriteLine($"{road}: {_bed.Crash.Done.Count(IsOnTables)} table operations, "
            + $"{_bed.Crash.Done.Count(name => !IsOnTables(name))} messages sent, {_calls} activity calls");
        foreach (var (name, number) in _bed.Crash.Done.Select((name, number) => (name, number)))
        {
            output.WriteLine($"{number + 1,3}. {name}");
        }
    }

    private static bool IsOnTables(string name) => !name.StartsWith("message", StringComparison.Ordinal);
}
