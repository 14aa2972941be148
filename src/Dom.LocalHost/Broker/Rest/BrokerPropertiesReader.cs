using System.Globalization;
using System.Text.Json;

namespace Dom.LocalHost.Broker.Rest;

/// <summary>
/// Reads the JSON of the header BrokerProperties. Unknown properties are ignored.
/// Source: Service Bus REST reference, "Message headers and properties".
/// </summary>
internal static class BrokerPropertiesReader
{
    /// <summary>Sets what the JSON says on a message.</summary>
    /// <param name="json">The header's value.</param>
    /// <param name="message">The message so far.</param>
    /// <exception cref="BrokerRequestException">The text is no JSON object, or a value is not what it must be.</exception>
    public static BrokerMessage Read(string json, BrokerMessage message)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Read(document.RootElement, message);
        }
        catch (JsonException broken)
        {
            throw new BrokerRequestException(400, $"BrokerProperties is no JSON: '{json}'. {broken.Message}");
        }
    }

    /// <summary>Sets what the JSON says on a message.</summary>
    /// <param name="properties">The JSON.</param>
    /// <param name="message">The message so far.</param>
    /// <exception cref="BrokerRequestException">It is no object, or a value is not what it must be.</exception>
    public static BrokerMessage Read(JsonElement properties, BrokerMessage message)
    {
        if (properties.ValueKind != JsonValueKind.Object)
        {
            throw new BrokerRequestException(
                400, $"BrokerProperties is {properties.GetRawText()}; allowed is a JSON object such as {{\"MessageId\":\"1\"}}.");
        }

        foreach (var property in properties.EnumerateObject().Where(p => p.Value.ValueKind != JsonValueKind.Null))
        {
            message = Set(message, property);
        }

        return message;
    }

    private static BrokerMessage Set(BrokerMessage message, JsonProperty property) => property.Name switch
    {
        "MessageId" => message with { MessageId = Text(property, BrokerLimits.MaxIdLength) },
        "SessionId" => message with { SessionId = Text(property, BrokerLimits.MaxIdLength) },
        "PartitionKey" => message with { PartitionKey = Text(property, BrokerLimits.MaxIdLength) },
        "CorrelationId" => message with { CorrelationId = Text(property) },
        "Label" => message with { Subject = Text(property) },
        "To" => message with { To = Text(property) },
        "ReplyTo" => message with { ReplyTo = Text(property) },
        "ReplyToSessionId" => message with { ReplyToSessionId = Text(property) },
        "ContentType" => message with { ContentType = Text(property) },
        "TimeToLive" => message with { TimeToLive = Seconds(property) },
        "TimeToLiveTimeSpan" => message with { TimeToLive = Span(property) },
        "ScheduledEnqueueTimeUtc" => message with { ScheduledFor = Time(property) },
        _ => message,
    };

    private static string Text(JsonProperty property, int maxLength = int.MaxValue)
    {
        var text = property.Value.ValueKind switch
        {
            JsonValueKind.String => property.Value.GetString()!,
            JsonValueKind.Number => property.Value.GetRawText(),
            _ => throw Wrong(property, "text"),
        };
        return text.Length <= maxLength
            ? text
            : throw Wrong(property, string.Create(CultureInfo.InvariantCulture, $"text of at most {maxLength} characters"));
    }

    private static TimeSpan Seconds(JsonProperty property)
    {
        const string Allowed = "a number of seconds above 0";
        var isNumber = property.Value.ValueKind == JsonValueKind.Number
            ? property.Value.TryGetDouble(out var seconds)
            : double.TryParse(Text(property), NumberStyles.Float, CultureInfo.InvariantCulture, out seconds);
        if (!isNumber || !(seconds > 0))
        {
            throw Wrong(property, Allowed);
        }

        return seconds < TimeSpan.MaxValue.TotalSeconds ? TimeSpan.FromSeconds(seconds) : TimeSpan.MaxValue;
    }

    private static TimeSpan Span(JsonProperty property) =>
        TimeSpan.TryParse(Text(property), CultureInfo.InvariantCulture, out var span) && span > TimeSpan.Zero
            ? span
            : throw Wrong(property, "a time such as 00:00:40, above zero");

    private static DateTimeOffset Time(JsonProperty property) =>
        property.Value.ValueKind == JsonValueKind.String
        && DateTimeOffset.TryParse(
            property.Value.GetString(),
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var time)
            ? time
            : throw Wrong(property, "a time in UTC such as Sun, 06 Nov 2033 08:49:37 GMT or 2033-11-06T08:49:37Z");

    private static BrokerRequestException Wrong(JsonProperty property, string allowed) =>
        new(400, $"BrokerProperties: {property.Name} is {property.Value.GetRawText()}; allowed is {allowed}.");
}
