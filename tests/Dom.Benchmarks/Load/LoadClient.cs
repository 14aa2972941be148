using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Dom.Core;
using Dom.Core.Network;
using Dom.LocalHost.Demo.Orders;

namespace Dom.Benchmarks.Load;

/// <summary>Calls a host as its channels, operators and stores do.</summary>
internal sealed class LoadClient(HttpClient http, Uri address, Uri serviceBusAddress, IReadOnlyDictionary<string, string> keys)
{
    private const int RowsPerPut = 960;

    /// <summary>A client for a host, with the keys of its data folder.</summary>
    /// <param name="http">Sends.</param>
    /// <param name="address">Where the HTTP functions are.</param>
    /// <param name="serviceBusAddress">Where the broker is.</param>
    /// <param name="dataFolder">The host's data folder.</param>
    public static async Task<LoadClient> CreateAsync(HttpClient http, Uri address, Uri serviceBusAddress, string dataFolder)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(dataFolder, "keys.json"));
        return new LoadClient(http, address, serviceBusAddress, JsonSerializer.Deserialize<Dictionary<string, string>>(text)!);
    }

    /// <summary>Puts locations and stock.</summary>
    public async Task PutNetworkAsync()
    {
        foreach (var location in LoadNetwork.Locations)
        {
            var content = new ByteArrayContent(LocationWriter.Write(location));
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            await SendAsync(HttpMethod.Put, $"locations/{location.LocationId}", "operator", content, request => request.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Any));
        }

        var rows = LoadNetwork.Skus.SelectMany(sku => LoadNetwork.Locations.Select(location => new { sku, location.LocationId, LoadNetwork.OnHand }));
        foreach (var chunk in rows.Chunk(RowsPerPut))
        {
            await SendAsync(HttpMethod.Put, "stock", "operator", JsonContent.Create(chunk, options: DomJson.Options));
        }
    }

    /// <summary>Posts an order to the queue.</summary>
    /// <param name="order">The order.</param>
    public async Task PostAsync(DemoOrder order)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(serviceBusAddress, "/orders/messages")) { Content = new ByteArrayContent(order.ToBody()) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("BrokerProperties", JsonSerializer.Serialize(new { MessageId = order.OrderId }));
        using var response = await http.SendAsync(request);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Does something with a shipment, for all its lines.</summary>
    /// <param name="locationId">Its location.</param>
    /// <param name="shipmentId">The shipment.</param>
    /// <param name="verb">What: <c>accept</c>, <c>pick</c>, <c>pack</c>, <c>ship</c>.</param>
    public Task ActAsync(string locationId, string shipmentId, string verb) => SendAsync(
        HttpMethod.Post,
        $"locations/{locationId}/shipments/{shipmentId}/{verb}",
        "store",
        verb == "ship" ? JsonContent.Create(new { tracking = "1Z-BENCH" }) : JsonContent.Create(new { }));

    private async Task SendAsync(HttpMethod method, string path, string role, HttpContent content, Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, "/api/" + path)) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", keys[role]);
        change?.Invoke(request);
        using var response = await http.SendAsync(request);
        if (!response.IsSuccessStatusCode)
        {
            throw new HttpRequestException($"{method} {path}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
        }
    }
}
