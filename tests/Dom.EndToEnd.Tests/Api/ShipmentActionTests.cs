using System.Net;
using Dom.EndToEnd.Tests.Hosting;
using Dom.EndToEnd.Tests.Scenes;

namespace Dom.EndToEnd.Tests.Api;

[Collection(ApiHost.Name)]
public sealed class ShipmentActionTests(SharedHost shared)
{
    [Fact]
    public async Task A_repeated_request_answers_what_the_first_answered()
    {
        var scene = shared.NewScene();
        var offer = await OfferAsync(scene);
        var body = new { requestId = "r-1", lines = new[] { new { lineId = "1", quantity = 1 } } };

        var first = await scene.ActAsync(offer, "accept", body);
        var second = await scene.ActAsync(offer, "accept", body);

        Assert.Equal((HttpStatusCode.OK, first.Text), (second.Status, second.Text));
        Assert.Equal("accepted", first.As<ShipmentSeen>().State);
    }

    [Fact]
    public async Task An_action_that_has_taken_effect_answers_the_state_reached()
    {
        var scene = shared.NewScene();
        var offer = await OfferAsync(scene);

        await scene.DoAsync(offer, "accept", new { requestId = "a" });
        await scene.DoAsync(offer, "pick", new { requestId = "b" });
        var accepted = await scene.DoAsync(offer, "accept", new { requestId = "c" });
        var history = await scene.WaitAsync(offer.OrderId, order => order.Shipments[0].State == "picked");

        Assert.Equal("picked", accepted.State);
        Assert.Single(history.Shipments);
    }

    [Fact]
    public async Task A_request_id_is_not_used_for_two_actions()
    {
        var scene = shared.NewScene();
        var offer = await OfferAsync(scene);

        await scene.DoAsync(offer, "accept", new { requestId = "same" });
        var refused = await scene.ActAsync(offer, "pick", new { requestId = "same" });

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.True(refused.Json.GetProperty("errors").TryGetProperty("requestId", out _));
    }

    [Fact]
    public async Task What_cannot_be_done_now_says_what_can()
    {
        var scene = shared.NewScene();
        var offer = await OfferAsync(scene);

        var refused = await scene.ActAsync(offer, "ship");

        Assert.Equal((HttpStatusCode.Conflict, "application/problem+json"), (refused.Status, refused.ContentType));
        Assert.Equal("offered", refused.Json.GetProperty("state").GetString());
        Assert.Equal(["accept", "reject"], refused.Json.GetProperty("possibleActions").EnumerateArray().Select(action => action.GetString()));
    }

    [Theory]
    [InlineData("""{"reason":"hungry"}""", "reason")]
    [InlineData("""{"lines":[{"lineId":"9","quantity":1}]}""", "lines[0].lineId")]
    [InlineData("""{"lines":[{"lineId":"1","quantity":99}]}""", "lines[0].quantity")]
    [InlineData("""{"lines":[{"lineId":"1","quantity":"one"}]}""", "lines[0].quantity")]
    [InlineData("""{"lines":""", "lines")]
    public async Task A_faulty_action_names_the_field(string body, string field)
    {
        var scene = shared.NewScene();
        var offer = await OfferAsync(scene);

        var refused = await scene.ActAsync(offer, "accept", body);

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(field, refused.Json.GetProperty("errors").EnumerateObject().Single().Name);
        Assert.Equal("offered", (await scene.OrderAsync(offer.OrderId)).Shipments.Single().State);
    }

    [Fact]
    public async Task A_store_lists_its_work_by_state_and_page()
    {
        var scene = shared.NewScene();
        var sku = scene.Id("sku");
        var places = await scene.OpenWithAsync(sku, 9);
        var offers = new List<ShipmentSeen>();
        for (var i = 0; i < 3; i++)
        {
            offers.Add(await scene.OfferAsync(scene.NewOrder().With(sku, 1), places[0]));
        }

        await scene.DoAsync(offers[1], "accept");
        var work = $"locations/{places[0]}/shipments";
        var offered = (await scene.Callers.Store.GetAsync($"{work}?state=offered")).As<PageSeen<ShipmentSeen>>();
        var first = (await scene.Callers.Store.GetAsync($"{work}?limit=2")).As<PageSeen<ShipmentSeen>>();
        var second = (await scene.Callers.Store.GetAsync($"{work}?limit=2&after={Uri.EscapeDataString(first.Next!)}")).As<PageSeen<ShipmentSeen>>();
        var wrong = await scene.Callers.Store.GetAsync($"{work}?state=lost&limit=0");

        Assert.Equal([offers[0].ShipmentId, offers[2].ShipmentId], offered.Items.Select(shipment => shipment.ShipmentId));
        Assert.Equal(offers.Select(shipment => shipment.ShipmentId), first.Items.Concat(second.Items).Select(shipment => shipment.ShipmentId));
        Assert.Null(second.Next);
        Assert.Equal(["limit", "state"], wrong.Json.GetProperty("errors").EnumerateObject().Select(error => error.Name).Order());
    }

    private static async Task<ShipmentSeen> OfferAsync(Scene scene)
    {
        var sku = scene.Id("sku");
        var places = await scene.OpenWithAsync(sku, 9);
        return await scene.OfferAsync(scene.NewOrder().With(sku, 2), places[0]);
    }
}
