using System.Text.Json;
using Dom.EndToEnd.Tests.Hosting;
using Dom.EndToEnd.Tests.Scenes;
using Dom.Functions;
using Dom.Functions.Storage;

namespace Dom.EndToEnd.Tests.Scarcity;

/// <summary>A host that learns every two seconds what its stock is worth.</summary>
public sealed class LearnPricesTests
{
    private static readonly Dictionary<string, string> OftenAndFromFew = new()
    {
        [nameof(DomOptions.LearnPricesSchedule)] = "*/2 * * * * *",
        [nameof(DomOptions.LearnPricesFewestOrders)] = "4",
    };

    [Fact]
    public async Task What_orders_took_makes_what_is_left_dear_to_the_next()
    {
        await using var host = await HostProcess.StartAsync(OftenAndFromFew);
        var scene = new Scene(host.Callers, "P", Channels.Web);
        var sku = scene.Id("sku");
        var places = await scene.OpenWithAsync(sku, 6, 100);
        foreach (var order in Enumerable.Range(0, 4).Select(_ => scene.NewOrder().With(sku, 1)))
        {
            await scene.OfferAsync(order, places[0]);
        }

        await Eventually.GetAsync(
            async () => (await new ConfigurationStore(host.Tables()).GetAsync(CancellationToken.None)).Scarcity, version => version?.Orders >= 4);
        var next = scene.NewOrder().With(sku, 1);
        await scene.SendAsync(next, seen => seen.Shipments.Count > 0);
        var part = (await host.Callers.Operator.GetAsync($"orders/{next.OrderId}/decisions")).As<PageSeen<JsonElement>>().Items[0].GetProperty("parts")[0];

        var near = part.GetProperty("lines")[0].GetProperty("candidates").EnumerateArray().Single(candidate => candidate.GetProperty("locationId").GetString() == places[0]);
        Assert.Equal(0, part.GetProperty("scarcity").GetProperty("driftPerMille").GetInt32());
        Assert.Contains(near.GetProperty("cost").GetProperty("terms").EnumerateArray(), term => term.GetProperty("name").GetString() == "scarcity");
    }
}
