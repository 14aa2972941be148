using Dom.LocalHost.Demo;
using Dom.LocalHost.Demo.Live;
using Dom.LocalHost.Demo.Stores;

namespace Dom.LocalHost.Tests.Demo;

public sealed class DemoTrafficTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dom-demo-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task RunAsync_posts_orders_and_fulfils_them()
    {
        await using var host = await FakeHost.StartAsync();

        var figures = await DemoTraffic.RunAsync(Options(host, new StoreShares(1, 0, 0)), new PlainDisplay(TextWriter.Null), CancellationToken.None);

        Assert.Equal(30, figures.Posted);
        Assert.Equal(30, figures.Completed);
        Assert.Equal(30, figures.Accepted);
        Assert.Equal(30, figures.HandedOver);
        Assert.Equal(3, figures.DeadLetters);
        Assert.All(host.Shipments, shipment => Assert.Equal("shipped", shipment.State));
        Assert.Equal(host.Messages.Count, host.Messages.Select(message => message.MessageId).Distinct().Count());
    }

    [Fact]
    public async Task RunAsync_follows_what_is_rejected_to_the_next_location()
    {
        await using var host = await FakeHost.StartAsync();

        var figures = await DemoTraffic.RunAsync(Options(host, new StoreShares(0, 1, 0)), new PlainDisplay(TextWriter.Null), CancellationToken.None);

        Assert.Equal(30, figures.Waiting);
        Assert.Equal(90, figures.Rejected);
        Assert.Equal(60, figures.Rerouted);
        Assert.All(host.Actions, action => Assert.NotNull(action.Body["reason"]));
    }

    [Fact]
    public async Task RunAsync_sends_again_what_a_dropped_connection_lost()
    {
        await using var host = await FakeHost.StartAsync(drops: 10);

        var figures = await DemoTraffic.RunAsync(Options(host, new StoreShares(1, 0, 0)), new PlainDisplay(TextWriter.Null), CancellationToken.None);

        Assert.Equal(30, figures.Posted);
        Assert.Equal(30, figures.Completed);
        Assert.True(figures.IsHostThere);
    }

    [Fact]
    public async Task RunAsync_ends_cleanly_when_it_is_stopped()
    {
        await using var host = await FakeHost.StartAsync();
        using var stop = new CancellationTokenSource();
        var running = DemoTraffic.RunAsync(
            Options(host, new StoreShares(0, 0, 1)) with { Orders = null }, new PlainDisplay(TextWriter.Null), stop.Token);
        await host.FirstMessage;

        await stop.CancelAsync();
        var figures = await running;

        Assert.Equal(0, figures.Completed);
    }

    [Fact]
    public async Task RunAsync_says_which_keys_the_host_refuses()
    {
        await using var host = await FakeHost.StartAsync();
        var options = Options(host, StoreShares.Default);
        await File.WriteAllTextAsync(options.KeysFile, """{"channel": "wrong", "store": "wrong"}""");

        var fault = await Assert.ThrowsAsync<LocalHostException>(() => DemoTraffic.RunAsync(options, new PlainDisplay(TextWriter.Null), CancellationToken.None));

        Assert.Contains(options.KeysFile, fault.Message, StringComparison.Ordinal);
        Assert.Contains("--keys", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("{")]
    [InlineData("""{"channel": "c"}""")]
    public async Task RunAsync_names_the_keys_file_that_cannot_be_read(string? content)
    {
        await using var host = await FakeHost.StartAsync();
        var options = Options(host, StoreShares.Default) with { KeysFile = Path.Combine(_folder, "other.json") };
        if (content is not null)
        {
            await File.WriteAllTextAsync(options.KeysFile, content);
        }

        var fault = await Assert.ThrowsAsync<LocalHostException>(() => DemoTraffic.RunAsync(options, new PlainDisplay(TextWriter.Null), CancellationToken.None));

        Assert.Contains(options.KeysFile, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_says_how_to_start_a_host_where_there_is_none()
    {
        var options = new DemoOptions { Url = new Uri("http://127.0.0.1:9") };

        var fault = await Assert.ThrowsAsync<LocalHostException>(() => DemoCommand.RunAsync(options, null, TextWriter.Null, CancellationToken.None));

        Assert.Contains("http://127.0.0.1:9", fault.Message, StringComparison.Ordinal);
        Assert.Contains("dotnet run --project src/Dom.LocalHost", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_writes_what_happens_and_a_summary()
    {
        await using var host = await FakeHost.StartAsync();
        var output = new StringWriter();

        await DemoCommand.RunAsync(Options(host, new StoreShares(1, 0, 0)), null, output, CancellationToken.None);

        Assert.Contains("store-reno: Accepted", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("Orders: 30 posted", output.ToString(), StringComparison.Ordinal);
    }

    private DemoOptions Options(FakeHost host, StoreShares shares)
    {
        var keys = Path.Combine(_folder, "keys.json");
        File.WriteAllText(keys, $$"""{"channel": "{{FakeHost.ChannelKey}}", "store": "{{FakeHost.StoreKey}}", "operator": "o", "viewer": "v"}""");
        return new DemoOptions
        {
            OrdersPerMinute = DemoOptions.MaxRate,
            Orders = 30,
            Url = host.Url,
            ServiceBusUrl = host.Url,
            KeysFile = keys,
            Shares = shares,
            Pace = 0,
        };
    }
}
