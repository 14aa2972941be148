using System.Net;
using System.Text.Json;
using Dom.EndToEnd.Tests.Hosting;

namespace Dom.EndToEnd.Tests.Scenes;

/// <summary>A test's own locations, SKUs and orders on a host, and what channels, stores and operators do there.</summary>
internal sealed class Scene(Callers callers, string name, string channel)
{
    private int _orders;

    public Callers Callers => callers;

    /// <summary>The id of something of this scene.</summary>
    public string Id(string word) => $"{name}-{word}";

    /// <summary>A new order of this scene's channel.</summary>
    public TestOrder NewOrder() => new(FormattableString.Invariant($"{name}-order-{Interlocked.Increment(ref _orders)}"), channel);

    /// <summary>Opens a location that sends and hands over.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> OpenAsync(
        string word, (double Latitude, double Longitude) place, int? ordersPerDay = null, string timeZone = "UTC")
    {
        (await callers.Operator.PutAsync($"locations/{Id(word)}", Location(word, place, ordersPerDay, timeZone), ifNoneMatch: "*"))
            .Expect(HttpStatusCode.Created);
        return Id(word);
    }

    /// <summary>Counts what a location has of a SKU.</summary>
    public async Task CountAsync(string sku, string locationId, int onHand) =>
        (await callers.Operator.PutAsync("stock", new[] { new { sku, locationId, onHand } })).Expect(HttpStatusCode.OK);

    /// <summary>Opens locations near, in the middle and far, the first of them with so much of a SKU.</summary>
    /// <param name="sku">The SKU.</param>
    /// <param name="onHand">How much each has, nearest first; one to three.</param>
    /// <returns>Their ids, nearest first.</returns>
    public async Task<IReadOnlyList<string>> OpenWithAsync(string sku, params int[] onHand)
    {
        (string, (double, double))[] places = [("near", Places.Near), ("middle", Places.Middle), ("far", Places.Far)];
        var ids = new List<string>();
        foreach (var ((word, place), units) in places.Zip(onHand))
        {
            ids.Add(await OpenAsync(word, place));
            await CountAsync(sku, ids[^1], units);
        }

        return ids;
    }

    /// <summary>Sends an order to the queue.</summary>
    public Task SendAsync(TestOrder order) => callers.Queues.SendAsync("orders", order.ToJson());

    /// <summary>Sends an order and waits until it is as wanted.</summary>
    public async Task<OrderSeen> SendAsync(TestOrder order, Func<OrderSeen, bool> until)
    {
        await SendAsync(order);
        return await WaitAsync(order.OrderId, until);
    }

    /// <summary>Sends an order and waits until a location has it as an offer.</summary>
    public async Task<ShipmentSeen> OfferAsync(TestOrder order, string locationId)
    {
        await SendAsync(order);
        return await WaitForShipmentAsync(order.OrderId, locationId, "offered");
    }

    /// <summary>Reads an order.</summary>
    public async Task<OrderSeen> OrderAsync(string orderId)
    {
        var answer = await callers.Operator.GetAsync($"orders/{orderId}");
        return answer.Status == HttpStatusCode.NotFound ? new OrderSeen(orderId, "unknown", 0, [], []) : answer.Expect(HttpStatusCode.OK).As<OrderSeen>();
    }

    /// <summary>Waits until an order is as wanted.</summary>
    public Task<OrderSeen> WaitAsync(string orderId, Func<OrderSeen, bool> until, TimeSpan? patience = null) =>
        Eventually.GetAsync(() => OrderAsync(orderId), until, async () => JsonSerializer.Serialize(await TimelineAsync(orderId)), patience);

    /// <summary>Waits until an order has nothing open.</summary>
    public Task<OrderSeen> EndAsync(string orderId) => WaitAsync(orderId, order => order.HasEnded);

    /// <summary>Waits until a location has a shipment of an order in a state.</summary>
    public async Task<ShipmentSeen> WaitForShipmentAsync(string orderId, string locationId, string state)
    {
        bool IsIt(ShipmentSeen shipment) => shipment.LocationId == locationId && shipment.State == state;
        var order = await WaitAsync(orderId, order => order.Shipments.Any(IsIt));
        return order.Shipments.Last(IsIt);
    }

    /// <summary>What a location can do with a shipment.</summary>
    public Task<Answer> ActAsync(ShipmentSeen shipment, string action, object? body = null) =>
        callers.Store.PostAsync($"locations/{shipment.LocationId}/shipments/{shipment.ShipmentId}/{action}", body);

    /// <summary>What a location does with a shipment, and may.</summary>
    public async Task<ShipmentSeen> DoAsync(ShipmentSeen shipment, string action, object? body = null) =>
        (await ActAsync(shipment, action, body)).Expect(HttpStatusCode.OK).As<ShipmentSeen>();

    /// <summary>A location accepts, picks, packs and ships.</summary>
    public async Task ShipAsync(ShipmentSeen shipment)
    {
        foreach (var action in shipment.State == "offered" ? new[] { "accept", "pick", "pack", "ship" } : ["pick", "pack", "ship"])
        {
            await DoAsync(shipment, action, new { requestId = Guid.NewGuid() });
        }
    }

    /// <summary>What happened to an order.</summary>
    public async Task<IReadOnlyList<EntrySeen>> TimelineAsync(string orderId) =>
        (await callers.Operator.GetAsync($"orders/{orderId}/timeline?limit=500")) is { Status: HttpStatusCode.OK } answer
            ? answer.As<PageSeen<EntrySeen>>().Items
            : [];

    /// <summary>The level of a SKU at a location.</summary>
    public async Task<StockSeen> StockAsync(string sku, string locationId) =>
        (await callers.Operator.GetAsync($"stock?sku={Uri.EscapeDataString(sku)}")).Expect(HttpStatusCode.OK)
            .As<PageSeen<StockSeen>>().Items.Single(level => level.LocationId == locationId);

    /// <summary>Waits until a SKU's level at a location is as wanted.</summary>
    public Task<StockSeen> WaitForStockAsync(string sku, string locationId, int onHand, int held) =>
        Eventually.GetAsync(() => StockAsync(sku, locationId), level => level.OnHand == onHand && level.Held == held);

    /// <summary>Waits until a message that contains a text is dead-lettered.</summary>
    public async Task<QueueMessage> DeadLetterAsync(string text)
    {
        var letters = await Eventually.GetAsync(
            callers.DeadLettersAsync, letters => letters.Any(letter => letter.Body.Contains(text, StringComparison.Ordinal)));
        return letters.Single(letter => letter.Body.Contains(text, StringComparison.Ordinal));
    }

    /// <summary>A location as operators write it.</summary>
    public object Location(string word, (double Latitude, double Longitude) place, int? ordersPerDay = null, string timeZone = "UTC") => new
    {
        name = $"{name} {word}",
        type = "store",
        latitude = place.Latitude,
        longitude = place.Longitude,
        timeZone,
        modes = new[] { "ship", "pickup" },
        capacity = ordersPerDay is null ? null : new { ordersPerDay },
        active = true,
    };
}
