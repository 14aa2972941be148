using Azure.Messaging.ServiceBus;
using Dom.LocalHost.Broker;
using Dom.Tests;

namespace Dom.LocalHost.Tests.Broker;

[Collection(SharedAzurite.Name)]
public sealed class ServiceBusBrokerTests(AzuriteFixture azurite)
{
    private const string Orders = "orders";
    private const string OrdersDead = "orders/$DeadLetterQueue";
    private readonly BrokerBed _bed = new(azurite);

    [Fact]
    public async Task Receive_gives_messages_in_order_with_rising_numbers()
    {
        await using var broker = await _bed.OpenAsync();
        var first = await broker.SendAsync(Orders, BrokerBed.Message("1"));
        var second = await broker.SendAsync(Orders, BrokerBed.Message("2"));

        var received = await broker.DrainAsync(Orders);

        Assert.Equal(["1", "2"], received);
        Assert.True(second > first && first > 0);
    }

    [Fact]
    public async Task Sequence_numbers_rise_across_restarts()
    {
        long before;
        await using (var first = await _bed.OpenAsync())
        {
            before = await first.SendAsync(Orders, BrokerBed.Message("1"));
        }

        await using var second = await _bed.OpenAsync();
        var after = await second.SendAsync(Orders, BrokerBed.Message("2"));

        Assert.True(after > before);
    }

    [Fact]
    public async Task Receive_carries_every_property()
    {
        await using var broker = await _bed.OpenAsync();
        var sent = BrokerBed.Message("ü<>&\u0001", "id-1") with
        {
            CorrelationId = "correlation",
            SessionId = "session",
            PartitionKey = "session",
            Subject = "subject",
            To = "to",
            ReplyTo = "replyTo",
            ReplyToSessionId = "replySession",
            ContentType = "application/json",
            TimeToLive = TimeSpan.FromMinutes(3),
            Properties = new Dictionary<string, object>
            {
                ["text"] = "ä",
                ["flag"] = true,
                ["int"] = 1,
                ["long"] = 2L,
                ["double"] = 0.1,
                ["decimal"] = 1.10m,
                ["guid"] = Guid.NewGuid(),
                ["span"] = TimeSpan.FromTicks(7),
                ["time"] = DateTimeOffset.UnixEpoch,
            },
        };
        await broker.SendAsync(Orders, sent);

        var received = await broker.TakeAsync(Orders);

        var message = received!.Message;
        Assert.Equal("ü<>&\u0001", BrokerBed.Text(message));
        Assert.Equal(sent.Properties, message.Properties);
        Assert.Equal(sent with { Body = default, Properties = message.Properties },
            message with { Body = default, SequenceNumber = 0, AcceptedAt = default, EnqueuedAt = default });
        Assert.Equal(1, received.DeliveryCount);
        Assert.Equal(_bed.Clock.GetUtcNow(), message.EnqueuedAt);
        Assert.Equal(_bed.Clock.GetUtcNow() + TimeSpan.FromMinutes(1), received.LockedUntil);
    }

    [Fact]
    public async Task A_locked_message_is_not_received_again()
    {
        await using var broker = await _bed.OpenAsync();
        await broker.SendAsync(Orders, BrokerBed.Message("1"));
        await broker.TakeAsync(Orders);

        var again = await broker.TakeAsync(Orders);

        Assert.Null(again);
    }

    [Fact]
    public async Task A_lock_that_runs_out_gives_the_message_back_and_is_lost()
    {
        await using var broker = await _bed.OpenAsync();
        await broker.SendAsync(Orders, BrokerBed.Message("1"));
        var first = await broker.TakeAsync(Orders);

        _bed.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = await ReceiveEventuallyAsync(broker, Orders);

        Assert.Equal(2, second.DeliveryCount);
        var lost = await Assert.ThrowsAsync<ServiceBusException>(() => broker.CompleteAsync(Orders, first!));
        Assert.Equal(ServiceBusFailureReason.MessageLockLost, lost.Reason);
    }

    [Fact]
    public async Task A_renewed_lock_lasts_its_duration_anew()
    {
        await using var broker = await _bed.OpenAsync();
        await broker.SendAsync(Orders, BrokerBed.Message("1"));
        var held = await broker.TakeAsync(Orders);
        _bed.Clock.Advance(TimeSpan.FromSeconds(59));

        var until = await broker.Queue(Orders).RenewAsync(held!.LockToken, CancellationToken.None);
        _bed.Clock.Advance(TimeSpan.FromSeconds(59));
        await broker.CompleteAsync(Orders, held);

        Assert.Equal(held.LockedUntil + TimeSpan.FromSeconds(59), until);
        Assert.Equal(0, (await broker.CountAsync(Orders)).Active);
    }

    [Fact]
    public async Task Abandon_gives_the_message_back_at_once_with_changed_properties()
    {
        await using var broker = await _bed.OpenAsync();
        await broker.SendAsync(Orders, BrokerBed.Message("1"));
        var held = await broker.TakeAsync(Orders);

        var changed = new Dictionary<string, object> { ["seen"] = 1 };
        await broker.Queue(Orders).AbandonAsync(held!.LockToken, changed, CancellationToken.None);
        var again = await broker.TakeAsync(Orders);

        Assert.Equal(2, again!.DeliveryCount);
        Assert.Equal(1, again.Message.Properties["seen"]);
    }

    [Fact]
    public async Task The_last_abandon_moves_the_message_to_the_dead_letters()
    {
        await using var broker = await _bed.OpenAsync();
        await broker.SendAsync(Orders, BrokerBed.Message("1"));
        for (var delivery = 1; delivery <= 10; delivery++)
        {
            await broker.AbandonAsync(Orders, (await broker.TakeAsync(Orders))!);
        }

        var dead = await broker.TakeAsync(OrdersDead);

        Assert.Null(await broker.TakeAsync(Orders));
        Assert.Equal("MaxDeliveryCountExceeded", dead!.Message.Properties[DeadLetterReason.ReasonProperty]);
        Assert.Equal(1, dead.DeliveryCount);
        Assert.Equal(new BrokerCounts(0, 1, 0), await broker.CountAsync(Orders));
    }

    [Fact]
    public async Task DeadLetter_keeps_reason_description_and_number()
    {
        await using var broker = await _bed.OpenAsync();
        var number = await broker.SendAsync(Orders, BrokerBed.Message("1", "id"));
        var held = await broker.TakeAsync(Orders);

        await broker.DeadLetterAsync(Orders, held!, "OrderChanged");
        var dead = await broker.TakeAsync(OrdersDead);

        Assert.Equal("OrderChanged", dead!.Message.Properties[DeadLetterReason.ReasonProperty]);
        Assert.Equal("why", dead.Message.Properties[DeadLetterReason.DescriptionProperty]);
        Assert.Equal((number, "id"), (dead.Message.SequenceNumber, dead.Message.MessageId));
        await broker.CompleteAsync(OrdersDead, dead);
        Assert.Equal(new BrokerCounts(0, 0, 0), await broker.CountAsync(Orders));
    }

    [Theory]
    [InlineData(4096, true)]
    [InlineData(4097, false)]
    public async Task DeadLetter_refuses_a_reason_that_is_too_long(int length, bool isTaken)
    {
        await using var broker = await _bed.OpenAsync();
        await broker.SendAsync(Orders, BrokerBed.Message("1"));
        var held = await broker.TakeAsync(Orders);

        var failure = await Record.ExceptionAsync(() => broker.DeadLetterAsync(Orders, held!, new string('x', length)));

        Assert.Equal(isTaken, failure is null);
        Assert.Equal(isTaken ? 1 : 0, (await broker.CountAsync(Orders)).DeadLetter);
    }

    [Fact]
    public async Task A_dead_letter_can_be_abandoned_without_end_but_not_dead_lettered()
    {
        await using var broker = await _bed.OpenAsync();
        await broker.SendAsync(Orders, BrokerBed.Message("1"));
        await broker.DeadLetterAsync(Orders, (await broker.TakeAsync(Orders))!, "Bad");
        for (var delivery = 1; delivery <= 11; delivery++)
        {
            await broker.AbandonAsync(OrdersDead, (await broker.TakeAsync(OrdersDead))!);
        }

        var held = await broker.TakeAsync(OrdersDead);

        Assert.Equal(12, held!.DeliveryCount);
        await Assert.ThrowsAsync<InvalidOperationException>(() => broker.DeadLetterAsync(OrdersDead, held, "Again"));
    }

    [Fact]
    public async Task A_message_that_waited_too_long_is_dead_lettered_when_it_is_met()
    {
        await using var broker = await _bed.OpenAsync();
        await broker.SendAsync(Orders, BrokerBed.Message("1") with { TimeToLive = TimeSpan.FromSeconds(30) });
        _bed.Clock.Advance(TimeSpan.FromSeconds(30));

        var received = await broker.TakeAsync(Orders);
        var dead = await broker.TakeAsync(OrdersDead);

        Assert.Null(received);
        Assert.Equal("TTLExpiredException", dead!.Message.Properties[DeadLetterReason.ReasonProperty]);
    }

    [Fact]
    public async Task A_message_lives_no_longer_than_its_queue_lets_it()
    {
        var bed = new BrokerBed(azurite)
        {
            Orders = new(Orders) { DefaultTimeToLive = TimeSpan.FromSeconds(5), DeadLetterOnExpiry = false },
        };
        await using var broker = await bed.OpenAsync();
        await broker.SendAsync(Orders, BrokerBed.Message("1"));

        bed.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Null(await broker.TakeAsync(Orders));
        Assert.Equal(new BrokerCounts(0, 0, 0), await broker.CountAsync(Orders));
    }

    [Fact]
    public async Task A_topic_gives_its_messages_to_every_subscription()
    {
        var bed = new BrokerBed(azurite) { Events = new("events") { Subscriptions = ["a", "b"] } };
        await using var broker = await bed.OpenAsync();

        await broker.SendAsync("events", BrokerBed.Message("1"));

        Assert.Equal(["1"], await broker.DrainAsync("events/subscriptions/a"));
        Assert.Equal(["1"], await broker.DrainAsync("EVENTS/Subscriptions/B"));
    }

    [Theory]
    [InlineData(47 * 1024)]
    [InlineData(255 * 1024)]
    public async Task A_large_message_is_kept_whole_through_dead_lettering(int bytes)
    {
        await using var broker = await _bed.OpenAsync();
        var text = new string('x', bytes);
        await broker.SendAsync(Orders, BrokerBed.Message(text));
        await broker.AbandonAsync(Orders, (await broker.TakeAsync(Orders))!);
        await broker.DeadLetterAsync(Orders, (await broker.TakeAsync(Orders))!, "Bad");

        var dead = await broker.DrainAsync(OrdersDead);

        Assert.Equal([text], dead);
        Assert.Equal(new BrokerCounts(0, 0, 0), await broker.CountAsync(Orders));
    }

    [Theory]
    [InlineData(256 * 1024, true)]
    [InlineData((256 * 1024) + 1, false)]
    public async Task Send_refuses_a_message_that_is_too_large(int bytes, bool isTaken)
    {
        await using var broker = await _bed.OpenAsync();

        var failure = await Record.ExceptionAsync(() => broker.SendAsync(Orders, BrokerBed.Message(new string('x', bytes))));

        Assert.Equal(
            isTaken ? null : ServiceBusFailureReason.MessageSizeExceeded, (failure as ServiceBusException)?.Reason);
    }

    [Fact]
    public async Task An_unknown_entity_is_refused_with_the_known_ones()
    {
        await using var broker = await _bed.OpenAsync();

        var failure = Assert.Throws<ServiceBusException>(() => broker.Intake("order"));

        Assert.Equal(ServiceBusFailureReason.MessagingEntityNotFound, failure.Reason);
        Assert.Contains("orders", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_waiting_receiver_gets_a_message_as_soon_as_it_is_sent()
    {
        await using var broker = await _bed.OpenAsync();
        var waiting = broker.TakeAsync(Orders, TimeSpan.FromHours(1));

        await broker.SendAsync(Orders, BrokerBed.Message("1"));
        var received = await waiting.WaitAsync(BrokerBed.Patience);

        Assert.Equal("1", BrokerBed.Text(received!.Message));
    }

    private static async Task<LockedMessage> ReceiveEventuallyAsync(ServiceBusBroker broker, string path)
    {
        var received = await broker.TakeAsync(path, TimeSpan.FromHours(1)).WaitAsync(BrokerBed.Patience);
        return received!;
    }
}
