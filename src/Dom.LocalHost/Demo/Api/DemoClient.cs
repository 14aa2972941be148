using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Dom.Core;
using Dom.LocalHost.Demo.Live;
using Dom.LocalHost.Demo.Orders;
using Dom.LocalHost.Demo.Stores;

namespace Dom.LocalHost.Demo.Api;

/// <summary>
/// Calls the host as channels and stores do. While the host is away it tries again, more and more seldom, until it is back or the
/// demo stops; what it sends carries ids by which a repeat is known.
/// </summary>
/// <param name="http">Sends.</param>
/// <param name="options">Where to.</param>
/// <param name="keys">With which keys.</param>
/// <param name="board">Is told when the host goes away and comes back.</param>
internal sealed class DemoClient(HttpClient http, DemoOptions options, TrafficKeys keys, DemoBoard board)
{
    private const double Growth = 2;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    /// <summary>Posts a message to the queue.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether the queue took it.</returns>
    public async Task<bool> PostAsync(DemoMessage message, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(() => Message(message), cancellationToken);
        return response.IsSuccessStatusCode;
    }

    /// <summary>An order as it is now.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The order; null where the host does not know it yet.</returns>
    public Task<SeenOrder?> OrderAsync(string orderId, CancellationToken cancellationToken) =>
        GetAsync<SeenOrder>($"orders/{Uri.EscapeDataString(orderId)}", keys.Channel, cancellationToken);

    /// <summary>What a location has to do: its shipments that have not ended.</summary>
    /// <param name="locationId">The location.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The first 100 of them.</returns>
    public async Task<IReadOnlyList<SeenShipment>> WorkAsync(string locationId, CancellationToken cancellationToken)
    {
        var page = await GetAsync<SeenShipments>(
            $"locations/{Uri.EscapeDataString(locationId)}/shipments?state=offered,accepted,picking,picked,packed,ready", keys.Store, cancellationToken);
        return page is { Items.IsDefault: false } ? page.Items : [];
    }

    /// <summary>Does something to a shipment.</summary>
    /// <param name="shipment">The shipment.</param>
    /// <param name="turn">What.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The shipment as it is then; null where it cannot be done any more.</returns>
    public async Task<SeenShipment?> ActAsync(SeenShipment shipment, StoreTurn turn, CancellationToken cancellationToken)
    {
        var path = $"locations/{Uri.EscapeDataString(shipment.LocationId)}/shipments/{Uri.EscapeDataString(shipment.ShipmentId)}/{turn.Verb}";
        using var response = await SendAsync(
            () =>
            {
                var request = Request(HttpMethod.Post, path, keys.Store);
                request.Content = JsonContent.Create(turn.Request, options: DomJson.Options);
                return request;
            },
            cancellationToken);
        return response.IsSuccessStatusCode ? await ReadAsync<SeenShipment>(response, cancellationToken) : null;
    }

    /// <summary>How many dead letters the queue of orders has.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The number; null where the queue does not say.</returns>
    public async Task<long?> DeadLettersAsync(CancellationToken cancellationToken)
    {
        using var response = await SendAsync(() => new HttpRequestMessage(HttpMethod.Get, QueueUrl("")), cancellationToken);
        return response.StatusCode == HttpStatusCode.OK && response.Content.Headers.ContentType?.MediaType == "application/json"
            ? (await ReadAsync<SeenQueue>(response, cancellationToken)).DeadLetterMessageCount
            : null;
    }

    private async Task<T?> GetAsync<T>(string path, string key, CancellationToken cancellationToken)
        where T : class
    {
        using var response = await SendAsync(() => Request(HttpMethod.Get, path, key), cancellationToken);
        return response.IsSuccessStatusCode ? await ReadAsync<T>(response, cancellationToken) : null;
    }

    private HttpRequestMessage Request(HttpMethod method, string path, string key) =>
        new(method, new Uri(options.Url, "/api/" + path)) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", key) } };

    private HttpRequestMessage Message(DemoMessage message)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, QueueUrl("/messages")) { Content = new ByteArrayContent(message.Body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("BrokerProperties", JsonSerializer.Serialize(new { message.MessageId }));
        return request;
    }

    private Uri QueueUrl(string path) => new(options.ServiceBusUrl, "/" + options.Queue + path);

    private async Task<HttpResponseMessage> SendAsync(Func<HttpRequestMessage> create, CancellationToken cancellationToken)
    {
        for (var pause = FirstPause; ; pause = TimeSpan.FromTicks(Math.Min((long)(pause.Ticks * Growth), LongestPause.Ticks)))
        {
            if (await TrySendAsync(create, cancellationToken) is { } response)
            {
                board.HostAnswers(true);
                return response;
            }

            board.HostAnswers(false);
            await Task.Delay(pause, cancellationToken);
        }
    }

    /// <summary>The answer; null where there is none, or one that may be better the next time.</summary>
    private async Task<HttpResponseMessage?> TrySendAsync(Func<HttpRequestMessage> create, CancellationToken cancellationToken)
    {
        using var request = create();
        HttpResponseMessage response;
        try
        {
            response = await http.SendAsync(request, cancellationToken);
        }
        catch (HttpRequestException)
        {
            return null;
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The client's own time limit, not the demo's end.
            return null;
        }

        if (response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
        {
            using (response)
            {
                throw new LocalHostException(
                    $"{request.Method} {request.RequestUri} is refused with {(int)response.StatusCode}: the keys in '{options.KeysFile}' are not this host's. Name its keys.json with --keys FILE.");
            }
        }

        if ((int)response.StatusCode >= 500 || response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout)
        {
            response.Dispose();
            return null;
        }

        return response;
    }

    private static async Task<T> ReadAsync<T>(HttpResponseMessage response, CancellationToken cancellationToken)
        where T : class
    {
        var address = response.RequestMessage?.RequestUri;
        try
        {
            return await response.Content.ReadFromJsonAsync<T>(DomJson.Options, cancellationToken) ?? throw Unreadable(address, null);
        }
        catch (JsonException fault)
        {
            throw Unreadable(address, fault);
        }
    }

    private static LocalHostException Unreadable(Uri? address, JsonException? fault) =>
        new($"What {address} answers is not what this demo reads: {fault?.Message ?? "it is empty."} Start the host and the demo from the same version.", fault);
}
