using Dom.Core.Inventory;
using Dom.Core.Orders;
using Dom.Functions.Storage;
using Dom.Functions.Tests.TestKit;
using Dom.Tests;

namespace Dom.Functions.Tests.Storage;

[Collection(SharedAzurite.Name)]
public sealed class WaitingStoreTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static readonly Sku Sku = new("A/B");
    private static readonly OrderId Order = new("W-1");

    private FunctionsBed _bed = null!;

    private WaitingStore Store => _bed.Get<WaitingStore>();

    public async Task InitializeAsync() => _bed = await FunctionsBed.StartAsync(azurite);

    public async Task DisposeAsync() => await _bed.DisposeAsync();

    [Fact]
    public async Task AddAsync_repeated_notes_once()
    {
        await Store.AddAsync(Sku, Order, CancellationToken.None);
        await Store.AddAsync(Sku, Order, CancellationToken.None);

        Assert.Equal(Order, Assert.Single(await Store.ListAsync(Sku, CancellationToken.None)).OrderId);
    }

    [Fact]
    public async Task RemoveAsync_repeated_changes_nothing()
    {
        await Store.AddAsync(Sku, Order, CancellationToken.None);
        var tag = (await Store.ListAsync(Sku, CancellationToken.None))[0].Tag;

        await Store.RemoveAsync(Sku, Order, tag, CancellationToken.None);
        await Store.RemoveAsync(Sku, Order, tag, CancellationToken.None);

        Assert.Empty(await Store.ListAsync(Sku, CancellationToken.None));
    }

    [Fact]
    public async Task RemoveAsync_leaves_a_note_that_was_written_anew()
    {
        await Store.AddAsync(Sku, Order, CancellationToken.None);
        var tag = (await Store.ListAsync(Sku, CancellationToken.None))[0].Tag;
        await Store.AddAsync(Sku, Order, CancellationToken.None);

        await Store.RemoveAsync(Sku, Order, tag, CancellationToken.None);

        Assert.Single(await Store.ListAsync(Sku, CancellationToken.None));
    }
}
