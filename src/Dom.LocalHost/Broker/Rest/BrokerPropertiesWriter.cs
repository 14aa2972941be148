using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Dom.LocalHost.Broker.Rest;

/// <summary>Writes the header BrokerProperties of a received message: pure ASCII, as a header must be.</summary>
internal static class BrokerPropertiesWriter
{
    /// <summary>The header's value.</summary>
    /// <param name="locked">A received message.</param>
    /// <param name="isLocked">Whether the receiver holds it; false where receiving deleted it.</param>
    public static string Write(LockedMessage locked, bool isLocked)
    {
        var message = locked.Message;
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("DeliveryCount", locked.DeliveryCount);
            json.WriteNumber("EnqueuedSequenceNumber", message.SequenceNumber);
            json.WriteString("EnqueuedTimeUtc", Rfc1123(message.EnqueuedAt));
            if (isLocked)
            {
                json.WriteString("LockToken", locked.LockToken);
                json.WriteString("LockedUntilUtc", Rfc1123(locked.LockedUntil));
            }

            json.WriteString("MessageId", message.MessageId);
            json.WriteNumber("SequenceNumber", message.SequenceNumber);
            json.WriteString("State", "Active");
            json.WriteNumber("TimeToLive", message.TimeToLive.TotalSeconds);
            Text(json, "CorrelationId", message.CorrelationId);
            Text(json, "Label", message.Subject);
            Text(json, "SessionId", message.SessionId);
            Text(json, "PartitionKey", message.PartitionKey);
            Text(json, "To", message.To);
            Text(json, "ReplyTo", message.ReplyTo);
            Text(json, "ReplyToSessionId", message.ReplyToSessionId);
            if (message.ScheduledFor is { } due)
            {
                json.WriteString("ScheduledEnqueueTimeUtc", Rfc1123(due));
            }

            json.WriteEndObject();
        }

        return Encoding.ASCII.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static string Rfc1123(DateTimeOffset time) => time.ToString("R", CultureInfo.InvariantCulture);
}
