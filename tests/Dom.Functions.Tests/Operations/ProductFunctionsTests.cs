using Dom.Core.Inventory;
using Dom.Functions.Operations;
using Dom.Functions.Security;
using Dom.Functions.Storage;
using Dom.Functions.Tests.TestKit;
using Dom.Tests;

namespace Dom.Functions.Tests.Operations;

[Collection(SharedAzurite.Name)]
public sealed class ProductFunctionsTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private FunctionsBed _bed = null!;

    public async Task InitializeAsync()
    {
        _bed = await FunctionsBed.StartAsync(azurite);
        await _bed.ConfigureAsync(Network.Profile, Network.Store(1));
    }

    public async Task DisposeAsync() => await _bed.DisposeAsync();

    [Fact]
    public async Task PutProducts_stores_them_beside_the_stock()
    {
        await _bed.CountAsync("A/1", ("S1", 5));

        var put = await PutAsync("""[{"sku":"A/1","category":"shoes","unitGrams":450},{"sku":"B"}]""");
        var stock = await _bed.Get<StockStore>().ReadAsync(new Sku("A/1"), CancellationToken.None);

        Assert.Equal((200, 2), (put.Status, put.Json.GetProperty("stored").GetInt32()));
        Assert.Equal(("shoes", 450), (stock.Product?.Category?.Value, stock.Product?.UnitGrams));
        Assert.Equal("S1", Assert.Single(stock.Levels).LocationId.Value);
    }

    [Fact]
    public async Task GetProduct_shows_the_last_that_was_put()
    {
        await PutAsync("""[{"sku":"A","category":"shoes"}]""");
        await PutAsync("""[{"sku":"A","supplementary":["sale"]}]""");

        var answer = await GetAsync("?sku=A");

        Assert.Equal("""{"sku":"A","supplementary":["sale"],"unitGrams":0}""", answer.Body);
    }

    [Theory]
    [InlineData("?sku=nope", 404)]
    [InlineData("", 400)]
    public async Task GetProduct_says_what_is_not_there(string query, int status) => Assert.Equal(status, (await GetAsync(query)).Status);

    [Fact]
    public async Task PutProducts_stores_none_where_one_is_wrong()
    {
        var answer = await PutAsync("""[{"sku":"A","category":"shoes"},{"sku":"B","category":"a b"}]""");

        Assert.Equal((400, "body[1].category"), (answer.Status, answer.Json.GetProperty("errors").EnumerateObject().Single().Name));
        Assert.Null(await _bed.Get<StockStore>().FindProductAsync(new Sku("A"), CancellationToken.None));
    }

    private Task<HttpCall> GetAsync(string query) => new HttpCall(query: query).By(Role.Viewer).SendAsync(request =>
        _bed.Functions<ProductFunctions>().GetProduct(request, CancellationToken.None));

    private Task<HttpCall> PutAsync(string body) => new HttpCall("PUT", body).By(Role.Operator).SendAsync(request =>
        _bed.Functions<ProductFunctions>().PutProducts(request, _bed.Durable.Object, CancellationToken.None));
}
