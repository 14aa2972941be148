using Dom.Functions.Operations;
using Dom.Functions.Security;
using Dom.Functions.Tests.TestKit;
using Dom.Tests;

namespace Dom.Functions.Tests.Operations;

[Collection(SharedAzurite.Name)]
public sealed class LocationFunctionsTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private const string Body = """{"name":"Reno","type":"store","latitude":39.5,"longitude":-119.8,"modes":["ship"]}""";

    private FunctionsBed _bed = null!;

    public async Task InitializeAsync() => _bed = await FunctionsBed.StartAsync(azurite);

    public async Task DisposeAsync() => await _bed.DisposeAsync();

    [Fact]
    public async Task PutLocation_creates_and_GetLocation_shows_the_same()
    {
        var put = await PutAsync(Body, "If-None-Match", "*");
        var got = await GetAsync();

        Assert.Equal(201, put.Status);
        Assert.Equal((200, put.Body, put.ETag), (got.Status, got.Body, got.ETag));
    }

    [Fact]
    public async Task PutLocation_writes_over_what_was_read()
    {
        var created = await PutAsync(Body, "If-None-Match", "*");

        var put = await PutAsync(Body.Replace("Reno", "Sparks", StringComparison.Ordinal), "If-Match", created.ETag!);

        Assert.Equal((200, "Sparks"), (put.Status, put.Json.GetProperty("name").GetString()));
    }

    [Theory]
    [InlineData("If-None-Match", "*", 412)]
    [InlineData("If-Match", "\"0\"", 412)]
    [InlineData("If-Match", "*", 200)]
    [InlineData("Accept", "*/*", 428)]
    [InlineData("If-None-Match", "\"0\"", 428)]
    public async Task PutLocation_over_one_that_is_there_wants_to_know_which(string header, string value, int expected)
    {
        await PutAsync(Body, "If-None-Match", "*");

        var put = await PutAsync(Body, header, value);

        Assert.Equal(expected, put.Status);
    }

    [Theory]
    [InlineData("If-None-Match", "*", "is there already")]
    [InlineData("If-Match", "\"0\"", "is not what 'If-Match' names")]
    public async Task PutLocation_says_what_stands_in_the_way(string header, string value, string said)
    {
        await PutAsync(Body, "If-None-Match", "*");

        var put = await PutAsync(Body, header, value);

        Assert.Contains(said, put.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("If-Match", "*", 412)]
    [InlineData("If-Match", "\"0\"", 412)]
    [InlineData("Accept", "*/*", 428)]
    public async Task PutLocation_creates_only_when_asked_to(string header, string value, int expected)
    {
        var put = await PutAsync(Body, header, value);

        Assert.Equal(expected, put.Status);
        Assert.Equal(404, (await GetAsync()).Status);
    }

    [Theory]
    [InlineData("""{"name":"","type":"kiosk"}""", "name")]
    [InlineData("""{"name":"","type":"kiosk"}""", "type")]
    [InlineData("""{"locationId":"S2"}""", "locationId")]
    public async Task PutLocation_names_what_is_wrong(string body, string field)
    {
        var put = await PutAsync(body, "If-None-Match", "*");

        Assert.Equal(400, put.Status);
        Assert.Contains(field, put.Json.GetProperty("errors").EnumerateObject().Select(error => error.Name));
    }

    [Fact]
    public async Task GetLocation_is_not_sent_again_to_who_has_it()
    {
        await PutAsync(Body, "If-None-Match", "*");
        var first = await GetAsync();

        var second = await new HttpCall().By(Role.Viewer).With("If-None-Match", first.ETag!).SendAsync(request =>
            _bed.Functions<LocationFunctions>().GetLocation(request, "S1", CancellationToken.None));

        Assert.Equal((304, ""), (second.Status, second.Body));
    }

    [Fact]
    public async Task GetLocation_shows_a_store_only_its_own()
    {
        await PutAsync(Body, "If-None-Match", "*");

        var answer = await new HttpCall().By(Role.Store, "S2").SendAsync(request =>
            _bed.Functions<LocationFunctions>().GetLocation(request, "S1", CancellationToken.None));

        Assert.Equal(404, answer.Status);
    }

    private Task<HttpCall> GetAsync() => new HttpCall().By(Role.Viewer).SendAsync(request =>
        _bed.Functions<LocationFunctions>().GetLocation(request, "S1", CancellationToken.None));

    private Task<HttpCall> PutAsync(string body, string header, string value) => new HttpCall("PUT", body).By(Role.Operator).With(header, value)
        .SendAsync(request => _bed.Functions<LocationFunctions>().PutLocation(request, "S1", _bed.Durable.Object, CancellationToken.None));
}
