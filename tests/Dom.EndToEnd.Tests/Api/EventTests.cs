using System.Text.Json;
using Dom.EndToEnd.Tests.Hosting;
using Dom.EndToEnd.Tests.Scenes;

namespace Dom.EndToEnd.Tests.Api;

[Collection(ApiHost.Name)]
public sealed class EventTests(SharedHost shared)
{
    [Fact]
    public async Task The_topic_tells_an_orders_story_once_and_in_order()
    {
        var scene = shared.NewScene();
        var sku = scene.Id("sku");
        var places = await scene.OpenWithAsync(sku, 2, 2);
        var order = scene.NewOrder().With(sku, 1);

        await scene.DoAsync(await scene.OfferAsync(order, places[0]), "reject", new { reason = "damaged" });
        await scene.ShipAsync(await scene.WaitForShipmentAsync(order.OrderId, places[1], "offered"));
        await scene.EndAsync(order.OrderId);
        var events = await EventsAsync(scene, order.OrderId, "dom.order.completed");
        var timeline = await scene.TimelineAsync(order.OrderId);

        Assert.Equal(
            [
                "dom.order.received", "dom.order.sourced", "dom.shipment.offered", "dom.shipment.rejected", "dom.order.sourced", "dom.shipment.offered",
                "dom.shipment.accepted", "dom.shipment.picked", "dom.shipment.packed", "dom.shipment.shipped", "dom.order.completed",
            ],
            events.Select(seen => seen.Subject));
        Assert.Equal(events.Select(seen => seen.Subject), timeline.Select(entry => entry.Type));
        Assert.Equal(events.Count, events.Select(seen => seen.MessageId).Distinct().Count());
    }

    [Fact]
    public async Task Each_event_is_a_cloud_event()
    {
        var scene = shared.NewScene();
        var order = scene.NewOrder().With(scene.Id("sku"), 1);

        await scene.SendAsync(order, seen => seen.State == "waiting");
        await scene.Callers.Channel.PostAsync($"orders/{order.OrderId}/cancel");
        var events = await EventsAsync(scene, order.OrderId, "dom.order.cancelled");

        Assert.Equal(["dom.order.received", "dom.line.exception", "dom.order.cancelled"], events.Select(seen => seen.Subject));
        Assert.All(events, seen =>
        {
            var json = JsonSerializer.Deserialize<JsonElement>(seen.Body);
            Assert.Equal("application/cloudevents+json", seen.ContentType);
            Assert.Equal("1.0", json.GetProperty("specversion").GetString());
            Assert.Equal(seen.MessageId, json.GetProperty("id").GetString());
            Assert.Equal(seen.Subject, json.GetProperty("type").GetString());
            Assert.Equal(order.OrderId, json.GetProperty("subject").GetString());
            Assert.Equal("/dom", json.GetProperty("source").GetString());
            Assert.True(json.GetProperty("time").TryGetDateTimeOffset(out _));
            Assert.Equal(JsonValueKind.Object, json.GetProperty("data").ValueKind);
        });
    }

    private static async Task<IReadOnlyList<QueueMessage>> EventsAsync(Scene scene, string orderId, string last)
    {
        IReadOnlyList<QueueMessage> Of(IReadOnlyList<QueueMessage> all) =>
            [.. all.Where(seen => seen.MessageId.StartsWith(orderId + "/", StringComparison.Ordinal))];

        return Of(await Eventually.GetAsync(scene.Callers.EventsAsync, all => Of(all).Any(seen => seen.Subject == last)));
    }
}
