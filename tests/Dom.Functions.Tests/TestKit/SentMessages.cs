using Azure.Messaging.ServiceBus;
using Moq;

namespace Dom.Functions.Tests.TestKit;

/// <summary>A Service Bus that keeps what is sent to it.</summary>
internal sealed class SentMessages
{
    private readonly Lock _gate = new();
    private readonly List<(string Entity, ServiceBusMessage Message)> _sent = [];

    public SentMessages(CrashPoint crash)
    {
        var client = new Mock<ServiceBusClient>();
        client.Setup(bus => bus.CreateSender(It.IsAny<string>())).Returns((string entity) => Sender(entity, crash));
        Client = client.Object;
    }

    public ServiceBusClient Client { get; }

    /// <summary>What was sent to a queue or topic, in order.</summary>
    public IReadOnlyList<ServiceBusMessage> To(string entity)
    {
        lock (_gate)
        {
            return [.. _sent.Where(sent => sent.Entity == entity).Select(sent => sent.Message)];
        }
    }

    /// <summary>The events that were published, without repeats of the same id, as ids and types.</summary>
    public IReadOnlyList<string> Events() =>
        [.. To("fulfillment-events").DistinctBy(message => message.MessageId).Select(message => $"{message.MessageId} {message.Subject}")];

    private ServiceBusSender Sender(string entity, CrashPoint crash)
    {
        var sender = new Mock<ServiceBusSender>();
        sender.Setup(bus => bus.SendMessageAsync(It.IsAny<ServiceBusMessage>(), It.IsAny<CancellationToken>()))
            .Returns((ServiceBusMessage message, CancellationToken _) => crash.DoAsync($"message to {entity}", () =>
            {
                lock (_gate)
                {
                    _sent.Add((entity, message));
                }

                return Task.CompletedTask;
            }));
        return sender.Object;
    }
}
