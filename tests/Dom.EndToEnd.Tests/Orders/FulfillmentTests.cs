using System.Net;
using Dom.EndToEnd.Tests.Hosting;

namespace Dom.EndToEnd.Tests.Orders;

[Collection(OrdersHost.Name)]
public sealed class FulfillmentTests(SharedHost shared)
{
    [Fact]
    public async Task An_accepted_order_is_shipped()
    {
        var scene = shared.NewScene();
        var sku = scene.Id("sku");
        var places = await scene.OpenWithAsync(sku, 5, 5);
        var order = scene.NewOrder().With(sku, 2);

        var shipment = await scene.OfferAsync(order, places[0]);
        var held = await scene.StockAsync(sku, places[0]);
        await scene.DoAsync(shipment, "accept", new { requestId = "1", by = "Kim" });
        await scene.DoAsync(shipment, "pick");
        await scene.DoAsync(shipment, "pack");
        await scene.DoAsync(shipment, "ship", new { tracking = "1Z999" });
        var ended = await scene.EndAsync(order.OrderId);

        Assert.Equal((5, 2), (held.OnHand, held.Held));
        Assert.Equal("completed", ended.State);
        Assert.Equal(("shipped", 2), (ended.Lines.Single().State, ended.Lines.Single().Fulfilled));
        Assert.Equal("1Z999", ended.Shipments.Single().Tracking);
        await scene.WaitForStockAsync(sku, places[0], onHand: 3, held: 0);
        await scene.WaitForStockAsync(sku, places[1], onHand: 5, held: 0);
    }

    [Fact]
    public async Task A_pickup_is_collected_where_the_customer_asked()
    {
        var scene = shared.NewScene();
        var sku = scene.Id("sku");
        var places = await scene.OpenWithAsync(sku, 5, 5);
        var order = scene.NewOrder().With(sku, 1, "pickup", places[1]);

        var shipment = await scene.OfferAsync(order, places[1]);
        foreach (var action in (string[])["accept", "pick", "pack", "ready"])
        {
            await scene.DoAsync(shipment, action);
        }

        var ready = await scene.WaitForShipmentAsync(order.OrderId, places[1], "ready");
        await scene.DoAsync(shipment, "collect");
        var ended = await scene.EndAsync(order.OrderId);

        Assert.Equal(["collect", "reject"], ready.PossibleActions);
        Assert.Equal(("completed", "collected"), (ended.State, ended.Lines.Single().State));
        await scene.WaitForStockAsync(sku, places[1], onHand: 4, held: 0);
    }

    [Fact]
    public async Task A_partial_acceptance_sends_the_rest_elsewhere_at_once()
    {
        var scene = shared.NewScene();
        var sku = scene.Id("sku");
        var places = await scene.OpenWithAsync(sku, 5, 5);
        var order = scene.NewOrder().With(sku, 3);

        var first = await scene.OfferAsync(order, places[0]);
        await scene.DoAsync(first, "accept", new { lines = new[] { new { lineId = "1", quantity = 1 } }, reason = "damaged" });
        var rest = await scene.WaitForShipmentAsync(order.OrderId, places[1], "offered");
        var between = await scene.WaitForStockAsync(sku, places[0], onHand: 3, held: 1);
        await scene.ShipAsync(rest);
        await scene.ShipAsync(first with { State = "accepted" });
        var ended = await scene.EndAsync(order.OrderId);

        Assert.Equal(2, between.Available);
        Assert.Equal(2, rest.Lines.Single().Quantity);
        Assert.Equal(("completed", 3), (ended.State, ended.Lines.Single().Fulfilled));
        await scene.WaitForStockAsync(sku, places[0], onHand: 2, held: 0);
        await scene.WaitForStockAsync(sku, places[1], onHand: 3, held: 0);
    }

    [Fact]
    public async Task A_short_pick_sends_only_what_is_missing_elsewhere()
    {
        var scene = shared.NewScene();
        var sku = scene.Id("sku");
        var places = await scene.OpenWithAsync(sku, 4, 4);
        var order = scene.NewOrder().With(sku, 4);

        var first = await scene.OfferAsync(order, places[0]);
        await scene.DoAsync(first, "accept");
        await scene.DoAsync(first, "pick", new { lines = new[] { new { lineId = "1", quantity = 3 } }, reason = "notFound" });
        var missing = await scene.WaitForShipmentAsync(order.OrderId, places[1], "offered");
        await scene.ShipAsync(missing);
        await scene.DoAsync(first, "ship");
        var ended = await scene.EndAsync(order.OrderId);

        Assert.Equal(1, missing.Lines.Single().Quantity);
        Assert.Equal(4, ended.Lines.Single().Fulfilled);
        await scene.WaitForStockAsync(sku, places[0], onHand: 0, held: 0);
        await scene.WaitForStockAsync(sku, places[1], onHand: 3, held: 0);
    }

    [Fact]
    public async Task An_order_on_hold_is_sourced_when_it_is_released()
    {
        var scene = shared.NewScene();
        var sku = scene.Id("sku");
        var places = await scene.OpenWithAsync(sku, 1);
        var order = scene.NewOrder().With(sku, 1) with { OnHold = true };

        var held = await scene.SendAsync(order, seen => seen.State == "onHold");
        var stock = await scene.StockAsync(sku, places[0]);
        (await scene.Callers.Operator.PostAsync($"orders/{order.OrderId}/release")).Expect(HttpStatusCode.OK);
        var shipment = await scene.WaitForShipmentAsync(order.OrderId, places[0], "offered");

        Assert.Empty(held.Shipments);
        Assert.Equal(0, stock.Held);
        Assert.Equal(1, shipment.Lines.Single().Quantity);
    }
}
