using System.Net;
using System.Text;
using System.Text.Json;

namespace Dom.EndToEnd.Tests.Hosting;

/// <summary>A channel or a subscriber that speaks Service Bus's REST data plane.</summary>
internal sealed class QueueClient(Func<Uri> address) : IDisposable
{
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(60) };

    /// <summary>Sends a message.</summary>
    /// <param name="entity">The queue.</param>
    /// <param name="body">The message.</param>
    /// <param name="messageId">Its id; null lets the broker choose.</param>
    /// <param name="properties">Its custom properties.</param>
    public async Task SendAsync(
        string entity, string body, string? messageId = null, IReadOnlyDictionary<string, string>? properties = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address(), $"/{entity}/messages"))
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        if (messageId is not null)
        {
            request.Headers.Add("BrokerProperties", JsonSerializer.Serialize(new { MessageId = messageId }));
        }

        foreach (var (name, value) in properties ?? new Dictionary<string, string>())
        {
            request.Headers.Add(name, value);
        }

        using var response = await _http.SendAsync(request);
        if (response.StatusCode != HttpStatusCode.Created)
        {
            throw new HttpRequestException($"The broker answered {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
        }
    }

    /// <summary>Takes all messages that are there.</summary>
    /// <param name="entity">The queue or subscription.</param>
    public async Task<IReadOnlyList<QueueMessage>> TakeAllAsync(string entity)
    {
        var messages = new List<QueueMessage>();
        while (true)
        {
            using var response = await _http.DeleteAsync(new Uri(address(), $"/{entity}/messages/head?timeout=0"));
            if (response.StatusCode == HttpStatusCode.NoContent)
            {
                return messages;
            }

            var body = await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
            var properties = JsonSerializer.Deserialize<JsonElement>(response.Headers.GetValues("BrokerProperties").Single());
            messages.Add(new QueueMessage(
                body,
                properties.GetProperty("MessageId").GetString()!,
                properties.TryGetProperty("Label", out var label) ? label.GetString() : null,
                Custom(response, "DeadLetterReason"),
                Custom(response, "DeadLetterErrorDescription"),
                response.Content.Headers.ContentType?.MediaType));
        }
    }

    /// <summary>Counts messages.</summary>
    /// <param name="entity">The queue.</param>
    /// <param name="count">Which count, as the broker names it.</param>
    public async Task<int> CountAsync(string entity, string count) =>
        JsonSerializer.Deserialize<JsonElement>(await _http.GetStringAsync(new Uri(address(), $"/{entity}"))).GetProperty(count).GetInt32();

    public void Dispose() => _http.Dispose();

    private static string? Custom(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? JsonSerializer.Deserialize<string>(values.Single()) : null;
}

/// <summary>A message as it was taken.</summary>
internal sealed record QueueMessage(string Body, string MessageId, string? Subject, string? Reason, string? Description, string? ContentType);
