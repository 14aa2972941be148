using Azure.Messaging.ServiceBus;
using Dom.LocalHost.Broker;
using Dom.Tests;

namespace Dom.LocalHost.Tests.Broker;

[Collection(SharedAzurite.Name)]
public sealed class ScheduledMessagesTests(AzuriteFixture azurite)
{
    private const string Orders = "orders";
    private readonly BrokerBed _bed = new(azurite);

    [Fact]
    public async Task A_scheduled_message_comes_at_its_time_and_not_before()
    {
        await using var broker = await _bed.OpenAsync();
        await broker.SendAsync(Orders, Scheduled(TimeSpan.FromHours(3)));
        var waiting = broker.TakeAsync(Orders, TimeSpan.FromHours(5));
        _bed.Clock.Advance(TimeSpan.FromHours(3) - TimeSpan.FromTicks(1));
        Assert.Equal(new BrokerCounts(0, 0, 1), await broker.CountAsync(Orders));

        _bed.Clock.Advance(TimeSpan.FromTicks(1));
        var received = await waiting.WaitAsync(BrokerBed.Patience);

        Assert.Equal(1, received!.DeliveryCount);
        Assert.Equal(_bed.Clock.GetUtcNow(), received.Message.EnqueuedAt);
        Assert.Equal(new BrokerCounts(1, 0, 0), await broker.CountAsync(Orders));
    }

    [Fact]
    public async Task A_scheduled_message_comes_after_a_restart()
    {
        await using (var first = await _bed.OpenAsync())
        {
            await first.SendAsync(Orders, Scheduled(TimeSpan.FromHours(1)));
        }

        await using var second = await _bed.OpenAsync();
        Assert.Equal(1, (await second.CountAsync(Orders)).Scheduled);
        var waiting = second.TakeAsync(Orders, TimeSpan.FromDays(1));
        _bed.Clock.Advance(TimeSpan.FromHours(1));
        var received = await waiting.WaitAsync(BrokerBed.Patience);

        Assert.Equal("later", BrokerBed.Text(received!.Message));
    }

    [Fact]
    public async Task CancelScheduled_takes_a_message_back_once()
    {
        await using var broker = await _bed.OpenAsync();
        var number = await broker.SendAsync(Orders, Scheduled(TimeSpan.FromHours(1)));

        await broker.Intake(Orders).CancelScheduledAsync(number, CancellationToken.None);

        Assert.Equal(new BrokerCounts(0, 0, 0), await broker.CountAsync(Orders));
        var failure = await Assert.ThrowsAsync<ServiceBusException>(
            () => broker.Intake(Orders).CancelScheduledAsync(number, CancellationToken.None));
        Assert.Equal(ServiceBusFailureReason.MessageNotFound, failure.Reason);
    }

    [Fact]
    public async Task A_time_in_the_past_is_at_once()
    {
        await using var broker = await _bed.OpenAsync();

        await broker.SendAsync(Orders, Scheduled(TimeSpan.FromSeconds(-1)));

        Assert.NotNull(await broker.TakeAsync(Orders));
    }

    [Fact]
    public async Task A_time_beyond_what_storage_can_hide_is_kept()
    {
        await using var broker = await _bed.OpenAsync();
        await broker.SendAsync(Orders, Scheduled(TimeSpan.FromDays(20)));

        _bed.Clock.Advance(TimeSpan.FromDays(20));
        var received = await broker.TakeAsync(Orders, TimeSpan.FromDays(1)).WaitAsync(BrokerBed.Patience);

        Assert.NotNull(received);
    }

    private BrokerMessage Scheduled(TimeSpan after) =>
        BrokerBed.Message("later", "id") with { ScheduledFor = _bed.Clock.GetUtcNow() + after };
}
