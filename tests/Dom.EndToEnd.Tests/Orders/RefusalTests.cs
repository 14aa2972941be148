using System.Net;
using Dom.EndToEnd.Tests.Hosting;
using Dom.EndToEnd.Tests.Scenes;

namespace Dom.EndToEnd.Tests.Orders;

[Collection(OrdersHost.Name)]
public sealed class RefusalTests(SharedHost shared)
{
    [Fact]
    public async Task A_rejected_order_goes_elsewhere_and_what_was_not_found_is_counted_out()
    {
        var scene = shared.NewScene();
        var sku = scene.Id("sku");
        var places = await scene.OpenWithAsync(sku, 9, 9);
        var order = scene.NewOrder().With(sku, 1);

        var first = await scene.OfferAsync(order, places[0]);
        await scene.DoAsync(first, "reject", new { reason = "notFound" });
        var second = await scene.WaitForShipmentAsync(order.OrderId, places[1], "offered");
        await scene.ShipAsync(second);
        var ended = await scene.EndAsync(order.OrderId);

        Assert.Equal(("completed", 1), (ended.State, ended.Lines.Single().Refusals));
        Assert.Equal([(places[0], "rejected"), (places[1], "shipped")], ended.Shipments.Select(shipment => (shipment.LocationId, shipment.State)));
        await scene.WaitForStockAsync(sku, places[0], onHand: 0, held: 0);
    }

    [Fact]
    public async Task A_location_that_refused_is_not_asked_again()
    {
        var scene = shared.NewScene();
        var sku = scene.Id("sku");
        var places = await scene.OpenWithAsync(sku, 9);
        var order = scene.NewOrder().With(sku, 1);

        var offer = await scene.OfferAsync(order, places[0]);
        await scene.DoAsync(offer, "reject", new { reason = "noCapacity" });
        var waiting = await scene.WaitAsync(order.OrderId, seen => seen.State == "waiting");
        await scene.CountAsync(sku, places[0], 20);
        var still = await scene.WaitAsync(order.OrderId, seen => seen.State == "waiting");
        var timeline = await scene.TimelineAsync(order.OrderId);

        Assert.Equal("exception", waiting.Lines.Single().State);
        Assert.Equal(waiting.Attempts, still.Attempts);
        Assert.Single(timeline, entry => entry.Type == "dom.shipment.offered");
        await scene.WaitForStockAsync(sku, places[0], onHand: 20, held: 0);
    }

    [Fact]
    public async Task An_offer_that_nobody_answers_expires_and_goes_elsewhere()
    {
        var scene = shared.NewScene(Channels.Hasty);
        var sku = scene.Id("sku");
        var places = await scene.OpenWithAsync(sku, 2, 2);
        var order = scene.NewOrder().With(sku, 1);

        var first = await scene.OfferAsync(order, places[0]);
        var second = await scene.WaitForShipmentAsync(order.OrderId, places[1], "offered");
        var late = await scene.ActAsync(first, "accept");
        await scene.ShipAsync(second);
        var ended = await scene.EndAsync(order.OrderId);

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Equal("expired", late.Json.GetProperty("state").GetString());
        Assert.Equal("completed", ended.State);
        await scene.WaitForStockAsync(sku, places[0], onHand: 2, held: 0);
    }

    [Fact]
    public async Task The_most_rejects_of_the_profile_make_an_exception_for_an_operator()
    {
        var scene = shared.NewScene(Channels.Strict);
        var sku = scene.Id("sku");
        var places = await scene.OpenWithAsync(sku, 2, 2, 2);
        var order = scene.NewOrder().With(sku, 1);

        await scene.DoAsync(await scene.OfferAsync(order, places[0]), "reject", new { reason = "closed" });
        await scene.DoAsync(await scene.WaitForShipmentAsync(order.OrderId, places[1], "offered"), "reject", new { reason = "closed" });
        var waiting = await scene.WaitAsync(order.OrderId, seen => seen.State == "waiting");
        var timeline = await scene.TimelineAsync(order.OrderId);

        Assert.Equal("maximumRejects", waiting.Lines.Single().Exception!.Type);
        Assert.Equal(("exception", 2), (waiting.Lines.Single().State, waiting.Lines.Single().Refusals));
        Assert.Single(timeline, entry => entry is { Type: "dom.line.exception", Reason: "maximumRejects" });
        await scene.WaitForStockAsync(sku, places[2], onHand: 2, held: 0);
    }

    [Fact]
    public async Task Of_two_who_accept_different_parts_at_once_one_wins()
    {
        var scene = shared.NewScene();
        var sku = scene.Id("sku");
        var places = await scene.OpenWithAsync(sku, 99, 99);

        for (var round = 0; round < 5; round++)
        {
            var order = scene.NewOrder().With(sku, 3);
            var offer = await scene.OfferAsync(order, places[0]);
            var answers = await Task.WhenAll(Enumerable.Range(1, 2).Select(quantity =>
                scene.ActAsync(offer, "accept", new { lines = new[] { new { lineId = "1", quantity } } })));
            var rest = await scene.WaitForShipmentAsync(order.OrderId, places[1], "offered");
            await scene.ShipAsync(rest);
            await scene.ShipAsync(offer with { State = "accepted" });
            var ended = await scene.EndAsync(order.OrderId);

            Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], answers.Select(answer => answer.Status).Order());
            Assert.Equal(answers[0].Status == HttpStatusCode.OK ? 2 : 1, rest.Lines.Single().Quantity);
            Assert.Equal(3, ended.Lines.Single().Fulfilled);
        }
    }

    [Fact]
    public async Task Accept_and_reject_at_once_leave_one_story()
    {
        var scene = shared.NewScene();
        var sku = scene.Id("sku");
        var places = await scene.OpenWithAsync(sku, 99, 99);

        for (var round = 0; round < 5; round++)
        {
            var order = scene.NewOrder().With(sku, 1);
            var offer = await scene.OfferAsync(order, places[0]);
            var (accepting, rejecting) = (scene.ActAsync(offer, "accept"), scene.ActAsync(offer, "reject", new { reason = "other" }));
            var (accept, reject) = ((await accepting).Status, (await rejecting).Status);
            await scene.ShipAsync(await scene.WaitForShipmentAsync(order.OrderId, places[1], "offered"));
            var ended = await scene.EndAsync(order.OrderId);
            var timeline = await scene.TimelineAsync(order.OrderId);

            // What was accepted may still be given back, but what was rejected cannot be accepted any more.
            Assert.Equal(HttpStatusCode.OK, reject);
            Assert.Equal(accept == HttpStatusCode.OK, timeline.Any(entry => entry.Type == "dom.shipment.accepted" && entry.LocationId == places[0]));
            Assert.Equal(["rejected", "shipped"], ended.Shipments.Select(shipment => shipment.State));
            Assert.Equal(1, ended.Lines.Single().Fulfilled);
        }

        await scene.WaitForStockAsync(sku, places[0], onHand: 99, held: 0);
    }
}
