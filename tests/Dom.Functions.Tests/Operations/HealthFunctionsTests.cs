using Azure.Core;
using Azure.Data.Tables;
using Dom.Functions.Operations;
using Dom.Functions.Storage;
using Dom.Functions.Tests.TestKit;
using Dom.Tests;
using Microsoft.Extensions.Options;

namespace Dom.Functions.Tests.Operations;

[Collection(SharedAzurite.Name)]
public sealed class HealthFunctionsTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Live_answers()
    {
        var answer = await new HttpCall().SendAsync(request => Task.FromResult(HealthFunctions.Live(request)));

        Assert.Equal(200, answer.Status);
    }

    [Fact]
    public async Task Ready_wants_a_published_profile()
    {
        await using var bed = await FunctionsBed.StartAsync(azurite);
        var before = await ReadyAsync(bed.Functions<HealthFunctions>());
        await bed.ConfigureAsync(Network.Profile);

        var after = await ReadyAsync(bed.Functions<HealthFunctions>());

        Assert.Equal((503, "No profile is published."), (before.Status, before.Json.GetProperty("why").GetString()));
        Assert.Equal(200, after.Status);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Ready_says_that_storage_does_not_answer(int retries)
    {
        var options = new TableClientOptions { Retry = { MaxRetries = retries, Delay = TimeSpan.FromMilliseconds(1) } };
        var service = new TableServiceClient(azurite.ConnectionString.Replace("127.0.0.1", "127.0.0.1.invalid", StringComparison.Ordinal), options);
        var tables = new DomTables(service, Options.Create(new DomOptions()));

        var answer = await ReadyAsync(new HealthFunctions(new ConfigurationStore(tables)));

        Assert.Equal((503, "Table Storage does not answer."), (answer.Status, answer.Json.GetProperty("why").GetString()));
    }

    [Fact]
    public async Task Ready_says_that_a_table_is_missing()
    {
        var service = new TableServiceClient(azurite.ConnectionString, new TableClientOptions { Retry = { Mode = RetryMode.Fixed, MaxRetries = 0 } });
        var tables = new DomTables(service, Options.Create(new DomOptions { TablePrefix = azurite.NewPrefix() }));

        var answer = await ReadyAsync(new HealthFunctions(new ConfigurationStore(tables)));

        Assert.Equal(503, answer.Status);
    }

    private static Task<HttpCall> ReadyAsync(HealthFunctions functions) =>
        new HttpCall().SendAsync(request => functions.Ready(request, CancellationToken.None));
}
