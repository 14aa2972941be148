using System.Net;
using Dom.EndToEnd.Tests.Hosting;
using Dom.EndToEnd.Tests.Scenes;

namespace Dom.EndToEnd.Tests.Api;

[Collection(ApiHost.Name)]
public sealed class ConditionalRequestTests(SharedHost shared)
{
    [Fact]
    public async Task A_read_with_the_mark_of_the_last_is_not_modified()
    {
        var scene = shared.NewScene();
        var sku = scene.Id("sku");
        var places = await scene.OpenWithAsync(sku, 9);
        var offer = await scene.OfferAsync(scene.NewOrder().With(sku, 1), places[0]);
        string[] reads =
        [
            $"orders/{offer.OrderId}", $"orders/{offer.OrderId}/decisions", $"locations/{places[0]}", $"locations/{places[0]}/shipments",
            $"locations/{places[0]}/shipments/{offer.ShipmentId}", $"stock?sku={sku}",
        ];

        foreach (var read in reads)
        {
            var first = await scene.Callers.Operator.GetAsync(read);
            var second = await scene.Callers.Operator.GetAsync(read, first.ETag);
            var other = await scene.Callers.Operator.GetAsync(read, "\"other\"");

            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotModified, HttpStatusCode.OK), (first.Status, second.Status, other.Status));
            Assert.Equal(("", first.ETag), (second.Text, second.ETag));
        }
    }

    [Fact]
    public async Task The_mark_changes_with_what_is_read()
    {
        var scene = shared.NewScene();
        var sku = scene.Id("sku");
        var places = await scene.OpenWithAsync(sku, 9);
        var offer = await scene.OfferAsync(scene.NewOrder().With(sku, 1), places[0]);

        var before = await scene.Callers.Operator.GetAsync($"orders/{offer.OrderId}");
        await scene.DoAsync(offer, "accept");
        var after = await scene.Callers.Operator.GetAsync($"orders/{offer.OrderId}", before.ETag);

        Assert.Equal(HttpStatusCode.OK, after.Status);
        Assert.NotEqual(before.ETag, after.ETag);
    }

    [Fact]
    public async Task A_location_is_written_over_what_was_read()
    {
        var scene = shared.NewScene();
        var path = $"locations/{scene.Id("near")}";
        var document = scene.Location("near", Places.Near);
        var them = scene.Callers.Operator;

        var bare = await them.PutAsync(path, document);
        var missing = await them.PutAsync(path, document, ifMatch: "\"any\"");
        var created = await them.PutAsync(path, document, ifNoneMatch: "*");
        var twice = await them.PutAsync(path, document, ifNoneMatch: "*");
        var read = await them.GetAsync(path);
        var changed = await them.PutAsync(path, scene.Location("near", Places.Middle), ifMatch: read.ETag);
        var stale = await them.PutAsync(path, document, ifMatch: read.ETag);
        var whatever = await them.PutAsync(path, document, ifMatch: "*");

        Assert.Equal(HttpStatusCode.PreconditionRequired, bare.Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, missing.Status);
        Assert.Equal((HttpStatusCode.Created, read.ETag), (created.Status, created.ETag));
        Assert.Equal(HttpStatusCode.PreconditionFailed, twice.Status);
        Assert.Equal(HttpStatusCode.OK, changed.Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.Status);
        Assert.Equal(HttpStatusCode.OK, whatever.Status);
    }

    [Fact]
    public async Task A_location_with_faults_is_refused_with_all_of_them()
    {
        var scene = shared.NewScene();

        var refused = await scene.Callers.Operator.PutAsync(
            $"locations/{scene.Id("near")}", """{"type":"shop","latitude":91,"longitude":0,"timeZone":"Reno","capacity":{"ordersPerDay":-1}}""", ifNoneMatch: "*");

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(
            ["capacity.ordersPerDay", "latitude", "name", "timeZone", "type"],
            refused.Json.GetProperty("errors").EnumerateObject().Select(error => error.Name).Order(StringComparer.Ordinal));
    }
}
