using Dom.Core.Fulfillment;
using Dom.Core.Inventory;
using Dom.Core.Orders;
using Dom.Functions.Fulfillment;
using Dom.Functions.Tests.TestKit;
using Dom.Tests;
using Microsoft.DurableTask;

namespace Dom.Functions.Tests.Fulfillment;

public sealed class FulfillOrderTests : IAsyncLifetime
{
    private const string Order = "W-1001";
    private const string First = "W-1001~1.1";
    private const string Second = "W-1001~2.1";

    private readonly ManualTimeProvider _clock = new(A.Moment);
    private FakeActivities _steps = null!;
    private DurableBed _durable = null!;

    public async Task InitializeAsync()
    {
        _steps = new FakeActivities(_clock) { Acceptance = new() { AcceptWithin = TimeSpan.FromDays(1) } };
        _durable = await DurableBed.StartAsync(_steps.Registry(), _clock);
    }

    public async Task DisposeAsync() => await _durable.DisposeAsync();

    [Fact]
    public async Task RunAsync_ends_with_what_was_shipped()
    {
        await OfferedAsync(An.Order().WithLine("SKU-1", 2));

        await ShipAsync(First);

        Assert.Equal(OrderState.Completed, await _durable.EndAsync(Order));
        Assert.Equal((0, 0, 2, 0), _steps.Recorded[^1].Units("1"));
    }

    [Fact]
    public async Task RunAsync_goes_elsewhere_when_nobody_answers_for_a_day()
    {
        await OfferedAsync(An.Order().WithLine("SKU-1", 2));

        _clock.Advance(TimeSpan.FromDays(1));
        await _durable.EpisodesAsync(Second, 2);
        await ShipAsync(Second);

        Assert.Equal(OrderState.Completed, await _durable.EndAsync(Order));
        Assert.Equal(ShipmentState.Expired, _steps.StateOf(First));
        Assert.Equal("S1", Assert.Single(_steps.Recorded[^1].Line("1").RefusedBy).Value);
    }

    [Fact]
    public async Task RunAsync_goes_elsewhere_when_a_location_rejects()
    {
        await OfferedAsync(An.Order().WithLine("SKU-1", 2));

        await ActAsync(First, A.Command(ShipmentAction.Reject));
        await _durable.EpisodesAsync(Second, 2);
        await ShipAsync(Second);

        Assert.Equal(OrderState.Completed, await _durable.EndAsync(Order));
        Assert.Equal(1, _steps.Recorded[^1].Line("1").Refusals);
    }

    [Fact]
    public async Task RunAsync_sources_at_once_what_an_accepting_location_leaves()
    {
        await OfferedAsync(An.Order().WithLine("SKU-1", 3));

        await ActAsync(First, A.Command(ShipmentAction.Accept, ("1", 1)));
        await _durable.EpisodesAsync(Second, 2);
        await ShipAsync(Second);
        await ActAsync(First, A.Command(ShipmentAction.Ship));

        Assert.Equal(OrderState.Completed, await _durable.EndAsync(Order));
        Assert.Equal((0, 0, 3, 0), _steps.Recorded[^1].Units("1"));
    }

    [Theory]
    [InlineData(ShipmentState.Offered, ShipmentState.Withdrawn)]
    [InlineData(ShipmentState.Accepted, ShipmentState.Cancelled)]
    [InlineData(ShipmentState.Picking, ShipmentState.Cancelled)]
    [InlineData(ShipmentState.Picked, ShipmentState.Cancelled)]
    [InlineData(ShipmentState.Packed, ShipmentState.Cancelled)]
    public async Task RunAsync_calls_a_shipment_off_in_every_state(ShipmentState reached, ShipmentState expected)
    {
        await OfferedAsync(An.Order().WithLine("SKU-1", 2));
        foreach (var step in A.Shipment(("1", 2)).In(reached).History.Skip(1))
        {
            await ActAsync(First, A.Command(step.Action) with
            {
                Lines = step.State == ShipmentState.Picking ? A.Quantities(("1", 0)) : null,
            });
        }

        await _durable.TellAsync(Order, OrderSignalKind.Cancel);

        Assert.Equal(OrderState.Cancelled, await _durable.EndAsync(Order));
        Assert.Equal(expected, _steps.StateOf(First));
        Assert.Equal((0, 0, 0, 2), _steps.Recorded[^1].Units("1"));
    }

    [Fact]
    public async Task RunAsync_keeps_what_was_shipped_when_the_rest_is_called_off()
    {
        await OfferedAsync(An.Order().WithLine("SKU-1", 3));
        await ActAsync(First, A.Command(ShipmentAction.Accept, ("1", 1)));
        await _durable.EpisodesAsync(Second, 2);
        await ActAsync(First, A.Command(ShipmentAction.Ship));

        await _durable.TellAsync(Order, OrderSignalKind.Cancel);

        Assert.Equal(OrderState.Completed, await _durable.EndAsync(Order));
        Assert.Equal((0, 0, 1, 2), _steps.Recorded[^1].Units("1"));
    }

    [Fact]
    public async Task RunAsync_cancels_an_order_on_hold_that_was_never_sourced()
    {
        await StartAsync(An.Order().WithLine("SKU-1", 2) with { OnHold = true });
        await _durable.EpisodesAsync(Order, 2);

        await _durable.TellAsync(Order, OrderSignalKind.Cancel);

        Assert.Equal(OrderState.Cancelled, await _durable.EndAsync(Order));
        Assert.Equal(0, _steps.Recorded[^1].Attempt);
    }

    [Fact]
    public async Task RunAsync_cancels_an_order_that_waits_for_stock()
    {
        _steps.InStock = false;
        await StartAsync(An.Order().WithLine("SKU-1", 2));
        await _durable.EpisodesAsync(Order, 3);

        await _durable.TellAsync(Order, OrderSignalKind.Cancel);

        Assert.Equal(OrderState.Cancelled, await _durable.EndAsync(Order));
    }

    [Fact]
    public async Task RunAsync_hears_a_cancellation_that_came_before_it_listened()
    {
        await StartAsync(An.Order().WithLine("SKU-1", 2));

        await _durable.TellAsync(Order, OrderSignalKind.Cancel);

        Assert.Equal(OrderState.Cancelled, await _durable.EndAsync(Order));
    }

    [Fact]
    public async Task RunAsync_is_not_failed_by_strangers_events_nor_by_repeats()
    {
        await OfferedAsync(An.Order().WithLine("SKU-1", 3));
        object?[] payloads = ["garbage", 42, null, new { kind = "nothing" }, new { kind = 99 }, Array.Empty<int>()];
        foreach (var payload in payloads)
        {
            await _durable.Client.RaiseEventAsync(Order, OrderSignal.EventName, payload);
            await _durable.Client.RaiseEventAsync(First, ShipmentSignal.EventName, payload);
        }

        await ActAsync(First, A.Command(ShipmentAction.Accept, ("1", 1)));
        await _durable.EpisodesAsync(Second, 2);
        var repeat = new ShipmentReturn { ShipmentId = ShipmentId.From(First), Entry = 1, Reason = "other", Lines = A.Quantities(("1", 2)) };
        await _durable.Client.RaiseEventAsync(
            Order, OrderSignal.EventName, new OrderSignal { Kind = OrderSignalKind.ShipmentReturned, Return = repeat });
        await ShipAsync(Second);
        await ActAsync(First, A.Command(ShipmentAction.Ship));

        Assert.Equal(OrderState.Completed, await _durable.EndAsync(Order));
        Assert.Equal((0, 0, 3, 0), _steps.Recorded[^1].Units("1"));
        Assert.Equal(1, _steps.Recorded[^1].Line("1").Refusals);
    }

    [Fact]
    public async Task RunAsync_asks_a_location_again_when_its_refusal_lapses()
    {
        _steps.Acceptance = _steps.Acceptance with { CoolOffAfterReject = TimeSpan.FromHours(1) };
        await OfferedAsync(An.Order().WithLine("SKU-1", 2));
        _steps.InStock = false;
        await ActAsync(First, A.Command(ShipmentAction.Reject));
        await _steps.UntilAsync(() => _steps.Sourcings == 2);
        _steps.InStock = true;

        // The refusal is of five minutes past: it lapses at 11:05.
        _clock.Advance(TimeSpan.FromMinutes(65));
        await _durable.EpisodesAsync("W-1001~3.1", 2);
        var again = _steps.ShipmentOf("W-1001~3.1").LocationId;
        await ShipAsync("W-1001~3.1");

        Assert.Equal(OrderState.Completed, await _durable.EndAsync(Order));
        Assert.Equal("S1", again.Value);
        Assert.Empty(_steps.Recorded[^1].Line("1").RefusedBy);
    }

    [Fact]
    public async Task RunAsync_hears_signals_while_it_waits_for_a_refusal_to_lapse()
    {
        _steps.Acceptance = _steps.Acceptance with { CoolOffAfterReject = TimeSpan.FromDays(30) };
        await OfferedAsync(An.Order().WithLine("SKU-1", 2));
        _steps.InStock = false;
        await ActAsync(First, A.Command(ShipmentAction.Reject));
        await _steps.UntilAsync(() => _steps.Sourcings == 2);

        await _durable.TellAsync(Order, OrderSignalKind.Cancel);

        Assert.Equal(OrderState.Cancelled, await _durable.EndAsync(Order));
    }

    [Fact]
    public async Task RunAsync_sources_again_what_is_taken_back()
    {
        await OfferedAsync(An.Order().WithLine("SKU-1", 2));

        await _durable.Client.RaiseEventAsync(First, ShipmentSignal.EventName, new ShipmentSignal { MissingSkus = [new Sku("SKU-1")] });
        await _durable.EpisodesAsync(Second, 2);
        await ShipAsync(Second);

        Assert.Equal(OrderState.Completed, await _durable.EndAsync(Order));
        Assert.Equal(ShipmentState.Withdrawn, _steps.StateOf(First));
        Assert.Equal(0, _steps.Recorded[^1].Line("1").Refusals);
    }

    [Fact]
    public async Task RunAsync_cuts_its_history_and_loses_no_signal()
    {
        _steps.InStock = false;
        await StartAsync(An.Order().WithLine("SKU-1", 2));
        await _durable.EpisodesAsync(Order, 3);
        for (var turn = 0; turn < 210; turn++)
        {
            await _durable.TellAsync(Order, turn % 2 == 0 ? OrderSignalKind.Hold : OrderSignalKind.Release);
        }

        _steps.InStock = true;
        await _durable.TellAsync(Order, OrderSignalKind.Retry);
        await _durable.EpisodesAsync(Second, 2);
        await ShipAsync(Second);

        Assert.Equal(OrderState.Completed, await _durable.EndAsync(Order));
        Assert.Equal(210, _steps.Recorded.Count(order => order.Shipments.IsEmpty && order.Attempt == 1));
    }

    [Fact]
    public async Task RunAsync_follows_the_open_shipments_of_an_order_that_begins_anew()
    {
        await OfferedAsync(An.Order().WithLine("SKU-1", 2));
        await ActAsync(First, A.Command(ShipmentAction.Accept));
        var progress = OrderProgress.Start(_steps.Order!).SourcedTo("S1", ("1", 2));
        await _durable.Client.TerminateInstanceAsync(Order, new Microsoft.DurableTask.Client.TerminateInstanceOptions { Recursive = true });
        await _durable.Client.WaitForInstanceCompletionAsync(Order);
        await _durable.Client.WaitForInstanceCompletionAsync(First);
        await _durable.Client.PurgeInstanceAsync(Order, new Microsoft.DurableTask.Client.PurgeInstanceOptions { Recursive = true });

        await _durable.Client.ScheduleNewOrchestrationInstanceAsync(
            nameof(FulfillOrder), new FulfillOrderInput { Progress = progress }, new StartOrchestrationOptions(Order));
        await _durable.EpisodesAsync(First, 2);
        await ActAsync(First, A.Command(ShipmentAction.Ship));

        Assert.Equal(OrderState.Completed, await _durable.EndAsync(Order));
    }

    private Task<string> StartAsync(Order order) => _durable.Client.ScheduleNewOrchestrationInstanceAsync(
        nameof(FulfillOrder),
        new FulfillOrderInput { Received = new ReceivedOrder(order, "fingerprint", A.Moment) },
        new StartOrchestrationOptions(order.OrderId.Value));

    /// <summary>Starts an order; ends once its first shipment waits for its location.</summary>
    private async Task OfferedAsync(Order order)
    {
        await StartAsync(order);
        await _durable.EpisodesAsync(First, 2);
    }

    private async Task ShipAsync(string shipmentId)
    {
        await ActAsync(shipmentId, A.Command(ShipmentAction.Accept));
        await ActAsync(shipmentId, A.Command(ShipmentAction.Ship));
    }

    private async Task ActAsync(string shipmentId, ShipmentCommand command)
    {
        _steps.Act(shipmentId, command);
        await _durable.SignalAsync(shipmentId);
    }
}
