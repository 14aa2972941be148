using System.Collections.Immutable;
using Azure.Core;
using Azure.Data.Tables;
using Dom.Core.Inventory;
using Dom.Functions;
using Dom.Functions.Storage;
using Dom.LocalHost.Azurite;
using Dom.LocalHost.Demo.Network;
using Dom.Tests;
using Microsoft.Extensions.Options;

namespace Dom.LocalHost.Tests.Demo;

[Collection(SharedAzurite.Name)]
public sealed class DemoSeedTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static readonly DemoNetwork Whole = DemoNetwork.Create(DemoNetwork.DefaultSeed);

    // Enough to be a network, few enough to be quick.
    private static readonly DemoNetwork Network = Whole with
    {
        Skus = [.. Whole.Skus.Take(20)],
        Stock = Whole.Stock.Where(row => string.CompareOrdinal(row.Key.Value, "SKU-0020") <= 0).ToImmutableDictionary(),
    };

    private readonly DomTables _tables = Tables(azurite);

    private StockStore Stock => new(_tables);

    public Task InitializeAsync() => _tables.CreateAsync(CancellationToken.None);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task PlantAsync_stores_all_of_the_network()
    {
        var seeding = await Seed().PlantAsync(Network, CancellationToken.None);

        var stored = await new ConfigurationStore(_tables).GetAsync(CancellationToken.None);
        Assert.True(seeding.IsPlanted);
        Assert.Equal(
            Network.Locations.Select(location => location.LocationId).Order(Comparer<Core.Network.LocationId>.Create((a, b) => string.CompareOrdinal(a.Value, b.Value))),
            stored.Locations.Select(location => location.LocationId));
        Assert.Equal(Network.Profile.Name, Assert.Single(stored.Profiles).Name);
        foreach (var (sku, levels) in Network.Stock)
        {
            var snapshot = await Stock.ReadAsync(sku, CancellationToken.None);
            Assert.Equal(levels.ToHashSet(), snapshot.Levels.ToHashSet());
        }
    }

    [Fact]
    public async Task PlantAsync_completes_what_was_interrupted()
    {
        foreach (var (sku, levels) in Network.Stock.Take(10))
        {
            await Stock.CreateAsync(sku, [.. levels.Select(level => new StockCount(sku, level.LocationId, level.OnHand))], CancellationToken.None);
        }

        var seeding = await Seed().PlantAsync(Network, CancellationToken.None);

        Assert.True(seeding.IsPlanted);
        foreach (var (sku, levels) in Network.Stock)
        {
            Assert.Equal(levels.ToHashSet(), (await Stock.ReadAsync(sku, CancellationToken.None)).Levels.ToHashSet());
        }
    }

    [Fact]
    public async Task PlantAsync_leaves_a_network_in_use_alone()
    {
        await Seed().PlantAsync(Network, CancellationToken.None);
        var (sku, levels) = Network.Stock.First();
        await Stock.CountAsync(sku, [new StockCount(sku, levels[0].LocationId, 77)], CancellationToken.None);

        var seeding = await Seed().PlantAsync(Network, CancellationToken.None);

        Assert.False(seeding.IsPlanted);
        Assert.Equal(77, (await Stock.ReadAsync(sku, CancellationToken.None)).Rows[levels[0].LocationId].Level.OnHand);
    }

    [Fact]
    public async Task PlantAsync_leaves_a_retailers_own_network_alone()
    {
        await new ConfigurationStore(_tables).PublishAsync(DemoProfiles.Plain, CancellationToken.None);

        var seeding = await Seed().PlantAsync(Network, CancellationToken.None);

        var stored = await new ConfigurationStore(_tables).GetAsync(CancellationToken.None);
        Assert.False(seeding.IsPlanted);
        Assert.Empty(stored.Locations);
        Assert.Equal(DemoProfiles.Plain.Name, Assert.Single(stored.Profiles).Name);
    }

    private static DomTables Tables(AzuriteFixture azurite)
    {
        var options = new TableClientOptions();
        options.AddPolicy(OneBatchAtATimePolicy.Shared, HttpPipelinePosition.PerRetry);
        return new DomTables(
            new TableServiceClient(azurite.ConnectionString, options), Options.Create(new DomOptions { TablePrefix = azurite.NewPrefix() }));
    }

    private DemoSeed Seed() => new(new ConfigurationStore(_tables), Stock);
}
