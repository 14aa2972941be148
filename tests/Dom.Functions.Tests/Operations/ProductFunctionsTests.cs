using Dom.Core.Catalogue;
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
    public async Task GetProducts_shows_the_last_that_was_put()
    {
        await PutAsync("""[{"sku":"A","category":"shoes"}]""");
        await PutAsync("""[{"sku":"A","supplementary":["sale"]}]""");

        var answer = await GetAsync("?sku=A");

        Assert.Equal("""{"sku":"A","supplementary":["sale"],"unitGrams":0}""", answer.Body);
    }

    [Theory]
    [InlineData("?sku=nope", 404)]
    [InlineData("?category=a%20b", 400)]
    [InlineData("?limit=0", 400)]
    public async Task GetProducts_says_what_is_not_there(string query, int status) => Assert.Equal(status, (await GetAsync(query)).Status);

    [Fact]
    public async Task GetProducts_lists_all_page_by_page()
    {
        await PutAsync("""[{"sku":"C"},{"sku":"A/1","category":"toys"},{"sku":"B","unitGrams":5}]""");

        var first = await GetAsync("?limit=2");
        var second = await GetAsync($"?limit=2&after={first.Json.Text("next")}");

        Assert.Equal("""{"items":[{"sku":"A/1","category":"toys","supplementary":[],"unitGrams":0},{"sku":"B","supplementary":[],"unitGrams":5}],"next":"B"}""", first.Body);
        Assert.Equal("""{"items":[{"sku":"C","supplementary":[],"unitGrams":0}],"next":null}""", second.Body);
    }

    [Fact]
    public async Task GetProducts_lists_what_is_in_a_category()
    {
        await PutAsync("""[{"sku":"A","category":"toys"},{"sku":"B","category":"toys/trains"},{"sku":"C","category":"toystore"},{"sku":"D","category":"books","supplementary":["toys"]},{"sku":"E"}]""");

        var toys = await GetAsync("?category=toys");

        Assert.Equal(["A", "B", "D"], toys.Json.GetProperty("items").EnumerateArray().Select(item => item.Text("sku")));
    }

    [Fact]
    public async Task PageAsync_ends_after_so_many_looks_and_goes_on_from_there()
    {
        await PutAsync("""[{"sku":"A","category":"toys"},{"sku":"B"},{"sku":"C"},{"sku":"D"},{"sku":"E","category":"toys"}]""");
        var found = new List<string>();
        Sku? after = null;
        do
        {
            var page = await _bed.Get<ProductStore>().PageAsync(new CategoryPath("toys"), after, 10, CancellationToken.None, mostLooked: 2);
            found.Add(string.Join(",", page.Items.Select(product => product.Sku)) + "+" + page.Next);
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(["A+B", "+D", "E+"], found);
    }

    [Fact]
    public async Task PutProducts_lists_more_than_a_transaction_takes_and_each_once()
    {
        var body = $"[{string.Join(",", Enumerable.Range(1, 250).Select(number => $$"""{"sku":"P-{{number:000}}"}"""))}]";
        await PutAsync(body);
        await PutAsync(body);

        var skus = (await GetAsync("?limit=500")).Json.GetProperty("items").EnumerateArray().Select(item => item.Text("sku")).ToList();

        Assert.Equal(Enumerable.Range(1, 250).Select(number => $"P-{number:000}"), skus);
    }

    [Fact]
    public async Task PutProducts_stores_none_where_one_is_wrong()
    {
        var answer = await PutAsync("""[{"sku":"A","category":"shoes"},{"sku":"B","category":"a b"}]""");

        Assert.Equal((400, "body[1].category"), (answer.Status, answer.Json.GetProperty("errors").EnumerateObject().Single().Name));
        Assert.Null(await _bed.Get<StockStore>().FindProductAsync(new Sku("A"), CancellationToken.None));
    }

    private Task<HttpCall> GetAsync(string query) => new HttpCall(query: query).By(Role.Viewer).SendAsync(request =>
        _bed.Functions<ProductFunctions>().GetProducts(request, CancellationToken.None));

    private Task<HttpCall> PutAsync(string body) => new HttpCall("PUT", body).By(Role.Operator).SendAsync(request =>
        _bed.Functions<ProductFunctions>().PutProducts(request, _bed.Durable.Object, CancellationToken.None));
}
