using Dom.EndToEnd.Tests.Hosting;

namespace Dom.EndToEnd.Tests.Orders;

[Collection(OrdersHost.Name)]
public sealed class BlockedOrderTests(SharedHost shared)
{
    [Fact]
    public async Task An_order_without_stock_waits_and_new_stock_wakes_it()
    {
        var scene = shared.NewScene();
        var sku = scene.Id("sku");
        var places = await scene.OpenWithAsync(sku, 0);
        var order = scene.NewOrder().With(sku, 2);

        var waiting = await scene.SendAsync(order, seen => seen.State == "waiting");
        await scene.CountAsync(sku, places[0], 2);
        await scene.ShipAsync(await scene.WaitForShipmentAsync(order.OrderId, places[0], "offered"));
        var ended = await scene.EndAsync(order.OrderId);

        Assert.Equal(("exception", "noStock"), (waiting.Lines.Single().State, waiting.Lines.Single().Exception!.Type));
        Assert.Equal(("completed", 2), (ended.State, ended.Lines.Single().Fulfilled));
        Assert.Null(ended.Lines.Single().Exception);
        await scene.WaitForStockAsync(sku, places[0], onHand: 0, held: 0);
    }

    [Fact]
    public async Task A_line_without_stock_waits_while_the_others_are_shipped()
    {
        var scene = shared.NewScene();
        var (there, missing) = (scene.Id("there"), scene.Id("missing"));
        var places = await scene.OpenWithAsync(there, 1);
        await scene.CountAsync(missing, places[0], 0);
        var order = scene.NewOrder().With(there, 1).With(missing, 1);

        await scene.ShipAsync(await scene.OfferAsync(order, places[0]));
        var waiting = await scene.WaitAsync(order.OrderId, seen => seen.State == "waiting");
        await scene.CountAsync(missing, places[0], 1);
        await scene.ShipAsync(await scene.WaitForShipmentAsync(order.OrderId, places[0], "offered"));
        var ended = await scene.EndAsync(order.OrderId);

        Assert.Equal(["shipped", "exception"], waiting.Lines.Select(line => line.State));
        Assert.Equal(["shipped", "shipped"], ended.Lines.Select(line => line.State));
    }

    [Fact]
    public async Task A_unit_that_is_given_back_wakes_who_waits_for_it()
    {
        var scene = shared.NewScene();
        var sku = scene.Id("sku");
        var places = await scene.OpenWithAsync(sku, 1);
        var (first, second) = (scene.NewOrder().With(sku, 1), scene.NewOrder().With(sku, 1));

        await scene.OfferAsync(first, places[0]);
        await scene.SendAsync(second, seen => seen.State == "waiting");
        await scene.Callers.Channel.PostAsync($"orders/{first.OrderId}/cancel");
        await scene.ShipAsync(await scene.WaitForShipmentAsync(second.OrderId, places[0], "offered"));

        Assert.Equal("completed", (await scene.EndAsync(second.OrderId)).State);
        Assert.Equal("cancelled", (await scene.EndAsync(first.OrderId)).State);
        await scene.WaitForStockAsync(sku, places[0], onHand: 0, held: 0);
    }

    [Fact]
    public async Task An_unknown_sku_is_an_exception_until_it_is_counted()
    {
        var scene = shared.NewScene();
        var place = await scene.OpenAsync("near", Scenes.Places.Near);
        var order = scene.NewOrder().With(scene.Id("Größe 42/43 #1"), 1);

        var waiting = await scene.SendAsync(order, seen => seen.State == "waiting");
        await scene.CountAsync(scene.Id("Größe 42/43 #1"), place, 1);
        await scene.ShipAsync(await scene.WaitForShipmentAsync(order.OrderId, place, "offered"));

        Assert.Equal("unknownSku", waiting.Lines.Single().Exception!.Type);
        Assert.Equal("completed", (await scene.EndAsync(order.OrderId)).State);
    }
}
