using System.Text.Json;
using Dom.EndToEnd.Tests.Hosting;
using Dom.EndToEnd.Tests.Scenes;

namespace Dom.EndToEnd.Tests.Orders;

[Collection(OrdersHost.Name)]
public sealed class SourcingRuleTests(SharedHost shared)
{
    [Fact]
    public async Task Ship_complete_sends_all_of_it_or_nothing()
    {
        var scene = shared.NewScene(Channels.Complete);
        var (one, two) = (scene.Id("one"), scene.Id("two"));
        var places = await scene.OpenWithAsync(one, 5, 5);
        await scene.CountAsync(two, places[1], 1);
        var (whole, tooMuch) = (scene.NewOrder().With(one, 1).With(two, 1), scene.NewOrder().With(one, 1).With(two, 2));

        var nothing = await scene.SendAsync(tooMuch, seen => seen.State == "waiting");
        var all = await scene.SendAsync(whole, seen => seen.Shipments.Count > 0);

        Assert.Empty(nothing.Shipments);
        Assert.Equal(["limitedByOrder", "noStock"], nothing.Lines.Select(line => line.Exception!.Type));
        Assert.Equal(2, all.Shipments.Sum(shipment => shipment.Lines.Count));
        await scene.WaitForStockAsync(two, places[1], onHand: 1, held: 1);
    }

    [Fact]
    public async Task At_most_so_many_locations_serve_an_order()
    {
        var scene = shared.NewScene(Channels.Single);
        var (one, two) = (scene.Id("one"), scene.Id("two"));
        var places = await scene.OpenWithAsync(one, 5, 5);
        await scene.CountAsync(two, places[1], 5);
        var order = scene.NewOrder().With(one, 1).With(two, 1);

        var shipment = await scene.OfferAsync(order, places[1]);

        Assert.Equal(2, shipment.Lines.Count);
        Assert.Equal(0, (await scene.StockAsync(one, places[0])).Held);
    }

    [Fact]
    public async Task A_location_beyond_the_maximum_distance_is_not_asked()
    {
        var scene = shared.NewScene(Channels.Near);
        var sku = scene.Id("sku");
        var places = await scene.OpenWithAsync(sku, 0, 0, 5);
        var order = scene.NewOrder().With(sku, 1);

        await scene.SendAsync(order, seen => seen.State == "waiting");
        var candidate = Candidates(await DecisionsAsync(scene, order.OrderId)).Single(seen => Text(seen, "locationId") == places[2]);

        Assert.Equal("near", Text(candidate.GetProperty("exclusion"), "rule"));
        Assert.Equal("maximumDistance", Text(candidate.GetProperty("exclusion"), "kind"));
        Assert.Equal(400, candidate.GetProperty("exclusion").GetProperty("limit").GetDouble());
        Assert.InRange(candidate.GetProperty("exclusion").GetProperty("actual").GetDouble(), 3500, 4500);
        Assert.Equal(0, (await scene.StockAsync(sku, places[2])).Held);
    }

    [Fact]
    public async Task Orders_a_day_are_exact_when_many_come_at_once()
    {
        var scene = shared.NewScene();
        var sku = scene.Id("sku");
        // Where it is neither just before nor just after midnight.
        var zone = TimeProvider.System.GetUtcNow().Hour is >= 6 and < 18 ? "UTC" : "Etc/GMT+12";
        var place = await scene.OpenAsync("near", Places.Near, ordersPerDay: 5, zone);
        await scene.CountAsync(sku, place, 100);
        var orders = Enumerable.Range(0, 20).Select(_ => scene.NewOrder().With(sku, 1)).ToList();

        await Task.WhenAll(orders.Select(scene.SendAsync));
        var settled = await Task.WhenAll(orders.Select(order =>
            scene.WaitAsync(order.OrderId, seen => seen.State == "waiting" || seen.Shipments is [{ State: "offered" }])));

        Assert.Equal(5, settled.Count(order => order.State == "inFulfillment"));
        Assert.Equal(15, settled.Count(order => order.State == "waiting"));
        Assert.Equal(5, (await scene.StockAsync(sku, place)).Held);
    }

    [Fact]
    public async Task A_decision_says_why_for_every_candidate_and_its_terms_sum_up()
    {
        var scene = shared.NewScene();
        var sku = scene.Id("sku");
        var places = await scene.OpenWithAsync(sku, 5, 5, 0);
        var order = scene.NewOrder().With(sku, 2);

        await scene.OfferAsync(order, places[0]);
        var decisions = await DecisionsAsync(scene, order.OrderId);
        var candidates = Candidates(decisions).ToList();
        var own = candidates.Where(candidate => places.Contains(Text(candidate, "locationId"))).ToDictionary(candidate => Text(candidate, "locationId"));

        Assert.All(candidates, candidate => Assert.True(candidate.TryGetProperty("exclusion", out _) != candidate.TryGetProperty("cost", out _)));
        Assert.All(
            [decisions[0].GetProperty("parts")[0].GetProperty("cost"), .. own.Values.Where(seen => seen.TryGetProperty("cost", out _)).Select(seen => seen.GetProperty("cost"))],
            cost => Assert.Equal(
                cost.GetProperty("totalMinorUnits").GetInt64(), cost.GetProperty("terms").EnumerateArray().Sum(term => term.GetProperty("minorUnits").GetInt64())));
        Assert.True(own[places[0]].GetProperty("isChosen").GetBoolean());
        Assert.False(own[places[1]].GetProperty("isChosen").GetBoolean());
        Assert.All(candidates.Where(candidate => candidate.TryGetProperty("exclusion", out _)), candidate => Assert.NotEmpty(Text(candidate.GetProperty("exclusion"), "sentence")));
        Assert.Contains(places[2], Excluded(decisions));
        Assert.InRange(own[places[1]].GetProperty("distanceKm").GetDouble(), 250, 350);
    }

    private static async Task<IReadOnlyList<JsonElement>> DecisionsAsync(Scene scene, string orderId) =>
        (await scene.Callers.Operator.GetAsync($"orders/{orderId}/decisions")).As<PageSeen<JsonElement>>().Items;

    private static JsonElement.ArrayEnumerator Candidates(IReadOnlyList<JsonElement> decisions) => Line(decisions).GetProperty("candidates").EnumerateArray();

    // Those near by in full, the others by the kind of rule that excluded them.
    private static IEnumerable<string?> Excluded(IReadOnlyList<JsonElement> decisions) => Candidates(decisions)
        .Where(candidate => candidate.TryGetProperty("exclusion", out _))
        .Select(candidate => (string?)Text(candidate, "locationId"))
        .Concat(Line(decisions).GetProperty("others").EnumerateArray()
            .Where(others => Text(others, "kind") == "stock")
            .SelectMany(others => others.GetProperty("locationIds").EnumerateArray().Select(id => id.GetString())));

    private static JsonElement Line(IReadOnlyList<JsonElement> decisions) => decisions[0].GetProperty("parts")[0].GetProperty("lines")[0];

    private static string Text(JsonElement element, string property) => element.GetProperty(property).GetString()!;
}
