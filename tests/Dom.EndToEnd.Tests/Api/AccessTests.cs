using System.Net;
using Dom.EndToEnd.Tests.Hosting;

namespace Dom.EndToEnd.Tests.Api;

[Collection(ApiHost.Name)]
public sealed class AccessTests(SharedHost shared)
{
    [Fact]
    public async Task Without_a_key_only_health_answers()
    {
        var callers = shared.NewScene().Callers;
        var (nobody, stranger) = (callers.With(null), callers.With("dom_wrong"));

        var refused = await nobody.GetAsync("orders/any");

        Assert.Equal(HttpStatusCode.OK, (await nobody.GetAsync("health/live")).Status);
        Assert.Equal(HttpStatusCode.OK, (await nobody.GetAsync("health/ready")).Status);
        Assert.Equal((HttpStatusCode.Unauthorized, "application/problem+json"), (refused.Status, refused.ContentType));
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync("orders/any")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.PutAsync("stock", "[]")).Status);
    }

    [Fact]
    public async Task A_role_gets_404_for_what_it_may_not_see_and_403_for_what_it_may_not_do()
    {
        var scene = shared.NewScene();
        var sku = scene.Id("sku");
        var places = await scene.OpenWithAsync(sku, 1);
        var order = scene.NewOrder().With(sku, 1);
        var shipment = await scene.OfferAsync(order, places[0]);
        var work = $"locations/{places[0]}/shipments";
        var (channel, store, viewer) = (scene.Callers.Channel, scene.Callers.Store, scene.Callers.Viewer);

        Assert.Equal(HttpStatusCode.NotFound, (await channel.GetAsync(work)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await channel.GetAsync($"orders/{order.OrderId}/timeline")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await store.GetAsync($"orders/{order.OrderId}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await store.PostAsync($"orders/{order.OrderId}/cancel")).Status);
        Assert.Equal(HttpStatusCode.OK, (await viewer.GetAsync($"orders/{order.OrderId}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await viewer.PostAsync($"orders/{order.OrderId}/cancel")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await viewer.PostAsync($"{work}/{shipment.ShipmentId}/accept")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await store.PutAsync($"locations/{places[0]}", scene.Location("near", (0, 0)), ifMatch: "*")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await viewer.PutAsync("stock", "[]")).Status);
        Assert.Equal("offered", (await scene.OrderAsync(order.OrderId)).Shipments.Single().State);
    }

    [Fact]
    public async Task A_store_sees_its_own_locations_alone()
    {
        var scene = shared.NewScene();
        var sku = scene.Id("sku");
        var places = await scene.OpenWithAsync(sku, 5, 5);
        var shipment = await scene.OfferAsync(scene.NewOrder().With(sku, 1), places[0]);
        var folder = shared.Host.DataFolder;

        var made = await CommandRun.RunAsync(["keys", "add", "--role", "store", "--location", places[1], "--data", folder]);
        var store = scene.Callers.With(made.Out.Trim());

        Assert.Equal(0, made.Status);
        Assert.Equal(HttpStatusCode.OK, (await store.GetAsync($"locations/{places[1]}/shipments")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await store.GetAsync($"locations/{places[0]}/shipments")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await store.GetAsync($"locations/{places[0]}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await store.PostAsync($"locations/{places[0]}/shipments/{shipment.ShipmentId}/accept")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await store.PostAsync($"locations/{places[1]}/shipments/{shipment.ShipmentId}/accept")).Status);
    }
}
