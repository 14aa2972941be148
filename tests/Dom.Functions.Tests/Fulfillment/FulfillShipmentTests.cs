using Dom.Core.Fulfillment;
using Dom.Core.Inventory;
using Dom.Core.Profiles;
using Dom.Functions.Fulfillment;
using Dom.Functions.Tests.TestKit;
using Dom.Tests;
using Microsoft.DurableTask;

namespace Dom.Functions.Tests.Fulfillment;

public sealed class FulfillShipmentTests : IAsyncLifetime
{
    private const string Shipment = "W-1001~1.1";
    private const string Warned = "W-1002~1.1";

    private readonly ManualTimeProvider _clock = new(A.Moment);
    private FakeActivities _steps = null!;
    private DurableBed _durable = null!;

    public async Task InitializeAsync()
    {
        _steps = new FakeActivities(_clock);
        _durable = await DurableBed.StartAsync(_steps.Registry(), _clock);
        await _durable.Client.ScheduleNewOrchestrationInstanceAsync(
            nameof(FulfillShipment),
            new FulfillShipmentInput { OrderInstanceId = "W-1001", Plan = A.ShipmentPlan(("1", 2)) },
            new StartOrchestrationOptions(Shipment));
        await _durable.EpisodesAsync(Shipment, 2);
    }

    public async Task DisposeAsync() => await _durable.DisposeAsync();

    [Fact]
    public async Task RunAsync_finds_by_itself_an_answer_that_it_was_not_told()
    {
        _steps.Act(Shipment, A.Command(ShipmentAction.Accept));

        _clock.Advance(TimeSpan.FromHours(2));
        await _durable.EpisodesAsync(Shipment, 4);
        _steps.Act(Shipment, A.Command(ShipmentAction.Ship));
        _clock.Advance(TimeSpan.FromHours(1));
        await EndAsync();

        Assert.Equal(ShipmentState.Shipped, _steps.StateOf(Shipment));
        Assert.Equal(2, _steps.Looks[Shipment]);
    }

    [Fact]
    public async Task RunAsync_looks_at_each_deadline_of_its_own_and_at_no_earlier_one()
    {
        _steps.Act(Shipment, A.Command(ShipmentAction.Accept));
        await TellAsync();
        await _durable.EpisodesAsync(Shipment, 4);

        _clock.Advance(TimeSpan.FromMinutes(59));
        _steps.Act(Shipment, A.Command(ShipmentAction.Ship));
        await TellAsync();
        await EndAsync();

        Assert.Equal(2, _steps.Looks[Shipment]);
    }

    [Fact]
    public async Task RunAsync_warns_once_and_then_lets_the_offer_expire()
    {
        await StartAsync(Warned, new() { WarnBefore = TimeSpan.FromMinutes(30) });

        _clock.Advance(TimeSpan.FromMinutes(90));
        await _durable.EpisodesAsync(Warned, 4);
        var warned = _steps.ShipmentOf(Warned);
        _clock.Advance(TimeSpan.FromMinutes(30));
        await EndAsync(Warned);

        Assert.Equal((ShipmentState.Offered, true), (warned.State, ShipmentFlow.IsWarned(warned)));
        Assert.Equal(
            [ShipmentAction.Offer, ShipmentAction.Warn, ShipmentAction.Expire], _steps.ShipmentOf(Warned).History.Select(entry => entry.Action));
    }

    [Fact]
    public async Task RunAsync_does_not_warn_a_location_that_has_accepted()
    {
        await StartAsync(Warned, new() { WarnBefore = TimeSpan.FromMinutes(30) });

        _steps.Act(Warned, A.Command(ShipmentAction.Accept));
        await TellAsync(Warned);
        await _durable.EpisodesAsync(Warned, 4);
        _clock.Advance(TimeSpan.FromHours(3));
        _steps.Act(Warned, A.Command(ShipmentAction.Ship));
        await TellAsync(Warned);
        await EndAsync(Warned);

        Assert.False(ShipmentFlow.IsWarned(_steps.ShipmentOf(Warned)));
    }

    [Fact]
    public async Task RunAsync_takes_back_what_the_location_has_none_of_and_goes_on_with_the_rest()
    {
        const string both = "W-1003~1.1";
        await StartAsync(both, new(), ("1", 2), ("2", 1));

        await _durable.Client.RaiseEventAsync(both, ShipmentSignal.EventName, new ShipmentSignal { MissingSkus = [new Sku("SKU-1")] });
        await _durable.EpisodesAsync(both, 4);
        var left = _steps.ShipmentOf(both);
        await _durable.Client.RaiseEventAsync(both, ShipmentSignal.EventName, new ShipmentSignal { MissingSkus = [new Sku("SKU-1"), new Sku("SKU-2")] });
        await EndAsync(both);

        Assert.Equal((ShipmentState.Offered, 1), (left.State, left.Lines.Sum(line => line.Open)));
        Assert.Equal(ShipmentState.Withdrawn, _steps.StateOf(both));
    }

    [Fact]
    public async Task RunAsync_follows_what_is_accepted_by_itself_to_its_end()
    {
        const string own = "W-1004~1.1";
        await StartAsync(own, new() { AutoAccept = [new OfferScope()] });

        _steps.Act(own, A.Command(ShipmentAction.Ship));
        await TellAsync(own);
        await EndAsync(own);

        Assert.Equal(ShipmentState.Shipped, _steps.StateOf(own));
        Assert.Equal(1, _steps.Looks[own]);
    }

    [Fact]
    public async Task RunAsync_cuts_its_history_and_loses_no_signal()
    {
        _steps.Act(Shipment, A.Command(ShipmentAction.Accept));
        for (var signal = 0; signal < 130; signal++)
        {
            await TellAsync();
        }

        await _steps.UntilAsync(() => _steps.Looks.GetValueOrDefault(Shipment) >= 130);
        _steps.Act(Shipment, A.Command(ShipmentAction.Ship));
        await TellAsync();
        await EndAsync();

        Assert.Equal(131, _steps.Looks[Shipment]);
        Assert.InRange(_durable.Store.Keys(Shipment).Count, 1, 200);
    }

    /// <summary>Starts a shipment that is planned with a policy; ends once it waits for its location.</summary>
    private async Task StartAsync(string shipmentId, AcceptancePolicy policy, params (string LineId, int Quantity)[] lines)
    {
        await _durable.Client.ScheduleNewOrchestrationInstanceAsync(
            nameof(FulfillShipment),
            new FulfillShipmentInput
            {
                OrderInstanceId = "W-1001",
                Plan = A.ShipmentPlan(lines) with { ShipmentId = ShipmentId.From(shipmentId), Acceptance = policy },
            },
            new StartOrchestrationOptions(shipmentId));
        await _durable.EpisodesAsync(shipmentId, 2);
    }

    private Task TellAsync(string shipmentId = Shipment) =>
        _durable.SignalAsync(shipmentId);

    private async Task EndAsync(string shipmentId = Shipment) =>
        await _durable.Client.WaitForInstanceCompletionAsync(shipmentId).WaitAsync(TimeSpan.FromSeconds(60));
}
