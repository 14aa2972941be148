using Dom.Core.Fulfillment;
using Dom.Core.Orders;
using Dom.Core.Profiles;
using Dom.Functions.Fulfillment;
using Dom.Functions.Security;
using Dom.Functions.Storage;
using Dom.Functions.Stores;
using Dom.Functions.Tests.TestKit;
using Dom.Tests;
using Grpc.Core;
using Moq;

namespace Dom.Functions.Tests.Stores;

[Collection(SharedAzurite.Name)]
public sealed class ShipmentFunctionsTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private const string Shipment = "W-1001~1.1";

    private FunctionsBed _bed = null!;

    public async Task InitializeAsync()
    {
        _bed = await FunctionsBed.StartAsync(azurite);
        await _bed.ConfigureAsync(Network.Profile, Network.Store(1), Network.Store(2));
        await _bed.Get<ShipmentStore>().AddAsync(A.Shipment(("1", 2), ("2", 1)), CancellationToken.None);
    }

    public async Task DisposeAsync() => await _bed.DisposeAsync();

    [Fact]
    public async Task ActOnShipment_stores_what_is_done_and_tells_the_orchestration()
    {
        var answer = await ActAsync("accept", """{"requestId":"r1","lines":[{"lineId":"1","quantity":2}]}""");

        Assert.Equal((200, "accepted"), (answer.Status, answer.Json.GetProperty("state").GetString()));
        Assert.False(Assert.IsType<ShipmentSignal>(Assert.Single(_bed.Durable.Raised(Shipment))).IsWithdrawn);
    }

    [Fact]
    public async Task ActOnShipment_names_the_caller_who_names_nobody()
    {
        await ActAsync("accept", "");

        var stored = await _bed.Get<ShipmentStore>().FindAsync(A.Shipment().LocationId, A.Shipment().ShipmentId, CancellationToken.None);
        Assert.Equal("Store", stored!.History[^1].By);
    }

    [Fact]
    public async Task ActOnShipment_repeated_answers_the_same_and_tells_again()
    {
        var first = await ActAsync("accept", """{"requestId":"r1"}""");
        var second = await ActAsync("accept", """{"requestId":"r1"}""");

        Assert.Equal((first.Status, first.Body), (second.Status, second.Body));
        Assert.Equal(2, _bed.Durable.Raised(Shipment).Count);
    }

    [Theory]
    [InlineData(StatusCode.FailedPrecondition)]
    [InlineData(StatusCode.NotFound)]
    public async Task ActOnShipment_is_done_although_the_orchestration_has_ended(StatusCode status)
    {
        _bed.Durable.Setup(durable => durable.RaiseEventAsync(Shipment, It.IsAny<string>(), It.IsAny<object?>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new RpcException(new Status(status, "It has ended.")));

        var answer = await ActAsync("reject", """{"requestId":"r1"}""");

        Assert.Equal((200, "rejected"), (answer.Status, answer.Json.GetProperty("state").GetString()));
    }

    [Fact]
    public async Task ActOnShipment_passes_on_that_the_orchestration_cannot_be_told()
    {
        _bed.Durable.Setup(durable => durable.RaiseEventAsync(Shipment, It.IsAny<string>(), It.IsAny<object?>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new TimeoutException("The hub does not answer."));

        await Assert.ThrowsAsync<TimeoutException>(() => ActAsync("reject", """{"requestId":"r1"}"""));
    }

    [Fact]
    public async Task ActOnShipment_refuses_what_the_state_does_not_allow_and_says_what_it_does()
    {
        var answer = await ActAsync("ship", "{}");

        Assert.Equal((409, "urn:dom:problem:state", "offered"),
            (answer.Status, answer.Json.GetProperty("type").GetString(), answer.Json.GetProperty("state").GetString()));
        Assert.Equal(["accept", "reject"], answer.Json.GetProperty("possibleActions").EnumerateArray().Select(action => action.GetString()));
        Assert.Empty(_bed.Durable.Raised(Shipment));
    }

    [Theory]
    [InlineData("""{"lines":[{"lineId":"9","quantity":1}]}""", "lines[0].lineId")]
    [InlineData("""{"lines":[{"lineId":"1","quantity":3}]}""", "lines[0].quantity")]
    [InlineData("""{"lines":[{"lineId":"not an id","quantity":1}]}""", "lines[0].lineId")]
    [InlineData("""{"lines":[]}""", "lines")]
    [InlineData("""{"lines":5}""", "lines")]
    [InlineData("""{"reason":"weather","lines":[{"lineId":"1","quantity":1}]}""", "reason")]
    [InlineData("{", "body")]
    public async Task ActOnShipment_names_what_is_wrong(string body, string field)
    {
        var answer = await ActAsync("reject", body);

        Assert.Equal(400, answer.Status);
        Assert.Contains(field, answer.Json.GetProperty("errors").EnumerateObject().Select(error => error.Name));
        Assert.Empty(_bed.Durable.Raised(Shipment));
    }

    [Theory]
    [InlineData("S1", "W-1001~1.2", "accept", "S1")]
    [InlineData("S1", Shipment, "accept", "S2")]
    [InlineData("S2", Shipment, "accept", "*")]
    [InlineData("S1", Shipment, "expire", "*")]
    [InlineData("S1", Shipment, "Accept", "*")]
    [InlineData("S1", "W-1001", "accept", "*")]
    [InlineData("S 1", Shipment, "accept", "*")]
    public async Task ActOnShipment_knows_only_what_the_caller_may_act_for(string location, string shipment, string verb, string callers)
    {
        var answer = await ActAsync(verb, "{}", location, shipment, callers);

        Assert.Equal(404, answer.Status);
        Assert.Empty(_bed.Durable.Raised(Shipment));
    }

    [Theory]
    [InlineData("accept")]
    [InlineData("reject")]
    public async Task ActOnShipment_takes_no_part_of_what_is_to_be_answered_whole(string verb)
    {
        var whole = A.Shipment(new AcceptancePolicy { AllowsPartialAccept = false }, ("1", 2), ("2", 1)) with { ShipmentId = ShipmentId.From("W-1002~1.1") };
        await _bed.Get<ShipmentStore>().AddAsync(whole, CancellationToken.None);

        var part = await ActAsync(verb, """{"lines":[{"lineId":"1","quantity":2}]}""", shipment: "W-1002~1.1");
        var all = await ActAsync(verb, """{"lines":[{"lineId":"1","quantity":2},{"lineId":"2","quantity":1}]}""", shipment: "W-1002~1.1");

        Assert.Equal((400, 200), (part.Status, all.Status));
        Assert.StartsWith("lines is '2 of line 1'; allowed is all that is offered", part.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task GetShipment_tells_whether_the_location_was_warned(bool isWarned)
    {
        if (isWarned)
        {
            await _bed.Get<ShipmentStore>().DecideAsync(A.Shipment().LocationId, A.Shipment().ShipmentId, A.Command(ShipmentAction.Warn), CancellationToken.None);
        }

        var answer = await new HttpCall().By(Role.Store, "S1").SendAsync(request =>
            _bed.Functions<ShipmentFunctions>().GetShipment(request, "S1", Shipment, CancellationToken.None));

        Assert.Equal(isWarned, answer.Json.GetProperty("isWarned").GetBoolean());
    }

    [Theory]
    [InlineData("S1", "S1", Shipment, 200)]
    [InlineData("*", "S1", Shipment, 200)]
    [InlineData("S2", "S1", Shipment, 404)]
    [InlineData("*", "S2", Shipment, 404)]
    [InlineData("*", "S1", "nothing", 404)]
    public async Task GetShipment_shows_a_store_its_own(string callers, string location, string shipment, int expected)
    {
        var answer = await new HttpCall().By(Role.Store, callers).SendAsync(request =>
            _bed.Functions<ShipmentFunctions>().GetShipment(request, location, shipment, CancellationToken.None));

        Assert.Equal(expected, answer.Status);
    }

    [Fact]
    public async Task ListShipments_pages_and_ends_with_null()
    {
        await _bed.Get<ShipmentStore>().AddAsync(
            A.Shipment() with { ShipmentId = ShipmentId.Of(new OrderId("W-1001"), 1, 2) }, CancellationToken.None);

        var first = await ListAsync("?state=offered&limit=1");
        var last = await ListAsync("?state=offered&limit=1&after=" + first.Json.GetProperty("next").GetString());

        Assert.Equal(Shipment, first.Json.GetProperty("items")[0].GetProperty("shipmentId").GetString());
        Assert.Equal("W-1001~1.2", last.Json.GetProperty("items")[0].GetProperty("shipmentId").GetString());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, last.Json.GetProperty("next").ValueKind);
    }

    [Theory]
    [InlineData("?state=offered,accepted", 1)]
    [InlineData("?state=packed", 0)]
    [InlineData("", 1)]
    public async Task ListShipments_gives_the_states_asked_for(string query, int expected)
    {
        var answer = await ListAsync(query);

        Assert.Equal(expected, answer.Json.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task ListShipments_names_every_part_of_the_query_that_is_wrong()
    {
        var answer = await ListAsync("?state=offered,lost&limit=0");

        Assert.Equal(400, answer.Status);
        Assert.Equal(["limit", "state"], answer.Json.GetProperty("errors").EnumerateObject().Select(error => error.Name).Order());
    }

    [Theory]
    [InlineData("nope", 404)]
    [InlineData("S2", 200)]
    public async Task ListShipments_knows_which_locations_there_are(string location, int expected)
    {
        var answer = await new HttpCall().By(Role.Operator).SendAsync(request =>
            _bed.Functions<ShipmentFunctions>().ListShipments(request, location, CancellationToken.None));

        Assert.Equal(expected, answer.Status);
    }

    private Task<HttpCall> ListAsync(string query) => new HttpCall(query: query).By(Role.Store, "S1").SendAsync(request =>
        _bed.Functions<ShipmentFunctions>().ListShipments(request, "S1", CancellationToken.None));

    private Task<HttpCall> ActAsync(string verb, string body, string location = "S1", string shipment = Shipment, string callers = "S1") =>
        new HttpCall("POST", body).By(Role.Store, callers).SendAsync(request => _bed.Functions<ShipmentFunctions>()
            .ActOnShipment(request, location, shipment, verb, _bed.Durable.Object, CancellationToken.None));
}
