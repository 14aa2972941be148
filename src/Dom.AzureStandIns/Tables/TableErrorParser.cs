using System.Text.Json;
using Azure.Core;

namespace Azure.Data.Tables;

/// <summary>Reads code and message out of what the service answers to a request that it refuses.</summary>
internal sealed class TableErrorParser : RequestFailedDetailsParser
{
    /// <summary>The one instance; it keeps nothing.</summary>
    public static TableErrorParser Instance { get; } = new();

    /// <inheritdoc/>
    public override bool TryParse(Response response, out ResponseError? error, out IDictionary<string, string>? data)
    {
        error = null;
        data = null;
        if (response.ContentStream is not { Length: > 0 })
        {
            return false;
        }

        try
        {
            using var document = JsonDocument.Parse(response.Content.ToMemory());
            var details = document.RootElement.GetProperty("odata.error");
            var message = details.GetProperty("message").GetProperty("value").GetString()!;
            error = new ResponseError(details.GetProperty("code").GetString(), message);
            data = IndexOf(message) is { } index
                ? new Dictionary<string, string> { [TableTransactionFailedException.FailedEntityKey] = index }
                : null;
            return true;
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            // A proxy's page, say: the status has to tell then.
            return false;
        }
    }

    // In a batch the message begins with the place of the request that failed: "3:The entity already exists."
    private static string? IndexOf(string message)
    {
        var end = message.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return end > 0 && message[end] == ':' ? message[..end] : null;
    }
}
