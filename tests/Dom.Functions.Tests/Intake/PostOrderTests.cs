using Dom.Core.Fulfillment;
using Dom.Functions.Intake;
using Dom.Functions.Security;
using Dom.Functions.Tests.TestKit;
using Dom.Tests;

namespace Dom.Functions.Tests.Intake;

[Collection(SharedAzurite.Name)]
public sealed class PostOrderTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private const string Body = """
        {"orderId":"W-1001","channel":"web","placedAt":"2026-11-21T10:00:00Z","currency":"USD",
         "lines":[{"lineId":"1","sku":"SKU-1","quantity":2,"mode":"pickup","pickupLocationId":"S1"}]}
        """;

    private FunctionsBed _bed = null!;

    public async Task InitializeAsync() => _bed = await FunctionsBed.StartAsync(azurite);

    public async Task DisposeAsync() => await _bed.DisposeAsync();

    [Fact]
    public async Task RunAsync_takes_an_order()
    {
        var answer = await PostAsync(Body);

        Assert.Equal((202, "W-1001"), (answer.Status, answer.Json.GetProperty("orderId").GetString()));
        Assert.Equal("W-1001", Assert.Single(_bed.Durable.Started()).InstanceId);
    }

    [Fact]
    public async Task RunAsync_refuses_an_order_that_was_posted_before_with_other_content()
    {
        await _bed.SaveAsync(An.Order().WithLine("SKU-1", 2));

        var answer = await PostAsync(Body);

        Assert.Equal((409, "urn:dom:problem:order-changed"), (answer.Status, answer.Json.GetProperty("type").GetString()));
        Assert.Empty(_bed.Durable.Started());
    }

    [Fact]
    public async Task RunAsync_names_every_field_that_is_wrong()
    {
        var answer = await PostAsync(Body.Replace("\"quantity\":2", "\"quantity\":0", StringComparison.Ordinal).Replace("USD", "usd", StringComparison.Ordinal));

        Assert.Equal(400, answer.Status);
        Assert.Equal(["currency", "lines[0].quantity"], answer.Json.GetProperty("errors").EnumerateObject().Select(error => error.Name).Order());
    }

    [Fact]
    public async Task RunAsync_refuses_a_body_that_no_message_could_be()
    {
        var answer = await PostAsync(new string(' ', (256 * 1024) + 1));

        Assert.Equal((400, "body"), (answer.Status, answer.Json.GetProperty("errors").EnumerateObject().Single().Name));
    }

    [Fact]
    public async Task RunAsync_cancels_an_order_that_is_there()
    {
        _bed.Durable.Knows("W-1001");

        var answer = await PostAsync("""{"orderId":"W-1001","cancel":true}""");

        Assert.Equal(202, answer.Status);
        Assert.Equal(OrderSignalKind.Cancel, Assert.IsType<OrderSignal>(Assert.Single(_bed.Durable.Raised("W-1001"))).Kind);
    }

    [Fact]
    public async Task RunAsync_refuses_to_cancel_an_order_that_is_completed()
    {
        await _bed.ConfigureAsync(Network.Profile, Network.Store(1));
        await _bed.CountAsync("SKU-1", ("S1", 5));
        var sourced = await _bed.OfferAsync(An.Order().WithLine("SKU-1", 2));
        await _bed.ActAsync(sourced.Offers[0], A.Command(ShipmentAction.Accept));
        await _bed.ActAsync(sourced.Offers[0], A.Command(ShipmentAction.Ship));
        var followed = await _bed.FollowAsync(sourced.Offers[0]);
        await _bed.OrderSteps.RecordOrder(OrderFlow.Ended(sourced.Progress, followed.Result!), CancellationToken.None);

        var answer = await PostAsync("""{"orderId":"W-1001","cancel":true}""");

        Assert.Equal((409, "completed"), (answer.Status, answer.Json.GetProperty("state").GetString()));
    }

    [Fact]
    public async Task RunAsync_knows_no_order_that_never_came()
    {
        var answer = await PostAsync("""{"orderId":"W-1001","cancel":true}""");

        Assert.Equal(404, answer.Status);
    }

    private Task<HttpCall> PostAsync(string body) => new HttpCall("POST", body).By(Role.Channel)
        .SendAsync(request => _bed.Functions<PostOrder>().RunAsync(request, _bed.Durable.Object, CancellationToken.None));
}
