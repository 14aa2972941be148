using System.Net;
using Dom.EndToEnd.Tests.Hosting;

namespace Dom.EndToEnd.Tests.Api;

[Collection(ApiHost.Name)]
public sealed class PostOrderTests(SharedHost shared)
{
    [Fact]
    public async Task Posting_an_order_takes_it_once()
    {
        var scene = shared.NewScene();
        var sku = scene.Id("sku");
        var places = await scene.OpenWithAsync(sku, 9);
        var order = scene.NewOrder().With(sku, 1);

        var first = await scene.Callers.Channel.PostAsync("orders", order.ToJson());
        var seen = await scene.Callers.Channel.GetAsync($"orders/{order.OrderId}");
        var second = await scene.Callers.Channel.PostAsync("orders", order.ToJson());
        await scene.WaitForShipmentAsync(order.OrderId, places[0], "offered");
        var changed = await scene.Callers.Channel.PostAsync("orders", order.With(sku, 1).ToJson());

        Assert.Equal(
            [HttpStatusCode.Accepted, HttpStatusCode.OK, HttpStatusCode.Accepted, HttpStatusCode.Conflict],
            [first.Status, seen.Status, second.Status, changed.Status]);
        Assert.Equal(order.OrderId, first.Json.GetProperty("orderId").GetString());
        Assert.Equal("application/problem+json", changed.ContentType);
        Assert.Equal("urn:dom:problem:order-changed", changed.Json.GetProperty("type").GetString());
        Assert.Equal(1, (await scene.StockAsync(sku, places[0])).Held);
    }

    [Fact]
    public async Task An_order_with_faults_is_refused_with_each_by_its_field()
    {
        var scene = shared.NewScene();

        var refused = await scene.Callers.Channel.PostAsync("orders", scene.NewOrder().With("", 0).ToJson());

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (refused.Status, refused.ContentType));
        var errors = refused.Json.GetProperty("errors").EnumerateObject().Select(error => error.Name).Order(StringComparer.Ordinal);
        Assert.Equal(["lines[0].quantity", "lines[0].sku"], errors);
        Assert.Contains("1 to 10000", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_json_is_refused()
    {
        var scene = shared.NewScene();

        var refused = await scene.Callers.Channel.PostAsync("orders", "{");

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("line 1", refused.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancellation_of_an_unknown_order_is_not_found()
    {
        var scene = shared.NewScene();

        var refused = await scene.Callers.Channel.PostAsync("orders", $$"""{"orderId":"{{scene.Id("never")}}","cancel":true}""");

        Assert.Equal(HttpStatusCode.NotFound, refused.Status);
    }
}
