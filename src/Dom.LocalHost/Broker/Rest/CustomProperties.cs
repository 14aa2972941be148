using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Dom.LocalHost.Broker.Rest;

/// <summary>
/// Application properties as headers: text in double quotes, numbers and booleans bare.
/// Source: Service Bus REST reference, "Message headers and properties".
/// </summary>
internal static class CustomProperties
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Headers of HTTP itself, of clients and of proxies, which say nothing about the message.
    private static readonly HashSet<string> NotProperties = new(StringComparer.OrdinalIgnoreCase)
    {
        "Accept", "Accept-Charset", "Accept-Encoding", "Accept-Language", "Authorization", "BrokerProperties", "Cache-Control",
        "Connection", "Cookie", "Date", "DNT", "Expect", "Forwarded", "Host", "Keep-Alive", "Origin", "Pragma", "Referer",
        "Request-Id", "TE", "Trailer", "Transfer-Encoding", "Upgrade", "User-Agent", "Via", "traceparent", "tracestate", "baggage",
        "ServiceBusAuthorization", "x-ms-retrypolicy",
    };

    private static readonly string[] NotPropertyPrefixes = ["Content-", "If-", "Sec-", "X-Forwarded-"];

    /// <summary>Reads a request's headers.</summary>
    /// <param name="headers">The headers.</param>
    public static Dictionary<string, object> Read(IHeaderDictionary headers) =>
        headers
            .Where(header => !NotProperties.Contains(header.Key)
                && !NotPropertyPrefixes.Any(prefix => header.Key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)))
            .ToDictionary(header => header.Key, header => Value(header.Value.ToString()), StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads the user properties of a message in a batch.</summary>
    /// <param name="properties">A JSON object of text, numbers and booleans.</param>
    /// <exception cref="BrokerRequestException">A value is something else.</exception>
    public static Dictionary<string, object> Read(JsonElement properties) =>
        properties.ValueKind == JsonValueKind.Object
            ? properties.EnumerateObject().ToDictionary(property => property.Name, Value)
            : throw new BrokerRequestException(400, $"UserProperties is {properties.GetRawText()}; allowed is a JSON object.");

    /// <summary>Writes properties as headers.</summary>
    /// <param name="properties">Application properties.</param>
    /// <param name="headers">The answer's headers.</param>
    public static void Write(IReadOnlyDictionary<string, object> properties, IHeaderDictionary headers)
    {
        foreach (var (name, value) in properties.Where(property => IsHeaderName(property.Key)))
        {
            headers[name] = Text(value);
        }
    }

    private static string Text(object value) => value switch
    {
        bool flag => flag ? "true" : "false",
        byte or short or int or long or float or double or decimal =>
            ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        DateTime time => Quoted(time.ToUniversalTime().ToString("R", CultureInfo.InvariantCulture)),
        DateTimeOffset time => Quoted(time.ToUniversalTime().ToString("R", CultureInfo.InvariantCulture)),
        _ => Quoted(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""),
    };

    // Readable in a terminal, so only what a header cannot carry is escaped.
    private static string Quoted(string text) => string.Concat(JsonSerializer.Serialize(text, Readable)
        .Select(c => char.IsAscii(c) ? c.ToString() : string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}")));

    private static object Value(string text)
    {
        if (text.Length >= 2 && text[0] == '"' && text[^1] == '"')
        {
            return Unquoted(text);
        }

        return bool.TryParse(text, out var flag) ? flag
            : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
            : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var large) ? large
            : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) ? real
            : text;
    }

    private static string Unquoted(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<string>(text)!;
        }
        catch (JsonException)
        {
            // Quotes around something that is not escaped as JSON: take what is between them.
            return text[1..^1];
        }
    }

    private static object Value(JsonProperty property) => property.Value.ValueKind switch
    {
        JsonValueKind.String => property.Value.GetString()!,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number when property.Value.TryGetInt32(out var number) => number,
        JsonValueKind.Number when property.Value.TryGetInt64(out var number) => number,
        JsonValueKind.Number => property.Value.GetDouble(),
        _ => throw new BrokerRequestException(
            400, $"UserProperties: {property.Name} is {property.Value.GetRawText()}; allowed are text, numbers and booleans."),
    };

    private static bool IsHeaderName(string name) =>
        name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal));
}
