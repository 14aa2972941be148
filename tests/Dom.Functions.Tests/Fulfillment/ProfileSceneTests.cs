using Dom.Core.Fulfillment;
using Dom.Core.Network;
using Dom.Core.Orders;
using Dom.Core.Profiles.Delivery;
using Dom.Functions.Fulfillment;
using Dom.Functions.Profiles;
using Dom.Functions.Security;
using Dom.Functions.Storage;
using Dom.Functions.Tests.Profiles;
using Dom.Functions.Tests.TestKit;
using Dom.Tests;
using Microsoft.DurableTask;

namespace Dom.Functions.Tests.Fulfillment;

/// <summary>What profiles do to orders under way: real orchestrations, steps and tables.</summary>
[Collection(SharedAzurite.Name)]
public sealed class ProfileSceneTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private const string Web = """{"name":"Web","scope":{"channels":["web"]},"costs":{"currency":"USD","parcelMinorUnits":550}}""";

    private FunctionsBed _bed = null!;
    private DurableBed _durable = null!;

    public async Task InitializeAsync()
    {
        _bed = await FunctionsBed.StartAsync(azurite);
        _durable = await DurableBed.StartAsync(_bed.Activities(() => _durable.Client), _bed.Clock);
        Assert.True(await _bed.Get<ConfigurationStore>().PutLocationAsync(
            Network.Store(1) with { Modes = [DeliveryMode.Ship, Curbside] }, null, CancellationToken.None));
        await _bed.CountAsync("SKU-1", ("S1", 9));
    }

    public async Task DisposeAsync()
    {
        await _durable.DisposeAsync();
        await _bed.DisposeAsync();
    }

    [Fact]
    public async Task An_order_that_no_profile_covers_is_sourced_when_one_is_published_that_does()
    {
        await StartAsync(An.Order("W-1").WithLine("SKU-1", 1));
        await _durable.EpisodesAsync("W-1", 3);
        var waiting = await OrderAsync("W-1");

        await PublishAsync(Web);
        await _durable.EpisodesAsync("W-1~2.1", 2);

        Assert.Equal("noProfile", waiting.Progress.Lines[0].Exception?.Type);
        Assert.Equal(ShipmentState.Offered, (await ShipmentAsync("W-1~2.1")).State);
        Assert.Null((await OrderAsync("W-1")).Progress.Lines[0].Exception);
    }

    [Fact]
    public async Task A_mode_of_the_retailer_that_is_collected_is_made_ready_whatever_is_published_meanwhile()
    {
        const string curbside = """{"name":"Web","costs":{"currency":"USD"},"delivery":{"modes":[{"mode":"curbside","kind":"pickup"}]}}""";
        await PublishAsync(curbside);
        await StartAsync(An.Order("W-1").WithLine("SKU-1", 1, Curbside, "S1") with { Destination = null });
        await _durable.EpisodesAsync("W-1~1.1", 2);
        await PublishAsync(curbside.Replace("\"pickup\"", "\"ship\"", StringComparison.Ordinal));

        var offered = await ShipmentAsync("W-1~1.1");
        foreach (var action in (ShipmentAction[])[ShipmentAction.Accept, ShipmentAction.Ready, ShipmentAction.Collect])
        {
            Assert.IsType<ShipmentOutcome.Changed>(await DecideAsync(action));
        }

        await _durable.SignalAsync("W-1~1.1");

        Assert.Equal((OrderState.Completed, ShipmentState.Collected), (await _durable.EndAsync("W-1"), (await ShipmentAsync("W-1~1.1")).State));
        Assert.Equal(DeliveryKind.Pickup, offered.Kind);
    }

    private static DeliveryMode Curbside { get; } = new("curbside");

    private Task<ShipmentOutcome?> DecideAsync(ShipmentAction action) =>
        _bed.Get<ShipmentStore>().DecideAsync(new LocationId("S1"), ShipmentId.From("W-1~1.1"), A.Command(action), CancellationToken.None);

    private Task<string> StartAsync(Order order) => _durable.Client.ScheduleNewOrchestrationInstanceAsync(
        nameof(FulfillOrder),
        new FulfillOrderInput { Received = new ReceivedOrder(order, "fingerprint", A.Moment) },
        new StartOrchestrationOptions(order.OrderId.Value));

    private async Task PublishAsync(string profile)
    {
        Assert.Equal(201, (await new ProfileCalls(_bed).PutDraftAsync(profile)).Status);
        var published = await new HttpCall("POST", "").By(Role.Operator)
            .SendAsync(request => _bed.Functions<ProfileActionFunctions>().PublishProfile(request, "us", _durable.Client, CancellationToken.None));
        Assert.Equal(200, published.Status);
    }

    private Task<StoredOrder> OrderAsync(string orderId) => _bed.Get<OrderStore>().GetAsync(new OrderId(orderId), CancellationToken.None);

    private async Task<Shipment> ShipmentAsync(string shipmentId) =>
        (await _bed.Get<ShipmentStore>().FindAsync(new LocationId("S1"), ShipmentId.From(shipmentId), CancellationToken.None))!;
}
