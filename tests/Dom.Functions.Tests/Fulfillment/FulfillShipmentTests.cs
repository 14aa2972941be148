using Dom.Core.Fulfillment;
using Dom.Functions.Fulfillment;
using Dom.Functions.Tests.TestKit;
using Dom.Tests;
using Microsoft.DurableTask;

namespace Dom.Functions.Tests.Fulfillment;

public sealed class FulfillShipmentTests : IAsyncLifetime
{
    private const string Shipment = "W-1001~1.1";

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

    private Task TellAsync() => _durable.Client.RaiseEventAsync(Shipment, ShipmentSignal.EventName, new ShipmentSignal());

    private async Task EndAsync() => await _durable.Client.WaitForInstanceCompletionAsync(Shipment).WaitAsync(TimeSpan.FromSeconds(60));
}
