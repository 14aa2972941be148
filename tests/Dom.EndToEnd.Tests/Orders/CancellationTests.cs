using System.Net;
using Dom.EndToEnd.Tests.Hosting;

namespace Dom.EndToEnd.Tests.Orders;

[Collection(OrdersHost.Name)]
public sealed class CancellationTests(SharedHost shared)
{
    [Theory]
    [InlineData("", "withdrawn")]
    [InlineData("accept", "cancelled")]
    [InlineData("accept,pick", "cancelled")]
    [InlineData("accept,pick,pack", "cancelled")]
    public async Task An_order_can_be_cancelled_until_it_is_shipped(string done, string state)
    {
        var scene = shared.NewScene();
        var sku = scene.Id("sku");
        var places = await scene.OpenWithAsync(sku, 1, 1);
        var order = scene.NewOrder().With(sku, 1);

        var shipment = await scene.OfferAsync(order, places[0]);
        foreach (var action in done.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            await scene.DoAsync(shipment, action);
        }

        (await scene.Callers.Channel.PostAsync($"orders/{order.OrderId}/cancel")).Expect(HttpStatusCode.OK);
        var ended = await scene.EndAsync(order.OrderId);
        var again = await scene.Callers.Channel.PostAsync($"orders/{order.OrderId}/cancel");
        var late = await scene.ActAsync(shipment, "ship");

        Assert.Equal(("cancelled", state), (ended.State, ended.Shipments.Single().State));
        Assert.Equal(("cancelled", 1), (ended.Lines.Single().State, ended.Lines.Single().Cancelled));
        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        await scene.WaitForStockAsync(sku, places[0], onHand: 1, held: 0);
    }

    [Fact]
    public async Task An_order_that_waits_for_stock_can_be_cancelled()
    {
        var scene = shared.NewScene();
        var sku = scene.Id("sku");
        var places = await scene.OpenWithAsync(sku, 0);
        var order = scene.NewOrder().With(sku, 1);

        await scene.SendAsync(order, seen => seen.State == "waiting");
        await scene.Callers.Queues.SendAsync("orders", $$"""{"orderId":"{{order.OrderId}}","cancel":true}""");
        var ended = await scene.EndAsync(order.OrderId);
        await scene.CountAsync(sku, places[0], 1);

        Assert.Equal(("cancelled", 1), (ended.State, ended.Lines.Single().Cancelled));
        await scene.WaitForStockAsync(sku, places[0], onHand: 1, held: 0);
    }

    [Fact]
    public async Task A_cancellation_that_overtakes_its_order_finds_it_later()
    {
        var scene = shared.NewScene();
        var sku = scene.Id("sku");
        var places = await scene.OpenWithAsync(sku, 1);
        var order = scene.NewOrder().With(sku, 1);

        await scene.Callers.Queues.SendAsync("orders", $$"""{"orderId":"{{order.OrderId}}","cancel":true}""");
        await Eventually.GetAsync(() => scene.Callers.Queues.CountAsync("orders", "scheduledMessageCount"), count => count > 0);
        await scene.SendAsync(order);
        var ended = await scene.EndAsync(order.OrderId);

        Assert.Equal("cancelled", ended.State);
        await scene.WaitForStockAsync(sku, places[0], onHand: 1, held: 0);
    }

    [Fact]
    public async Task A_shipped_order_can_no_longer_be_cancelled()
    {
        var scene = shared.NewScene();
        var sku = scene.Id("sku");
        var places = await scene.OpenWithAsync(sku, 1);
        var order = scene.NewOrder().With(sku, 1);

        await scene.ShipAsync(await scene.OfferAsync(order, places[0]));
        await scene.EndAsync(order.OrderId);
        var refused = await scene.Callers.Channel.PostAsync($"orders/{order.OrderId}/cancel");

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal("application/problem+json", refused.ContentType);
        Assert.Equal("completed", refused.Json.GetProperty("state").GetString());
        Assert.Equal(0, refused.Json.GetProperty("possibleActions").GetArrayLength());
    }
}
