using Dom.EndToEnd.Tests.Scenes;

namespace Dom.EndToEnd.Tests.Hosting;

/// <summary>One host for all tests of a collection. At its end nothing unexpected may stand in its log, and it must stop cleanly.</summary>
public sealed class SharedHost : IAsyncLifetime
{
    private HostProcess? _host;
    private int _scenes;

    internal HostProcess Host => _host!;

    internal Callers Callers => _host!.Callers;

    public async Task InitializeAsync()
    {
        _host = await HostProcess.StartAsync();
        foreach (var profile in Channels.Profiles)
        {
            Assert.True(await new Functions.Storage.ConfigurationStore(_host.Tables()).PublishAsync(profile, CancellationToken.None));
        }
    }

    public async Task DisposeAsync()
    {
        var (status, text) = await _host!.StopAsync();
        await _host.DisposeAsync();

        Assert.Equal(0, status);
        _host.AssertIsQuiet(IsExpected);
        Assert.Contains("Stopping.", text, StringComparison.Ordinal);
    }

    /// <summary>A part of the network that no other test uses.</summary>
    internal Scene NewScene(string channel = Channels.Web) =>
        new(Callers, FormattableString.Invariant($"T{Interlocked.Increment(ref _scenes):D2}"), channel);

    // The tests dead-letter on purpose: the app says so, and the broker does.
    private static bool IsExpected(string line) =>
        line.Contains("dead-lettered: Order", StringComparison.Ordinal);
}

/// <summary>Tests of orders, which share a host.</summary>
[CollectionDefinition(Name)]
public sealed class OrdersHost : ICollectionFixture<SharedHost>
{
    public const string Name = "Orders";
}

/// <summary>Tests of the ways in and out, which share another host.</summary>
[CollectionDefinition(Name)]
public sealed class ApiHost : ICollectionFixture<SharedHost>
{
    public const string Name = "Api";
}
