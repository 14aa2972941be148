using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure.Messaging.ServiceBus;
using Dom.Core;
using Microsoft.Extensions.Options;

namespace Dom.Functions.Events;

/// <summary>Publishes what happens to orders as CloudEvents 1.0.</summary>
/// <remarks>A repeat carries the id of the first, which the topic's duplicate detection drops and listeners can tell.</remarks>
public sealed class FulfillmentEvents(ServiceBusClient client, IOptions<DomOptions> options) : IAsyncDisposable
{
    /// <summary>Longest message id that Service Bus takes.</summary>
    private const int MostIdChars = 128;

    private readonly ServiceBusSender _sender = client.CreateSender(options.Value.FulfillmentEventsTopic);

    /// <summary>Publishes entries of timelines, in order.</summary>
    /// <param name="entries">The entries.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task PublishAsync(IEnumerable<TimelineEntry> entries, CancellationToken cancellationToken)
    {
        foreach (var entry in entries)
        {
            await _sender.SendMessageAsync(Message(entry), cancellationToken);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _sender.DisposeAsync();

    /// <summary>The event's id, or its hash where Service Bus would refuse it as too long.</summary>
    private static string MessageId(string id) =>
        id.Length <= MostIdChars ? id : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)));

    private static ServiceBusMessage Message(TimelineEntry entry)
    {
        var id = $"{entry.OrderId}/{entry.Id}";
        var cloudEvent = new
        {
            specversion = "1.0",
            id,
            source = "/dom",
            type = entry.Type,
            subject = entry.OrderId.Value,
            time = entry.At,
            datacontenttype = "application/json",
            data = entry,
        };

        return new ServiceBusMessage(BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(cloudEvent, DomJson.Options)))
        {
            MessageId = MessageId(id),
            Subject = entry.Type,
            ContentType = "application/cloudevents+json",
        };
    }
}
