using Dom.Core.Profiles;
using Dom.Functions.Storage;
using Dom.Functions.Tests.TestKit;
using Dom.Tests;

namespace Dom.Functions.Tests.Storage;

[Collection(SharedAzurite.Name)]
public sealed class ConfigurationStoreTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private FunctionsBed _bed = null!;

    private ConfigurationStore Store => _bed.Get<ConfigurationStore>();

    public async Task InitializeAsync() => _bed = await FunctionsBed.StartAsync(azurite);

    public async Task DisposeAsync() => await _bed.DisposeAsync();

    [Fact]
    public async Task GetAsync_is_empty_before_anything_is_stored()
    {
        var configuration = await Store.GetAsync(CancellationToken.None);

        Assert.Empty(configuration.Locations);
        Assert.Empty(configuration.Profiles);
    }

    [Fact]
    public async Task GetAsync_reads_one_row_when_nothing_changed()
    {
        await _bed.ConfigureAsync(Network.Profile, Network.Store(1));
        var first = await Store.GetAsync(CancellationToken.None);
        _bed.Crash.Clear();

        var second = await Store.GetAsync(CancellationToken.None);

        Assert.Same(first, second);
        Assert.Equal(["Configuration: read row"], _bed.Crash.Done);
    }

    [Fact]
    public async Task GetAsync_sees_every_change()
    {
        await _bed.ConfigureAsync(Network.Profile, Network.Store(1));
        await Store.GetAsync(CancellationToken.None);
        await Store.PutLocationAsync(Network.Store(2), null, CancellationToken.None);

        var configuration = await Store.GetAsync(CancellationToken.None);

        Assert.Equal(["S1", "S2"], configuration.Locations.Select(location => location.LocationId.Value));
    }

    [Fact]
    public async Task LatestAsync_reads_nothing_once_there_is_a_view()
    {
        await _bed.ConfigureAsync(Network.Profile, Network.Store(1));
        await Store.LatestAsync(CancellationToken.None);
        _bed.Crash.Clear();

        await Store.LatestAsync(CancellationToken.None);

        Assert.Empty(_bed.Crash.Done);
    }

    [Fact]
    public async Task PublishAsync_makes_the_newest_version_of_each_profile_count()
    {
        foreach (var version in new[] { 2, 10, 9, 1 })
        {
            await Store.PublishAsync(Network.Profile with { Version = version }, CancellationToken.None);
        }

        await Store.PublishAsync(Network.Profile with { ProfileId = new ProfileId("default.b"), Version = 3 }, CancellationToken.None);

        var configuration = await Store.GetAsync(CancellationToken.None);
        Assert.Equal([("default", 10), ("default.b", 3)], configuration.Profiles.Select(profile => (profile.ProfileId.Value, profile.Version)));
    }

    [Fact]
    public async Task PublishAsync_never_changes_a_version()
    {
        await Store.PublishAsync(Network.Profile, CancellationToken.None);

        var isStored = await Store.PublishAsync(Network.Profile with { Name = "Another" }, CancellationToken.None);

        Assert.False(isStored);
        Assert.Equal("Default", Assert.Single((await Store.GetAsync(CancellationToken.None)).Profiles).Name);
    }

    [Fact]
    public async Task PutLocationAsync_writes_over_what_was_read_and_nothing_else()
    {
        await Store.PutLocationAsync(Network.Store(1), null, CancellationToken.None);
        var read = await Store.FindLocationAsync(Network.Store(1).LocationId, CancellationToken.None);

        Assert.False(await Store.PutLocationAsync(Network.Store(1), null, CancellationToken.None));
        Assert.True(await Store.PutLocationAsync(Network.Store(1, ordersPerDay: 3), read!.Value.Tag, CancellationToken.None));
        Assert.False(await Store.PutLocationAsync(Network.Store(1), read.Value.Tag, CancellationToken.None));
        Assert.False(await Store.PutLocationAsync(Network.Store(2), read.Value.Tag, CancellationToken.None));
    }
}
