using System.Buffers;
using System.Text.Json;

namespace Dom.LocalHost.Broker;

/// <summary>Messages as the JSON that storage keeps. Pure ASCII, so that characters and bytes are the same count.</summary>
internal static class BrokerMessageJson
{
    /// <summary>Writes a message.</summary>
    /// <param name="message">A message with its sequence number.</param>
    public static byte[] Write(BrokerMessage message)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("n", message.SequenceNumber);
            json.WriteNumber("accepted", message.AcceptedAt.UtcTicks);
            json.WriteNumber("at", message.EnqueuedAt.UtcTicks);
            Text(json, "id", message.MessageId);
            if (message.IdIsOurs)
            {
                json.WriteBoolean("ours", true);
            }

            Text(json, "correlation", message.CorrelationId);
            Text(json, "session", message.SessionId);
            Text(json, "partition", message.PartitionKey);
            Text(json, "subject", message.Subject);
            Text(json, "to", message.To);
            Text(json, "replyTo", message.ReplyTo);
            Text(json, "replyToSession", message.ReplyToSessionId);
            Text(json, "type", message.ContentType);
            json.WriteNumber("ttl", message.TimeToLive.Ticks);
            if (message.ScheduledFor is { } due)
            {
                json.WriteNumber("due", due.UtcTicks);
            }

            if (message.HandOutsBefore != 0)
            {
                json.WriteNumber("before", message.HandOutsBefore);
            }

            json.WriteStartObject("properties");
            foreach (var (name, value) in message.Properties)
            {
                json.WriteString(name, BrokerProperty.Write(name, value));
            }

            json.WriteEndObject();
            json.WriteBase64String("body", message.Body.Span);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Reads a message.</summary>
    /// <param name="json">What <see cref="Write"/> wrote.</param>
    /// <exception cref="JsonException">It was written by something else.</exception>
    public static BrokerMessage Read(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        try
        {
            return new()
            {
                SequenceNumber = root.GetProperty("n").GetInt64(),
                AcceptedAt = new(root.GetProperty("accepted").GetInt64(), TimeSpan.Zero),
                EnqueuedAt = new(root.GetProperty("at").GetInt64(), TimeSpan.Zero),
                MessageId = Text(root, "id"),
                IdIsOurs = root.TryGetProperty("ours", out _),
                CorrelationId = Text(root, "correlation"),
                SessionId = Text(root, "session"),
                PartitionKey = Text(root, "partition"),
                Subject = Text(root, "subject"),
                To = Text(root, "to"),
                ReplyTo = Text(root, "replyTo"),
                ReplyToSessionId = Text(root, "replyToSession"),
                ContentType = Text(root, "type"),
                TimeToLive = new(root.GetProperty("ttl").GetInt64()),
                ScheduledFor = root.TryGetProperty("due", out var due) ? new(due.GetInt64(), TimeSpan.Zero) : null,
                HandOutsBefore = root.TryGetProperty("before", out var before) ? before.GetInt32() : 0,
                Properties = root.GetProperty("properties").EnumerateObject()
                    .ToDictionary(property => property.Name, property => BrokerProperty.Read(property.Value.GetString()!)),
                Body = root.GetProperty("body").GetBytesFromBase64(),
            };
        }
        catch (Exception broken) when (broken is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new JsonException($"The text is JSON but no message of the broker: {broken.Message}", broken);
        }
    }

    private static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) ? value.GetString() : null;
}
