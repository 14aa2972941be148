using Azure.Messaging.ServiceBus;
using Dom.LocalHost.Broker;
using Dom.Tests;

namespace Dom.LocalHost.Tests.Broker;

[Collection(SharedAzurite.Name)]
public sealed class LocalServiceBusClientTests(AzuriteFixture azurite)
{
    private readonly BrokerBed _bed = new(azurite);

    [Fact]
    public async Task A_sender_sends_what_a_function_receives()
    {
        await using var broker = await _bed.OpenAsync();
        await using var client = new LocalServiceBusClient(broker, _bed.Clock);
        await using var sender = client.CreateSender("orders");
        var message = new ServiceBusMessage("body")
        {
            MessageId = "m",
            Subject = "s",
            ContentType = "text/plain",
            TimeToLive = TimeSpan.FromMinutes(1),
            ApplicationProperties = { ["key"] = 1 },
        };

        await sender.SendMessageAsync(message);
        var received = (await broker.TakeAsync("orders"))!.ToReceivedMessage();

        Assert.Equal(("body", "m", "s", "text/plain"),
            (received.Body.ToString(), received.MessageId, received.Subject, received.ContentType));
        Assert.Equal(1, received.ApplicationProperties["key"]);
        Assert.Equal(received.EnqueuedTime + TimeSpan.FromMinutes(1), received.ExpiresAt);
    }

    [Fact]
    public async Task A_scheduled_message_can_be_taken_back_by_its_number()
    {
        await using var broker = await _bed.OpenAsync();
        await using var client = new LocalServiceBusClient(broker, _bed.Clock);
        await using var sender = client.CreateSender("orders");

        var number = await sender.ScheduleMessageAsync(new("1"), _bed.Clock.GetUtcNow().AddHours(1));
        await sender.CancelScheduledMessageAsync(number);

        Assert.Equal(new BrokerCounts(0, 0, 0), await broker.CountAsync("orders"));
    }

    [Fact]
    public async Task Message_actions_dead_letter_with_reason_description_and_properties()
    {
        await using var broker = await _bed.OpenAsync();
        await broker.SendAsync("orders", BrokerBed.Message("1"));
        var received = (await broker.TakeAsync("orders"))!.ToReceivedMessage();
        var actions = new LocalServiceBusMessageActions(broker.Queue("orders"));

        await actions.DeadLetterMessageAsync(
            received, new Dictionary<string, object> { ["field"] = "sku" }, "UnknownSku", "No such SKU.");
        var dead = (await broker.TakeAsync("orders/$DeadLetterQueue"))!.ToReceivedMessage();

        Assert.Equal(("UnknownSku", "No such SKU."), (dead.DeadLetterReason, dead.DeadLetterErrorDescription));
        Assert.Equal("sku", dead.ApplicationProperties["field"]);
        await Assert.ThrowsAsync<ServiceBusException>(() => actions.CompleteMessageAsync(received));
    }

    [Fact]
    public async Task An_unknown_queue_is_refused_at_sending()
    {
        await using var broker = await _bed.OpenAsync();
        await using var client = new LocalServiceBusClient(broker, _bed.Clock);
        await using var sender = client.CreateSender("nothing");

        var failure = await Assert.ThrowsAsync<ServiceBusException>(() => sender.SendMessageAsync(new("1")));

        Assert.Equal(ServiceBusFailureReason.MessagingEntityNotFound, failure.Reason);
    }
}
