using System.Collections.Immutable;
using Dom.Core.Fulfillment;
using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Orders;
using Dom.Core.Profiles;
using Dom.Core.Sourcing;
using Dom.Functions.Fulfillment;
using Dom.Functions.Storage;
using Dom.Functions.Tests.TestKit;
using Dom.Tests;
using Microsoft.DurableTask;

namespace Dom.Functions.Tests.Fulfillment;

/// <summary>Acceptance policies from the queue's order to the location's answer: real orchestrations, steps and tables, and a clock that the test moves.</summary>
[Collection(SharedAzurite.Name)]
public sealed class AcceptanceSceneTests(AzuriteFixture azurite) : IAsyncLifetime
{
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
    public async Task An_offer_that_is_not_accepted_at_closing_is_warned_of_and_hops_to_the_next_location()
    {
        // It is 10:00 UTC. The nearer store closes at 11:00, the other works around the clock.
        await ConfigureAsync(new() { ExpiresAtClosing = true, WarnBefore = TimeSpan.FromMinutes(20) }, Network.Store(1) with { TimeZone = "UTC", Calendar = Until(11) });
        await StartAsync("W-1");

        _bed.Clock.Advance(TimeSpan.FromMinutes(40));
        await _durable.EpisodesAsync("W-1~1.1", 4);
        var warned = await ShipmentAsync("S1", "W-1~1.1");
        _bed.Clock.Advance(TimeSpan.FromMinutes(20));
        await _durable.EpisodesAsync("W-1~2.1", 2);

        Assert.Equal((ShipmentState.Offered, true, A.Moment.AddHours(1)), (warned.State, ShipmentFlow.IsWarned(warned), warned.AcceptBy));
        Assert.Equal(ShipmentState.Expired, (await ShipmentAsync("S1", "W-1~1.1")).State);
        Assert.Equal((ShipmentState.Offered, A.Moment.AddHours(3)), await StateAsync("S2", "W-1~2.1"));
        Assert.Equal(
            ["dom.shipment.offered", "dom.shipment.warned", "dom.shipment.expired", "dom.order.sourced", "dom.shipment.offered"],
            Happened().Where(type => type != "dom.order.received").Skip(1));
        Assert.Equal(new AnswerHistory(1, 1), (await _bed.Get<AnswerStore>().ReadAsync(CancellationToken.None)).ByLocation[new LocationId("S1")]);
        Assert.Equal(
            [new RecentRefusals(new Sku("SKU-1"), new LocationId("S1"), 1, A.Moment.AddHours(1))],
            (await _bed.Get<StockStore>().ReadAsync(new Sku("SKU-1"), CancellationToken.None)).RecentRefusals(_bed.Clock.GetUtcNow()).AsEnumerable());
    }

    [Fact]
    public async Task An_offer_that_accepts_itself_is_shipped_without_an_answer()
    {
        await ConfigureAsync(new() { AutoAccept = [new OfferScope { Mode = DeliveryMode.Ship, Type = LocationType.Store }] });
        await StartAsync("W-1");
        var made = await ShipmentAsync("S1", "W-1~1.1");

        await ActAsync("S1", "W-1~1.1", A.Command(ShipmentAction.Ship));

        Assert.Equal(OrderState.Completed, await _durable.EndAsync("W-1"));
        Assert.Equal([null, "auto"], made.History.Select(entry => entry.By));
        Assert.Equal(["dom.shipment.offered", "dom.shipment.accepted", "dom.shipment.shipped", "dom.order.completed"], Happened().Skip(2));
    }

    [Fact]
    public async Task Other_offers_of_a_SKU_go_elsewhere_when_their_location_has_none_of_it()
    {
        await ConfigureAsync(new());
        await StartAsync("W-1");
        await StartAsync("W-2", "SKU-1", "SKU-2");
        await StartAsync("W-3");
        await ActAsync("S1", "W-3~1.1", A.Command(ShipmentAction.Accept));
        await _durable.EpisodesAsync("W-3~1.1", 4);

        await ActAsync("S1", "W-1~1.1", A.Command(ShipmentAction.Reject) with { Reason = "notFound", At = _bed.Clock.GetUtcNow() });
        await _durable.EpisodesAsync("W-1~2.1", 2);
        await _durable.EpisodesAsync("W-2~2.1", 2);

        var left = await ShipmentAsync("S1", "W-2~1.1");
        Assert.Equal((ShipmentState.Offered, "SKU-2"), (left.State, left.Lines.Single(line => line.Open > 0).Sku.Value));
        Assert.Equal((ShipmentState.Offered, ShipmentState.Offered), ((await StateAsync("S2", "W-1~2.1")).State, (await StateAsync("S2", "W-2~2.1")).State));
        Assert.Equal(ShipmentState.Accepted, (await ShipmentAsync("S1", "W-3~1.1")).State);
        Assert.Equal((1, 1), await _bed.StockAsync("SKU-1", "S1"));
        Assert.Equal((9, 1), await _bed.StockAsync("SKU-2", "S1"));
        var order = await _bed.Get<OrderStore>().GetAsync(new OrderId("W-2"), CancellationToken.None);
        Assert.All(order.Progress.Lines, line => Assert.Equal((0, 0), (line.Refusals, line.RefusedBy.Length)));
    }

    [Fact]
    public async Task Other_offers_stay_where_the_profile_wants_no_collateral()
    {
        await ConfigureAsync(new() { ReroutesCollateral = false });
        await StartAsync("W-1");
        await StartAsync("W-2");

        await ActAsync("S1", "W-1~1.1", A.Command(ShipmentAction.Reject) with { Reason = "notFound", At = _bed.Clock.GetUtcNow() });
        await _durable.EpisodesAsync("W-1~2.1", 2);

        Assert.Equal(ShipmentState.Offered, (await ShipmentAsync("S1", "W-2~1.1")).State);
        Assert.Equal((1, 1), await _bed.StockAsync("SKU-1", "S1"));
    }

    [Fact]
    public async Task A_location_that_has_cooled_off_is_asked_again()
    {
        await ConfigureAsync(new() { CoolOffAfterReject = TimeSpan.FromHours(1) });
        await _bed.CountAsync("SKU-1", ("S2", 0));
        await StartAsync("W-1");
        var waits = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _bed.Crash.Before = name =>
        {
            _ = name == "Waiting: write row" && waits.TrySetResult();
            return Task.CompletedTask;
        };
        await ActAsync("S1", "W-1~1.1", A.Command(ShipmentAction.Reject) with { Reason = "noCapacity", At = _bed.Clock.GetUtcNow() });
        await waits.Task.WaitAsync(TimeSpan.FromSeconds(60));

        _bed.Clock.Advance(TimeSpan.FromHours(1));
        await _durable.EpisodesAsync("W-1~3.1", 2);

        Assert.Equal(ShipmentState.Offered, (await StateAsync("S1", "W-1~3.1")).State);
    }

    private async Task ConfigureAsync(AcceptancePolicy policy, Location? nearer = null)
    {
        await _bed.ConfigureAsync(Network.Profile with { Acceptance = policy }, nearer ?? Network.Store(1), Network.Store(2));
        await _bed.CountAsync("SKU-1", ("S1", 9), ("S2", 9));
        await _bed.CountAsync("SKU-2", ("S1", 9));
    }

    /// <summary>Starts an order of one unit of each SKU; ends once its first shipment waits for its location.</summary>
    private async Task StartAsync(string orderId, params string[] skus)
    {
        var order = (skus.Length == 0 ? ["SKU-1"] : skus).Aggregate(An.Order(orderId), (order, sku) => order.WithLine(sku, 1));
        await _durable.Client.ScheduleNewOrchestrationInstanceAsync(
            nameof(FulfillOrder),
            new FulfillOrderInput { Received = new ReceivedOrder(order, "fingerprint", A.Moment) },
            new StartOrchestrationOptions(orderId));
        await _durable.EpisodesAsync(orderId + "~1.1", 2);
    }

    private async Task ActAsync(string location, string shipmentId, ShipmentCommand command)
    {
        Assert.IsType<ShipmentOutcome.Changed>(
            await _bed.Get<ShipmentStore>().DecideAsync(new LocationId(location), ShipmentId.From(shipmentId), command, CancellationToken.None));
        await _durable.SignalAsync(shipmentId);
    }

    private async Task<Shipment> ShipmentAsync(string location, string shipmentId) =>
        (await _bed.Get<ShipmentStore>().FindAsync(new LocationId(location), ShipmentId.From(shipmentId), CancellationToken.None))!;

    private async Task<(ShipmentState State, DateTimeOffset AcceptBy)> StateAsync(string location, string shipmentId)
    {
        var shipment = await ShipmentAsync(location, shipmentId);
        return (shipment.State, shipment.AcceptBy);
    }

    private IEnumerable<string> Happened() => _bed.Bus.To("fulfillment-events").Select(message => message.Subject);

    private static WorkCalendar Until(int hour) => new()
    {
        Hours = Enum.GetValues<DayOfWeek>().ToImmutableDictionary(
            day => day, _ => ImmutableArray.Create(new WorkHours(new TimeOnly(8, 0), new TimeOnly(hour, 0)))),
    };
}
