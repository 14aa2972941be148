using System.Globalization;
using Dom.Core.Fulfillment;
using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Orders;
using Dom.Core.Profiles;
using Dom.Core.Profiles.Rules;
using Dom.Functions.Fulfillment;
using Dom.Functions.Operations;
using Dom.Functions.Security;
using Dom.Functions.Storage;
using Dom.Functions.Tests.TestKit;
using Dom.Tests;

namespace Dom.Functions.Tests.Fulfillment;

[Collection(SharedAzurite.Name)]
public sealed class WakerTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private const string Sku = "SKU-1";

    private FunctionsBed _bed = null!;

    public async Task InitializeAsync() => _bed = await FunctionsBed.StartAsync(azurite);

    public async Task DisposeAsync() => await _bed.DisposeAsync();

    [Fact]
    public async Task StockCameAsync_wakes_only_whom_that_location_could_serve()
    {
        await _bed.ConfigureAsync(Within(50), Network.Store(1), Network.Store(2) with { Position = NewYork });
        await WaitAsync(An.Order("near").WithLine(Sku, 1));
        await WaitAsync(An.Order("collected").WithLine(Sku, 1, DeliveryMode.Pickup, "S2"));

        await ComeAsync(("S2", 9));

        Assert.Equal(["collected"], Woken("near", "collected"));
    }

    [Fact]
    public async Task StockCameAsync_wakes_the_oldest_for_whom_there_are_units()
    {
        await _bed.ConfigureAsync(Network.Profile, Network.Store(1));
        var ids = Enumerable.Range(1, 120).Select(number => string.Create(CultureInfo.InvariantCulture, $"W-{number:D3}")).ToArray();
        await WaitAsync(An.Order(ids[0]).WithLine(Sku, 5));
        foreach (var id in ids.Skip(1))
        {
            await WaitAsync(An.Order(id).WithLine(Sku, 1));
        }

        await ComeAsync(("S1", 3));

        Assert.Equal(ids[1..4], Woken(ids));
    }

    [Fact]
    public async Task SourceOrder_passes_on_what_a_woken_order_does_not_take()
    {
        await _bed.ConfigureAsync(Network.Profile with { Rules = [new PartialOrders { Id = "complete", Orders = false }] }, Network.Store(1));
        var first = await WaitAsync(An.Order("W-1").WithLine(Sku, 1).WithLine("SKU-2", 1));
        await WaitAsync(An.Order("W-2").WithLine(Sku, 1));
        await WaitAsync(An.Order("W-3").WithLine(Sku, 1));
        await ComeAsync(("S1", 1));
        Assert.Equal(["W-1"], Woken("W-1", "W-2", "W-3"));

        await SourceAsync(OrderFlow.Told(first, new OrderSignal { Kind = OrderSignalKind.Wake }));

        Assert.Equal(["W-1", "W-2"], Woken("W-1", "W-2", "W-3"));
    }

    [Fact]
    public async Task FollowShipment_that_frees_a_place_wakes_one_who_could_have_it()
    {
        await _bed.ConfigureAsync(Network.Profile, Network.Store(1, ordersPerDay: 1));
        await ComeAsync(("S1", 9));
        var offered = await _bed.OfferAsync(An.Order("W-0").WithLine(Sku, 1));
        await WaitAsync(An.Order("W-1").WithLine(Sku, 1));
        await WaitAsync(An.Order("W-2").WithLine(Sku, 1));
        await ComeAsync(("S1", 10));
        Assert.Empty(Woken("W-1", "W-2"));

        await _bed.ActAsync(offered.Offers[0], A.Command(ShipmentAction.Reject) with { Reason = "other" });
        await _bed.FollowAsync(offered.Offers[0]);

        Assert.Equal(["W-1"], Woken("W-1", "W-2"));
    }

    [Fact]
    public async Task LookAsync_wakes_as_many_as_a_new_day_has_places()
    {
        await _bed.ConfigureAsync(Network.Profile, Network.Store(1, ordersPerDay: 2));
        await ComeAsync(("S1", 9));
        await _bed.OfferAsync(An.Order("Y-1").WithLine(Sku, 1));
        await _bed.OfferAsync(An.Order("Y-2").WithLine(Sku, 1));
        string[] ids = ["W-1", "W-2", "W-3"];
        foreach (var id in ids)
        {
            await WaitAsync(An.Order(id).WithLine(Sku, 1));
        }

        await LookAsync();
        Assert.Empty(Woken(ids));
        _bed.Clock.Advance(TimeSpan.FromDays(1));
        await LookAsync();

        Assert.Equal(["W-1", "W-2"], Woken(ids));
    }

    [Theory]
    [InlineData("""{"name":"S1","type":"store","latitude":39.5,"longitude":-119.79,"modes":["ship"],"active":true}""", "W-1")]
    [InlineData("""{"name":"S1","type":"store","latitude":39.5,"longitude":-119.79,"modes":["pickup"],"active":true}""", "")]
    [InlineData("""{"name":"S1","type":"store","latitude":39.5,"longitude":-119.79,"modes":["ship"],"active":false}""", "")]
    public async Task PutLocation_wakes_whom_the_location_could_serve_now(string location, string woken)
    {
        await _bed.ConfigureAsync(Network.Profile, Network.Store(1) with { IsActive = false });
        await ComeAsync(("S1", 1));
        await WaitAsync(An.Order("W-1").WithLine(Sku, 1));

        var put = await new HttpCall("PUT", location).By(Role.Operator).With("If-Match", "*").SendAsync(request =>
            _bed.Functions<LocationFunctions>().PutLocation(request, "S1", _bed.Durable.Object, CancellationToken.None));

        Assert.Equal((200, woken), (put.Status, string.Join(' ', Woken("W-1"))));
    }

    [Fact]
    public async Task LookAsync_takes_away_the_notes_of_orders_that_do_not_wait_any_more()
    {
        await _bed.ConfigureAsync(Network.Profile, Network.Store(1));
        var first = await WaitAsync(An.Order("W-1").WithLine(Sku, 1));
        await _bed.CountAsync(Sku, ("S1", 1));
        await SourceAsync(OrderFlow.Told(first, new OrderSignal { Kind = OrderSignalKind.Retry }));
        await WaitAsync(An.Order("W-2").WithLine(Sku, 1));

        await ComeAsync(("S1", 2));

        Assert.Equal(["W-2"], Woken("W-1", "W-2"));
        Assert.Empty(await _bed.Get<WaitingStore>().ListAsync(CancellationToken.None));
    }

    [Fact]
    public async Task RecordOrder_takes_away_the_notes_of_an_order_that_was_called_off()
    {
        await _bed.ConfigureAsync(Network.Profile with { Rules = [new ExcludeLine { Id = "shut" }] }, Network.Store(1));
        var excluded = await WaitAsync(An.Order("W-1").WithLine(Sku, 1).WithLine("SKU-2", 1));
        await WaitAsync(An.Order("W-2").WithLine(Sku, 1));

        await _bed.OrderSteps.RecordOrder(OrderFlow.Told(excluded, new OrderSignal { Kind = OrderSignalKind.Cancel }), CancellationToken.None);

        Assert.Equal("W-2", Assert.Single(await _bed.Get<WaitingStore>().ListAsync(CancellationToken.None)).Order.OrderId.Value);
    }

    [Fact]
    public async Task StockCameAsync_lets_an_order_on_hold_sleep_and_serves_the_next()
    {
        await _bed.ConfigureAsync(Network.Profile, Network.Store(1));
        var held = await WaitAsync(An.Order("W-1").WithLine(Sku, 1));
        await _bed.OrderSteps.RecordOrder(OrderFlow.Told(held, new OrderSignal { Kind = OrderSignalKind.Hold }), CancellationToken.None);
        await WaitAsync(An.Order("W-2").WithLine(Sku, 1));

        await ComeAsync(("S1", 1));

        Assert.Equal(["W-2"], Woken("W-1", "W-2"));
        Assert.Equal("W-1", Assert.Single(await _bed.Get<WaitingStore>().ListAsync(CancellationToken.None)).Order.OrderId.Value);
    }

    [Fact]
    public async Task SourceOrder_has_the_waiting_watched_from_the_first_that_waits()
    {
        await _bed.ConfigureAsync(Network.Profile, Network.Store(1));

        await WaitAsync(An.Order("W-1").WithLine(Sku, 1));
        await WaitAsync(An.Order("W-2").WithLine(Sku, 1));

        Assert.Equal(WatchWaiting.InstanceId, Assert.Single(_bed.Durable.Started()).InstanceId);
    }

    private static GeoPoint NewYork { get; } = new(40.75, -73.99);

    private static Profile Within(double kilometres) => Network.Profile with { Rules = [new MaximumDistance { Id = "near", Km = kilometres }] };

    private async Task<OrderProgress> WaitAsync(Order order) => await SourceAsync(await _bed.SaveAsync(order));

    private async Task<OrderProgress> SourceAsync(OrderProgress progress) =>
        OrderFlow.Sourced(progress, await _bed.OrderSteps.SourceOrder(progress, _bed.Durable.Object, CancellationToken.None));

    private async Task ComeAsync(params (string Location, int OnHand)[] counts)
    {
        await _bed.CountAsync(Sku, counts);
        await _bed.Get<Waker>().StockCameAsync(
            _bed.Durable.Object, new Sku(Sku), [.. counts.Select(count => new LocationId(count.Location))], CancellationToken.None);
    }

    private Task LookAsync() => _bed.Get<Waker>().LookAsync(_bed.Durable.Object, CancellationToken.None);

    private string[] Woken(params string[] orders) => [.. orders.Where(order => _bed.Durable.Raised(order).Count > 0)];
}
