using Dom.Core.Fulfillment;
using Dom.Core.Inventory;
using Dom.Functions.Operations;
using Dom.Functions.Security;
using Dom.Functions.Storage;
using Dom.Functions.Tests.TestKit;
using Dom.Tests;

namespace Dom.Functions.Tests.Operations;

[Collection(SharedAzurite.Name)]
public sealed class StockFunctionsTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private FunctionsBed _bed = null!;

    public async Task InitializeAsync()
    {
        _bed = await FunctionsBed.StartAsync(azurite);
        await _bed.ConfigureAsync(Network.Profile, Network.Store(1), Network.Store(2));
    }

    public async Task DisposeAsync() => await _bed.DisposeAsync();

    [Fact]
    public async Task PutStock_counts_and_GetStock_shows_it_page_by_page()
    {
        var put = await PutAsync("""[{"sku":"A","locationId":"S2","onHand":3},{"sku":"A","locationId":"S1","onHand":5},{"sku":"B","locationId":"S1","onHand":1}]""");
        var first = await GetAsync("?sku=A&limit=1");
        var last = await GetAsync("?sku=A&limit=1&after=" + first.Json.GetProperty("next").GetString());

        Assert.Equal((200, 3), (put.Status, put.Json.GetProperty("counted").GetInt32()));
        Assert.Equal("""{"items":[{"sku":"A","locationId":"S1","onHand":5,"held":0,"available":5}],"next":"S1"}""", first.Body);
        Assert.Equal("""{"items":[{"sku":"A","locationId":"S2","onHand":3,"held":0,"available":3}],"next":null}""", last.Body);
    }

    [Fact]
    public async Task GetStock_shows_a_location_page_by_page()
    {
        await PutAsync("""[{"sku":"B/1","locationId":"S1","onHand":3},{"sku":"A","locationId":"S1","onHand":5},{"sku":"A","locationId":"S2","onHand":1}]""");

        var first = await GetAsync("?locationId=S1&limit=1");
        var last = await GetAsync("?locationId=S1&limit=1&after=" + first.Json.GetProperty("next").GetString());
        var one = await GetAsync("?locationId=S2&sku=A");

        Assert.Equal("""{"items":[{"sku":"A","locationId":"S1","onHand":5,"held":0,"available":5}],"next":"A"}""", first.Body);
        Assert.Equal("""{"items":[{"sku":"B/1","locationId":"S1","onHand":3,"held":0,"available":3}],"next":null}""", last.Body);
        Assert.Equal("""{"items":[{"sku":"A","locationId":"S2","onHand":1,"held":0,"available":1}],"next":null}""", one.Body);
    }

    [Fact]
    public async Task GetStock_of_a_location_that_is_not_there_finds_nothing() => Assert.Equal(404, (await GetAsync("?locationId=nope")).Status);

    [Fact]
    public async Task PutStock_refuses_locations_that_are_not_there()
    {
        var answer = await PutAsync("""[{"sku":"A","locationId":"S1","onHand":3},{"sku":"A","locationId":"nope","onHand":5}]""");

        Assert.Equal((400, "body[1].locationId"), (answer.Status, answer.Json.GetProperty("errors").EnumerateObject().Single().Name));
        Assert.Empty((await _bed.Get<StockStore>().ReadAsync(new Sku("A"), CancellationToken.None)).Rows);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?locationId=a%20b")]
    [InlineData("?sku=%20A")]
    [InlineData("?sku=A&limit=501")]
    public async Task GetStock_names_what_is_wrong(string query)
    {
        var answer = await GetAsync(query);

        Assert.Equal(400, answer.Status);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""[{"sku":"A","locationId":"S1","onHand":-1}]""")]
    [InlineData("nothing")]
    public async Task PutStock_counts_nothing_where_anything_is_wrong(string body)
    {
        var answer = await PutAsync(body);

        Assert.Equal(400, answer.Status);
        Assert.Empty((await _bed.Get<StockStore>().ReadAsync(new Sku("A"), CancellationToken.None)).Rows);
    }

    [Fact]
    public async Task PutStock_wakes_the_orders_that_wait_for_what_has_come()
    {
        await WaitAsync("A", "W-1");
        await WaitAsync("B", "W-3");

        await PutAsync("""[{"sku":"A","locationId":"S1","onHand":5}]""");

        var told = Assert.IsType<OrderSignal>(Assert.Single(_bed.Durable.Raised("W-1")));
        Assert.Equal(OrderSignalKind.Wake, told.Kind);
        Assert.Empty(_bed.Durable.Raised("W-3"));
        Assert.Empty(await _bed.Get<WaitingStore>().ListAsync(new Sku("A"), CancellationToken.None));
    }

    [Fact]
    public async Task PutStock_wakes_nobody_for_nothing()
    {
        await WaitAsync("A", "W-1");

        await PutAsync("""[{"sku":"A","locationId":"S1","onHand":0}]""");

        Assert.Empty(_bed.Durable.Raised("W-1"));
    }

    [Fact]
    public async Task PutStock_sent_again_wakes_whom_the_first_did_not()
    {
        await WaitAsync("A", "W-1");
        _bed.Crash.Before = name => name == "Waiting: query" ? throw new ProcessEndedException() : Task.CompletedTask;
        await Assert.ThrowsAsync<ProcessEndedException>(() => PutAsync("""[{"sku":"A","locationId":"S1","onHand":5}]"""));
        _bed.Crash.Before = _ => Task.CompletedTask;

        await PutAsync("""[{"sku":"A","locationId":"S1","onHand":5}]""");

        Assert.Single(_bed.Durable.Raised("W-1"));
    }

    private async Task WaitAsync(string sku, string orderId) =>
        await _bed.OrderSteps.SourceOrder(await _bed.SaveAsync(An.Order(orderId).WithLine(sku, 2)), _bed.Durable.Object, CancellationToken.None);

    private Task<HttpCall> GetAsync(string query) => new HttpCall(query: query).By(Role.Viewer).SendAsync(request =>
        _bed.Functions<StockFunctions>().GetStock(request, CancellationToken.None));

    private Task<HttpCall> PutAsync(string body) => new HttpCall("PUT", body).By(Role.Operator).SendAsync(request =>
        _bed.Functions<StockFunctions>().PutStock(request, _bed.Durable.Object, CancellationToken.None));
}
