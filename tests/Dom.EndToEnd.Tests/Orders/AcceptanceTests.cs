using System.Net;
using Dom.EndToEnd.Tests.Hosting;
using Dom.EndToEnd.Tests.Scenes;

namespace Dom.EndToEnd.Tests.Orders;

[Collection(OrdersHost.Name)]
public sealed class AcceptanceTests(SharedHost shared)
{
    [Fact]
    public async Task What_a_store_takes_unasked_is_accepted_and_shipped()
    {
        var scene = shared.NewScene(Channels.Willing);
        var sku = scene.Id("sku");
        var places = await scene.OpenWithAsync(sku, 5);
        var order = scene.NewOrder().With(sku, 1);

        await scene.SendAsync(order);
        await scene.ShipAsync(await scene.WaitForShipmentAsync(order.OrderId, places[0], "accepted"));
        await scene.EndAsync(order.OrderId);

        var accepted = Assert.Single(await scene.TimelineAsync(order.OrderId), entry => entry.Type == "dom.shipment.accepted");
        Assert.Equal("auto", accepted.By);
    }

    [Fact]
    public async Task Other_offers_of_what_a_store_has_none_of_go_elsewhere_and_what_it_accepted_stays()
    {
        var scene = shared.NewScene();
        var sku = scene.Id("sku");
        var places = await scene.OpenWithAsync(sku, 9, 9);
        var (first, second, third) = (scene.NewOrder().With(sku, 1), scene.NewOrder().With(sku, 2), scene.NewOrder().With(sku, 1));
        var refused = await scene.OfferAsync(first, places[0]);
        await scene.OfferAsync(second, places[0]);
        await scene.DoAsync(await scene.OfferAsync(third, places[0]), "accept");

        await scene.DoAsync(refused, "reject", new { reason = "notFound" });
        await scene.WaitForShipmentAsync(first.OrderId, places[1], "offered");
        var moved = await scene.WaitForShipmentAsync(second.OrderId, places[1], "offered");
        var order = await scene.OrderAsync(second.OrderId);

        Assert.Equal(2, moved.Lines.Single().Quantity);
        Assert.Equal(0, order.Lines.Single().Refusals);
        Assert.Single(await scene.TimelineAsync(second.OrderId), entry => entry is { Type: "dom.shipment.withdrawn", Reason: "collateral" });
        await scene.WaitForStockAsync(sku, places[0], onHand: 1, held: 1);
        await scene.WaitForShipmentAsync(third.OrderId, places[0], "accepted");
    }

    [Fact]
    public async Task A_store_is_warned_and_takes_all_or_nothing()
    {
        var scene = shared.NewScene(Channels.Patient);
        var sku = scene.Id("sku");
        var places = await scene.OpenWithAsync(sku, 5);
        var order = scene.NewOrder().With(sku, 2);

        var offer = await scene.OfferAsync(order, places[0]);
        var warned = await scene.WaitAsync(order.OrderId, seen => seen.Shipments.Single().IsWarned);
        var part = await scene.ActAsync(offer, "accept", new { lines = new[] { new { lineId = "1", quantity = 1 } } });
        await scene.ShipAsync(offer);

        Assert.Equal("offered", warned.Shipments.Single().State);
        Assert.Equal(HttpStatusCode.BadRequest, part.Status);
        Assert.Single(await scene.TimelineAsync(order.OrderId), entry => entry.Type == "dom.shipment.warned");
    }
}
