using System.Text;
using System.Text.Json;

namespace Dom.LocalHost.Broker.Rest;

/// <summary>
/// Reads the JSON of several messages in one request.
/// Source: Service Bus REST reference, "Send Message Batch".
/// </summary>
internal static class BatchReader
{
    /// <summary>The content type of such a request.</summary>
    public const string ContentType = "application/vnd.microsoft.servicebus.json";

    /// <summary>Reads the messages.</summary>
    /// <param name="body">The request's body.</param>
    /// <exception cref="BrokerRequestException">It is no array of messages.</exception>
    public static List<BrokerMessage> Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Array
                ? [.. document.RootElement.EnumerateArray().Select(Message)]
                : throw new BrokerRequestException(400, "A batch is a JSON array of {\"Body\": …, \"BrokerProperties\": {…}}.");
        }
        catch (JsonException broken)
        {
            throw new BrokerRequestException(400, $"The batch is no JSON: {broken.Message}");
        }
    }

    private static BrokerMessage Message(JsonElement item, int index)
    {
        if (item.ValueKind != JsonValueKind.Object
            || !item.TryGetProperty("Body", out var body) || body.ValueKind != JsonValueKind.String)
        {
            throw new BrokerRequestException(400, $"Message {index} of the batch has no Body; allowed is text.");
        }

        var message = new BrokerMessage { Body = Encoding.UTF8.GetBytes(body.GetString()!) };
        if (item.TryGetProperty("UserProperties", out var user))
        {
            message = message with { Properties = CustomProperties.Read(user) };
        }

        return item.TryGetProperty("BrokerProperties", out var properties)
            ? BrokerPropertiesReader.Read(properties, message)
            : message;
    }
}
