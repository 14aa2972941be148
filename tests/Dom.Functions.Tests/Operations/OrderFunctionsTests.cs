using System.Text.Json;
using Dom.Core.Fulfillment;
using Dom.Core.Orders;
using Dom.Functions.Operations;
using Dom.Functions.Security;
using Dom.Functions.Storage;
using Dom.Functions.Tests.TestKit;
using Dom.Tests;
using Microsoft.AspNetCore.Http;
using Moq;

namespace Dom.Functions.Tests.Operations;

[Collection(SharedAzurite.Name)]
public sealed class OrderFunctionsTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private FunctionsBed _bed = null!;

    private OrderFunctions Functions => _bed.Functions<OrderFunctions>();

    public async Task InitializeAsync()
    {
        _bed = await FunctionsBed.StartAsync(azurite);
        await _bed.ConfigureAsync(Network.Profile, Network.Store(1));
        await _bed.CountAsync("SKU-1", ("S1", 5));
    }

    public async Task DisposeAsync() => await _bed.DisposeAsync();

    [Fact]
    public async Task GetOrder_shows_how_far_its_shipments_are_now()
    {
        var sourced = await _bed.OfferAsync(An.Order().WithLine("SKU-1", 2).WithLine("SKU-2", 1));
        await _bed.ActAsync(sourced.Offers[0], A.Command(ShipmentAction.Accept));

        var answer = await GetOrderAsync("W-1001");

        Assert.Equal((200, "inFulfillment"), (answer.Status, answer.Json.GetProperty("state").GetString()));
        Assert.Equal(["accepted", "exception"], answer.Json.GetProperty("lines").EnumerateArray().Select(line => line.GetProperty("state").GetString()));
        Assert.Equal("W-1001~1.1", answer.Json.GetProperty("shipments")[0].GetProperty("shipmentId").GetString());
    }

    [Fact]
    public async Task GetOrder_knows_an_order_that_is_not_stored_yet()
    {
        _bed.Durable.Knows("W-1001");

        var answer = await GetOrderAsync("W-1001");

        Assert.Equal((200, "received"), (answer.Status, answer.Json.GetProperty("state").GetString()));
    }

    [Theory]
    [InlineData("W-9")]
    [InlineData("not an id")]
    [InlineData("W-1001~1.1")]
    public async Task No_function_knows_an_order_that_never_came(string orderId)
    {
        Func<HttpRequest, Task<IResult>>[] calls =
        [
            request => Functions.GetOrder(request, orderId, _bed.Durable.Object, CancellationToken.None),
            request => Functions.CancelOrder(request, orderId, _bed.Durable.Object, CancellationToken.None),
            request => Functions.HoldOrder(request, orderId, _bed.Durable.Object, CancellationToken.None),
            request => Functions.ReleaseOrder(request, orderId, _bed.Durable.Object, CancellationToken.None),
            request => Functions.GetTimeline(request, orderId, CancellationToken.None),
            request => Functions.GetDecisions(request, orderId, CancellationToken.None),
        ];

        foreach (var call in calls)
        {
            Assert.Equal(404, (await new HttpCall().By(Role.Operator).SendAsync(call)).Status);
        }
    }

    [Fact]
    public async Task CancelOrder_HoldOrder_and_ReleaseOrder_tell_the_orchestration_and_say_that_it_has_not_come_to_it()
    {
        await _bed.SaveAsync(An.Order().WithLine("SKU-1", 2));

        var hold = await SendAsync(request => Functions.HoldOrder(request, "W-1001", _bed.Durable.Object, CancellationToken.None));
        var cancel = await SendAsync(request => Functions.CancelOrder(request, "W-1001", _bed.Durable.Object, CancellationToken.None));

        Assert.Equal((202, "received"), (hold.Status, hold.Json.GetProperty("state").GetString()));
        Assert.Equal(202, cancel.Status);
        Assert.Equal([OrderSignalKind.Hold, OrderSignalKind.Cancel], _bed.Durable.Raised("W-1001").Cast<OrderSignal>().Select(signal => signal.Kind));
    }

    [Fact]
    public async Task CancelOrder_HoldOrder_and_ReleaseOrder_answer_the_state_reached()
    {
        await _bed.SaveAsync(An.Order().WithLine("SKU-1", 2));
        ListenAsOrchestration();

        var hold = await SendAsync(request => Functions.HoldOrder(request, "W-1001", _bed.Durable.Object, CancellationToken.None));
        var release = await SendAsync(request => Functions.ReleaseOrder(request, "W-1001", _bed.Durable.Object, CancellationToken.None));
        var cancel = await SendAsync(request => Functions.CancelOrder(request, "W-1001", _bed.Durable.Object, CancellationToken.None));

        Assert.Equal((200, "onHold", true), (hold.Status, hold.Json.GetProperty("state").GetString(), hold.Json.GetProperty("onHold").GetBoolean()));
        Assert.Equal((200, "received", false), (release.Status, release.Json.GetProperty("state").GetString(), release.Json.GetProperty("onHold").GetBoolean()));
        Assert.Equal((200, "cancelled"), (cancel.Status, cancel.Json.GetProperty("state").GetString()));
    }

    [Fact]
    public async Task HoldOrder_repeated_after_a_release_does_not_hold_again()
    {
        await _bed.SaveAsync(An.Order().WithLine("SKU-1", 2));
        ListenAsOrchestration();
        await ActAsync("""{"requestId":"h-1"}""", request => Functions.HoldOrder(request, "W-1001", _bed.Durable.Object, CancellationToken.None));
        await ActAsync("""{"requestId":"r-1"}""", request => Functions.ReleaseOrder(request, "W-1001", _bed.Durable.Object, CancellationToken.None));

        var again = await ActAsync("""{"requestId":"h-1"}""", request => Functions.HoldOrder(request, "W-1001", _bed.Durable.Object, CancellationToken.None));

        Assert.Equal((200, false), (again.Status, again.Json.GetProperty("onHold").GetBoolean()));
        Assert.Equal(2, _bed.Durable.Raised("W-1001").Count);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("""{"requestId":7}""")]
    [InlineData("""{"requestId":" "}""")]
    public async Task CancelOrder_names_what_is_wrong_with_its_body(string body)
    {
        await _bed.SaveAsync(An.Order().WithLine("SKU-1", 2));

        var answer = await ActAsync(body, request => Functions.CancelOrder(request, "W-1001", _bed.Durable.Object, CancellationToken.None));

        Assert.Equal(400, answer.Status);
        Assert.Empty(_bed.Durable.Raised("W-1001"));
    }

    [Fact]
    public async Task CancelOrder_of_a_cancelled_order_answers_the_state_reached()
    {
        var progress = await _bed.SaveAsync(An.Order().WithLine("SKU-1", 2));
        await _bed.OrderSteps.RecordOrder(progress.Told(OrderSignalKind.Cancel), CancellationToken.None);

        var cancel = await SendAsync(request => Functions.CancelOrder(request, "W-1001", _bed.Durable.Object, CancellationToken.None));
        var hold = await SendAsync(request => Functions.HoldOrder(request, "W-1001", _bed.Durable.Object, CancellationToken.None));

        Assert.Equal((200, "cancelled"), (cancel.Status, cancel.Json.GetProperty("state").GetString()));
        Assert.Equal((409, "cancelled"), (hold.Status, hold.Json.GetProperty("state").GetString()));
        Assert.Empty(_bed.Durable.Raised("W-1001"));
    }

    [Fact]
    public async Task CancelOrder_of_a_completed_order_is_refused()
    {
        var sourced = await _bed.OfferAsync(An.Order().WithLine("SKU-1", 2));
        await _bed.ActAsync(sourced.Offers[0], A.Command(ShipmentAction.Accept));
        await _bed.ActAsync(sourced.Offers[0], A.Command(ShipmentAction.Ship));
        var followed = await _bed.FollowAsync(sourced.Offers[0]);
        await _bed.OrderSteps.RecordOrder(OrderFlow.Ended(sourced.Progress, followed.Result!), CancellationToken.None);

        var answer = await SendAsync(request => Functions.CancelOrder(request, "W-1001", _bed.Durable.Object, CancellationToken.None));

        Assert.Equal((409, "completed"), (answer.Status, answer.Json.GetProperty("state").GetString()));
    }

    [Fact]
    public async Task GetTimeline_pages_through_what_happened()
    {
        await _bed.OfferAsync(An.Order().WithLine("SKU-1", 2));
        var types = new List<string?>();
        string? next = "";
        while (next is not null)
        {
            var after = next;
            var page = await SendAsync(request => Functions.GetTimeline(request, "W-1001", CancellationToken.None), "?limit=1&after=" + after);
            types.Add(page.Json.GetProperty("items")[0].GetProperty("type").GetString());
            next = page.Json.GetProperty("next") is { ValueKind: JsonValueKind.String } mark ? mark.GetString() : null;
        }

        Assert.Equal(["dom.order.received", "dom.order.sourced", "dom.shipment.offered"], types.Order());
    }

    [Fact]
    public async Task GetTimeline_refuses_a_mark_that_no_page_gave()
    {
        await _bed.OfferAsync(An.Order().WithLine("SKU-1", 2));

        var page = await SendAsync(request => Functions.GetTimeline(request, "W-1001", CancellationToken.None), "?after=nothing");

        Assert.Equal((400, "after"), (page.Status, page.Json.GetProperty("errors").EnumerateObject().Single().Name));
    }

    [Fact]
    public async Task GetDecisions_shows_each_candidate()
    {
        await _bed.OfferAsync(An.Order().WithLine("SKU-1", 2));

        var answer = await SendAsync(request => Functions.GetDecisions(request, "W-1001", CancellationToken.None));

        Assert.Equal(200, answer.Status);
        Assert.Contains("\"S1\"", answer.Body, StringComparison.Ordinal);
    }

    /// <summary>Has each signal take effect at once.</summary>
    private void ListenAsOrchestration() => _bed.Durable
        .Setup(client => client.RaiseEventAsync(It.IsAny<string>(), It.IsAny<string>(), It.IsAny<object?>(), It.IsAny<CancellationToken>()))
        .Returns(async (string id, string _, object? signal, CancellationToken _) =>
        {
            var order = await _bed.Get<OrderStore>().GetAsync(new OrderId(id), CancellationToken.None);
            await _bed.OrderSteps.RecordOrder(OrderFlow.Told(order.Progress, (OrderSignal)signal!), CancellationToken.None);
        });

    private static Task<HttpCall> ActAsync(string body, Func<HttpRequest, Task<IResult>> function) =>
        new HttpCall("POST", body).By(Role.Operator).SendAsync(function);

    private Task<HttpCall> GetOrderAsync(string orderId) =>
        SendAsync(request => Functions.GetOrder(request, orderId, _bed.Durable.Object, CancellationToken.None));

    private static Task<HttpCall> SendAsync(Func<HttpRequest, Task<IResult>> function, string query = "") =>
        new HttpCall(query: query).By(Role.Operator).SendAsync(function);
}
