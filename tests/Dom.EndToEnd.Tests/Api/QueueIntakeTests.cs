using Dom.EndToEnd.Tests.Hosting;

namespace Dom.EndToEnd.Tests.Api;

[Collection(ApiHost.Name)]
public sealed class QueueIntakeTests(SharedHost shared)
{
    [Fact]
    public async Task The_same_message_twice_is_one_order()
    {
        var scene = shared.NewScene();
        var sku = scene.Id("sku");
        var places = await scene.OpenWithAsync(sku, 9);
        var order = scene.NewOrder().With(sku, 1);

        await scene.SendAsync(order);
        await scene.WaitForShipmentAsync(order.OrderId, places[0], "offered");
        await scene.SendAsync(order);
        await Eventually.GetAsync(() => scene.Callers.Queues.CountAsync("orders", "activeMessageCount"), count => count == 0);
        var timeline = await scene.TimelineAsync(order.OrderId);

        Assert.Equal(["dom.order.received", "dom.order.sourced", "dom.shipment.offered"], timeline.Select(entry => entry.Type));
        Assert.Equal(1, (await scene.StockAsync(sku, places[0])).Held);
        Assert.DoesNotContain(await scene.Callers.DeadLettersAsync(), letter => letter.Body.Contains(order.OrderId, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_message_many_times_at_once_is_one_order()
    {
        var scene = shared.NewScene();
        var sku = scene.Id("sku");
        var places = await scene.OpenWithAsync(sku, 9);
        var order = scene.NewOrder().With(sku, 1);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => scene.SendAsync(order)));
        await scene.WaitForShipmentAsync(order.OrderId, places[0], "offered");
        await Eventually.GetAsync(() => scene.Callers.Queues.CountAsync("orders", "activeMessageCount"), count => count == 0);

        Assert.Equal(1, (await scene.StockAsync(sku, places[0])).Held);
        Assert.DoesNotContain(await scene.Callers.DeadLettersAsync(), letter => letter.Body.Contains(order.OrderId, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_changed_order_is_dead_lettered_and_the_first_goes_on()
    {
        var scene = shared.NewScene();
        var sku = scene.Id("sku");
        var places = await scene.OpenWithAsync(sku, 9);
        var order = scene.NewOrder().With(sku, 1);

        await scene.OfferAsync(order, places[0]);
        await scene.SendAsync(order with { Lines = [order.Lines[0] with { Quantity = 2 }] });
        var letter = await scene.DeadLetterAsync(order.OrderId);

        Assert.Equal("OrderChanged", letter.Reason);
        Assert.Contains($"orderId is '{order.OrderId}'", letter.Description, StringComparison.Ordinal);
        Assert.Equal(1, (await scene.OrderAsync(order.OrderId)).Lines.Single().Quantity);
    }

    [Fact]
    public async Task What_is_no_json_is_dead_lettered_with_line_and_position()
    {
        var scene = shared.NewScene();
        var mark = scene.Id("broken");

        await scene.Callers.Queues.SendAsync("orders", $"{{\n  \"orderId\": \"{mark}\",\n  \"lines\": [,]\n}}");
        var letter = await scene.DeadLetterAsync(mark);

        Assert.Equal("OrderInvalid", letter.Reason);
        Assert.Contains("line 3", letter.Description, StringComparison.Ordinal);
        Assert.Matches("(byte|column|position) 1[0-9]", letter.Description);
    }

    [Fact]
    public async Task An_order_with_several_faults_is_dead_lettered_with_all_of_them()
    {
        var scene = shared.NewScene();
        var order = scene.NewOrder();

        await scene.Callers.Queues.SendAsync("orders", $$"""
            { "orderId": "{{order.OrderId}}", "channel": "web", "placedAt": "yesterday", "currency": "dollars",
              "destination": { "country": "US", "postalCode": "00000" },
              "lines": [ { "lineId": "1", "sku": "A", "quantity": 0, "mode": "ship" }, { "lineId": "1", "sku": "B", "quantity": 1, "mode": "pickup" } ] }
            """);
        var letter = await scene.DeadLetterAsync(order.OrderId);

        Assert.Equal("OrderInvalid", letter.Reason);
        Assert.StartsWith("6 faults: ", letter.Description, StringComparison.Ordinal);
        Assert.All(
            ["placedAt", "yesterday", "currency", "dollars", "destination.postalCode", "00000", "lines[0].quantity", "lines[1].lineId", "lines[1].pickupLocationId"],
            part => Assert.Contains(part, letter.Description, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_cancellation_of_an_unknown_order_is_dead_lettered_after_its_last_try()
    {
        var scene = shared.NewScene();
        var orderId = scene.Id("never");

        await scene.Callers.Queues.SendAsync(
            "orders", $$"""{"orderId":"{{orderId}}","cancel":true}""", $"{orderId}/5", new Dictionary<string, string> { ["dom-try"] = "5" });
        var letter = await scene.DeadLetterAsync(orderId);

        Assert.Equal("OrderUnknown", letter.Reason);
        Assert.Contains($"orderId is '{orderId}'", letter.Description, StringComparison.Ordinal);
    }
}
