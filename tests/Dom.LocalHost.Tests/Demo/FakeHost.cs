using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Dom.LocalHost.Tests.Demo;

/// <summary>A small host that speaks HTTP as the contract says: every order gets one shipment, and what is refused is offered at the next location.</summary>
internal sealed class FakeHost : IAsyncDisposable
{
    public const string ChannelKey = "key-of-channels";
    public const string StoreKey = "key-of-stores";

    private static readonly string[] Locations = ["store-reno", "store-boise", "dc-dallas"];

    private readonly ConcurrentDictionary<string, ConcurrentQueue<FakeShipment>> _orders = new(StringComparer.Ordinal);
    private readonly WebApplication _app;
    private readonly TaskCompletionSource _posted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _drops;

    private FakeHost(WebApplication app, int drops) => (_app, _drops) = (app, drops);

    public ConcurrentQueue<(string MessageId, string Body)> Messages { get; } = new();

    public ConcurrentQueue<(string Verb, JsonNode Body)> Actions { get; } = new();

    public Task FirstMessage => _posted.Task;

    public Uri Url => new(_app.Urls.First());

    /// <param name="drops">So many first requests get no answer: their connection is dropped.</param>
    public static async Task<FakeHost> StartAsync(int drops = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var host = new FakeHost(app, drops);
        app.Use(host.DropAsync);
        app.MapGet("/api/health/live", () => Results.Ok());
        app.MapPost("/orders/messages", host.PostAsync);
        app.MapGet("/orders", () => Results.Json(new { activeMessageCount = 0, deadLetterMessageCount = 3 }));
        app.MapGet("/api/orders/{orderId}", host.Order);
        app.MapGet("/api/locations/{locationId}/shipments", (string locationId, HttpRequest request) =>
            Allowed(request, StoreKey) ?? Results.Json(new { items = Array.Empty<object>() }));
        app.MapPost("/api/locations/{locationId}/shipments/{shipmentId}/{verb}", host.ActAsync);
        await app.StartAsync();
        return host;
    }

    public IEnumerable<FakeShipment> Shipments => _orders.Values.SelectMany(order => order);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static IResult? Allowed(HttpRequest request, string key) =>
        request.Headers.Authorization == "Bearer " + key ? null : Results.Unauthorized();

    private async Task DropAsync(HttpContext context, RequestDelegate next)
    {
        if (!context.Request.Path.StartsWithSegments("/api/health") && Interlocked.Decrement(ref _drops) >= 0)
        {
            context.Abort();
            return;
        }

        await next(context);
    }

    private async Task<IResult> PostAsync(HttpRequest request)
    {
        var body = await new StreamReader(request.Body).ReadToEndAsync();
        Messages.Enqueue((JsonNode.Parse(request.Headers["BrokerProperties"].ToString())!["MessageId"]!.GetValue<string>(), body));
        _posted.TrySetResult();
        if (body.EndsWith('}') && JsonNode.Parse(body) is { } message && message["cancel"] is null)
        {
            _orders.TryAdd(
                message["orderId"]!.GetValue<string>(), new ConcurrentQueue<FakeShipment>([new FakeShipment(message["orderId"]!.GetValue<string>(), 0)]));
        }

        return Results.StatusCode(StatusCodes.Status201Created);
    }

    private IResult Order(string orderId, HttpRequest request)
    {
        if (Allowed(request, ChannelKey) is { } refused)
        {
            return refused;
        }

        return _orders.TryGetValue(orderId, out var shipments)
            ? Results.Json(new
            {
                orderId,
                state = shipments.Any(shipment => shipment.State == "shipped") ? "completed" : shipments.All(shipment => shipment.State == "rejected") ? "waiting" : "inFulfillment",
                lines = new[] { new { lineId = "1" } },
                shipments = shipments.Select(shipment => shipment.View),
            })
            : Results.NotFound();
    }

    private async Task<IResult> ActAsync(string locationId, string shipmentId, string verb, HttpRequest request)
    {
        if (Allowed(request, StoreKey) is { } refused)
        {
            return refused;
        }

        var body = await JsonNode.ParseAsync(request.Body);
        Actions.Enqueue((verb, body!));
        var shipment = Shipments.Single(one => one.ShipmentId == shipmentId && one.LocationId == locationId);
        shipment.State = verb switch { "accept" => "accepted", "reject" => "rejected", "pick" => "picked", "pack" => "packed", _ => "shipped" };
        if (verb == "reject" && shipment.Attempt + 1 < Locations.Length)
        {
            _orders[shipment.OrderId].Enqueue(new FakeShipment(shipment.OrderId, shipment.Attempt + 1));
        }

        return Results.Json(shipment.View);
    }

    internal sealed class FakeShipment(string orderId, int attempt)
    {
        public string OrderId => orderId;

        public int Attempt => attempt;

        public string ShipmentId => $"{orderId}.{attempt}";

        public string LocationId => Locations[attempt];

        public string State { get; set; } = "offered";

        public object View => new
        {
            shipmentId = ShipmentId,
            orderId,
            locationId = LocationId,
            mode = "ship",
            state = State,
            lines = new[] { new { lineId = "1", sku = "SKU-0001", quantity = 2, offered = 2, picked = 0 } },
            possibleActions = State switch
            {
                "offered" => (string[])["accept", "reject"],
                "accepted" => ["pick", "pack", "ship", "reject"],
                "picked" => ["pick", "unpick", "pack", "ship", "reject"],
                "packed" => ["unpick", "ship", "reject"],
                _ => [],
            },
        };
    }
}
