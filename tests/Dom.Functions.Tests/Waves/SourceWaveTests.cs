using System.Text.Json;
using Dom.Core;
using Dom.Core.Fulfillment;
using Dom.Core.Network;
using Dom.Core.Orders;
using Dom.Core.Profiles;
using Dom.Functions.Fulfillment;
using Dom.Functions.Storage;
using Dom.Functions.Tests.TestKit;
using Dom.Functions.Waves;
using Dom.Tests;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Dom.Functions.Tests.Waves;

/// <summary>Waves over orders that are under way: real orchestrations, steps and tables, and a clock that the test moves.</summary>
[Collection(SharedAzurite.Name)]
public sealed class SourceWaveTests(AzuriteFixture azurite) : IAsyncLifetime
{
    // S99 lies some 85 km farther from Reno than S1: a parcel from there costs about 42 minor units more.
    private static readonly GeoPoint ByS99 = Network.Store(99).Position;

    private FunctionsBed _bed = null!;
    private DurableBed _durable = null!;

    public async Task InitializeAsync()
    {
        _bed = await FunctionsBed.StartAsync(azurite);
        _durable = await DurableBed.StartAsync(_bed.Activities(() => _durable.Client), _bed.Clock);
    }

    public async Task DisposeAsync()
    {
        await _durable.DisposeAsync();
        await _bed.DisposeAsync();
    }

    [Fact]
    public async Task An_offer_moves_to_where_stock_has_come_when_that_saves_more_than_churn()
    {
        await ConfigureAsync(churn: 20);
        await _bed.CountAsync("SKU-1", ("S1", 0), ("S99", 5));
        await StartAsync("W-1");
        await _bed.CountAsync("SKU-1", ("S1", 1));

        var report = await WaveAsync();
        await _durable.EpisodesAsync("W-1~2.1", 2);

        Assert.Equal((1, 0, 1), (report.Offered, report.Waiting, report.Moved));
        Assert.Equal((ShipmentState.Withdrawn, ShipmentState.Offered), (await StateAsync("S99", "W-1~1.1"), await StateAsync("S1", "W-1~2.1")));
        Assert.Equal(((5, 0), (1, 1)), (await _bed.StockAsync("SKU-1", "S99"), await _bed.StockAsync("SKU-1", "S1")));
        var line = (await OrderAsync("W-1")).Progress.Lines.Single();
        Assert.Equal((0, 0, 0), (line.Refusals, line.RefusedBy.Length, line.PlannedAt.Length));
    }

    [Theory]
    [InlineData(1_000, true)]
    [InlineData(0, false)]
    public async Task An_offer_stays_where_moving_costs_more_or_the_profile_lets_nothing_move(long churn, bool movesOffers)
    {
        await ConfigureAsync(churn, movesOffers);
        await _bed.CountAsync("SKU-1", ("S1", 0), ("S99", 5));
        await StartAsync("W-1");
        await _bed.CountAsync("SKU-1", ("S1", 1));

        var report = await WaveAsync();

        Assert.Equal(0, report.Moved);
        Assert.Equal(ShipmentState.Offered, await StateAsync("S99", "W-1~1.1"));
    }

    [Fact]
    public async Task What_a_location_accepts_in_the_meantime_stays()
    {
        await ConfigureAsync(churn: 20);
        await _bed.CountAsync("SKU-1", ("S1", 0), ("S99", 5));
        await StartAsync("W-1");
        await _bed.CountAsync("SKU-1", ("S1", 1));
        var decision = await _bed.Get<WaveActivities>().PlanWave(new WaveRun("1", A.Moment), CancellationToken.None);
        await _bed.Get<ShipmentStore>().DecideAsync(new LocationId("S99"), ShipmentId.From("W-1~1.1"), A.Command(ShipmentAction.Accept), CancellationToken.None);

        var recorded = Recorded();
        await _bed.Get<WaveActivities>().MoveOrders(decision, _durable.Client, CancellationToken.None);
        await recorded;

        Assert.Single(decision.Moves);
        Assert.Equal(ShipmentState.Accepted, await StateAsync("S99", "W-1~1.1"));
        Assert.Equal((5, 1), await _bed.StockAsync("SKU-1", "S99"));
        Assert.Equal(1, (await OrderAsync("W-1")).Progress.Attempt);
    }

    [Fact]
    public async Task A_wave_that_tells_twice_moves_once()
    {
        await ConfigureAsync(churn: 20);
        await _bed.CountAsync("SKU-1", ("S1", 0), ("S99", 5));
        await StartAsync("W-1");
        await _bed.CountAsync("SKU-1", ("S1", 1));
        var decision = await _bed.Get<WaveActivities>().PlanWave(new WaveRun("1", A.Moment), CancellationToken.None);

        await _bed.Get<WaveActivities>().MoveOrders(decision, _durable.Client, CancellationToken.None);
        await _bed.Get<WaveActivities>().MoveOrders(decision, _durable.Client, CancellationToken.None);
        await _durable.EpisodesAsync("W-1~2.1", 2);
        await _bed.Get<WaveActivities>().MoveOrders(decision, _durable.Client, CancellationToken.None);
        await AcceptAndShipAsync("S1", "W-1~2.1");

        Assert.Equal(OrderState.Completed, await _durable.EndAsync("W-1"));
        Assert.Equal(2, (await OrderAsync("W-1")).Progress.Attempt);
        Assert.Equal((0, 0), await _bed.StockAsync("SKU-1", "S1"));
    }

    [Fact]
    public async Task Orders_that_hold_what_is_better_for_each_other_swap()
    {
        await ConfigureAsync(churn: 20);
        await _bed.CountAsync("SKU-1", ("S1", 1), ("S99", 0));
        await StartAsync("W-1", ByS99);
        await _bed.CountAsync("SKU-1", ("S99", 1));
        await StartAsync("W-2");

        var report = await WaveAsync();
        await _durable.Client.WaitForInstanceCompletionAsync("W-1~1.1").WaitAsync(TimeSpan.FromSeconds(60));
        await _durable.Client.WaitForInstanceCompletionAsync("W-2~1.1").WaitAsync(TimeSpan.FromSeconds(60));
        _bed.Clock.Advance(TimeSpan.FromSeconds(10));
        await _durable.EpisodesAsync("W-1~2.1", 2);
        await _durable.EpisodesAsync("W-2~2.1", 2);

        Assert.Equal((2, 2), (report.Moved, report.Together));
        Assert.Equal((ShipmentState.Offered, ShipmentState.Offered), (await StateAsync("S99", "W-1~2.1"), await StateAsync("S1", "W-2~2.1")));
        Assert.Equal(((1, 1), (1, 1)), (await _bed.StockAsync("SKU-1", "S1"), await _bed.StockAsync("SKU-1", "S99")));
    }

    [Fact]
    public async Task What_is_gone_when_its_turn_comes_is_taken_from_the_next_best()
    {
        await ConfigureAsync(churn: 20);
        await _bed.CountAsync("SKU-1", ("S1", 0), ("S99", 5));
        await StartAsync("W-1");
        await _bed.CountAsync("SKU-1", ("S1", 1));
        var decision = await _bed.Get<WaveActivities>().PlanWave(new WaveRun("1", A.Moment), CancellationToken.None);
        await StartAsync("W-2");

        await _bed.Get<WaveActivities>().MoveOrders(decision, _durable.Client, CancellationToken.None);
        await _durable.EpisodesAsync("W-1~2.1", 2);

        Assert.Equal((ShipmentState.Offered, ShipmentState.Offered), (await StateAsync("S1", "W-2~1.1"), await StateAsync("S99", "W-1~2.1")));
        Assert.Equal(((1, 1), (5, 1)), (await _bed.StockAsync("SKU-1", "S1"), await _bed.StockAsync("SKU-1", "S99")));
    }

    [Fact]
    public async Task An_order_gives_way_to_one_that_found_nothing_elsewhere()
    {
        // W-1 can come from both, W-2 is collected at S1.
        await ConfigureAsync(churn: 20);
        await _bed.CountAsync("SKU-1", ("S1", 1), ("S99", 0));
        await StartAsync("W-1");
        await StartAsync(An.Order("W-2").WithLine("SKU-1", 1, DeliveryMode.Pickup, "S1"), isOffered: false);
        await _bed.CountAsync("SKU-1", ("S99", 1));

        var report = await WaveAsync();
        await _durable.EpisodesAsync("W-1~2.1", 2);
        var woken = _bed.Durable.Raised("W-2");

        Assert.Equal((1, 1, 1), (report.Offered, report.Waiting, report.Moved));
        Assert.Equal(ShipmentState.Offered, await StateAsync("S99", "W-1~2.1"));
        Assert.Empty(woken);
        await _durable.EpisodesAsync("W-2~2.1", 2);
        Assert.Equal(ShipmentState.Offered, await StateAsync("S1", "W-2~2.1"));
    }

    private Task ConfigureAsync(long churn, bool movesOffers = true) => _bed.ConfigureAsync(
        Network.Profile with { Costs = Network.Profile.Costs with { ChurnMinorUnits = churn }, Waves = new WavePolicy { MovesOffers = movesOffers } },
        Network.Store(1),
        Network.Store(99));

    private Task StartAsync(string orderId, GeoPoint? destination = null)
    {
        var order = An.Order(orderId).WithLine("SKU-1", 1);
        return StartAsync(destination is { } point ? order with { Destination = order.Destination! with { Position = point } } : order);
    }

    /// <summary>Starts an order; ends once its first shipment waits for its location, or the order for a location.</summary>
    private async Task StartAsync(Order order, bool isOffered = true)
    {
        var waits = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _bed.Crash.Before = name =>
        {
            _ = name == "Waiting: write row" && waits.TrySetResult();
            return Task.CompletedTask;
        };
        await _durable.Client.ScheduleNewOrchestrationInstanceAsync(
            nameof(FulfillOrder),
            new FulfillOrderInput { Received = new ReceivedOrder(order, "fingerprint", A.Moment) },
            new StartOrchestrationOptions(order.OrderId.Value));
        await (isOffered ? _durable.EpisodesAsync(order.OrderId + "~1.1", 2) : waits.Task.WaitAsync(TimeSpan.FromSeconds(60)));
        await (isOffered ? Task.CompletedTask : _durable.EpisodesAsync(order.OrderId.Value, 3));
    }

    private async Task<WaveReport> WaveAsync()
    {
        var id = await _durable.Client.ScheduleNewOrchestrationInstanceAsync(
            nameof(SourceWave), new WaveRun("1", A.Moment), new StartOrchestrationOptions(SourceWave.InstanceId));
        var ended = await _durable.Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true).WaitAsync(TimeSpan.FromSeconds(60));
        return ended.RuntimeStatus == OrchestrationRuntimeStatus.Completed
            ? JsonSerializer.Deserialize<WaveReport>(ended.SerializedOutput!, DomJson.Options)!
            : throw new InvalidOperationException($"{id} is {ended.RuntimeStatus}: {ended.FailureDetails}");
    }

    private async Task AcceptAndShipAsync(string location, string shipmentId)
    {
        foreach (var action in (ShipmentAction[])[ShipmentAction.Accept, ShipmentAction.Ship])
        {
            await _bed.Get<ShipmentStore>().DecideAsync(new LocationId(location), ShipmentId.From(shipmentId), A.Command(action), CancellationToken.None);
            await _durable.Client.TryRaiseEventAsync(shipmentId, ShipmentSignal.EventName, new ShipmentSignal(), CancellationToken.None);
        }
    }

    /// <summary>Ends once an order's own row is written next.</summary>
    private Task Recorded()
    {
        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _bed.Crash.Before = name =>
        {
            _ = name == "Orders: transaction" && written.TrySetResult();
            return Task.CompletedTask;
        };
        return written.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }

    private async Task<ShipmentState> StateAsync(string location, string shipmentId) =>
        (await _bed.Get<ShipmentStore>().FindAsync(new LocationId(location), ShipmentId.From(shipmentId), CancellationToken.None))!.State;

    private Task<StoredOrder> OrderAsync(string orderId) => _bed.Get<OrderStore>().GetAsync(new OrderId(orderId), CancellationToken.None);
}
