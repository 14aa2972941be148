using System.Text.Json;
using Dom.Core;
using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Orders;
using Dom.Core.Sourcing;
using Dom.Functions.Storage;
using Dom.Functions.Tests.TestKit;
using Dom.Tests;

namespace Dom.Functions.Tests.Storage;

[Collection(SharedAzurite.Name)]
public sealed class WaitingStoreTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static readonly Sku Sku = new("A/B");
    private static readonly WaitingOrder Order = new()
    {
        OrderId = new OrderId("W-1"),
        Since = A.Moment,
        Order = new() { Channel = "web" },
        Destination = new GeoPoint(39.5, -119.8),
        Lines = [new DemandLine { LineId = new LineId("1"), Sku = Sku, Quantity = 2, Mode = DeliveryMode.Ship, RefusedBy = [new LocationId("S1")] }],
    };

    private FunctionsBed _bed = null!;

    private WaitingStore Store => _bed.Get<WaitingStore>();

    public async Task InitializeAsync() => _bed = await FunctionsBed.StartAsync(azurite);

    public async Task DisposeAsync() => await _bed.DisposeAsync();

    [Fact]
    public async Task AddAsync_repeated_notes_once()
    {
        await Store.AddAsync(Sku, Order, CancellationToken.None);
        await Store.AddAsync(Sku, Order, CancellationToken.None);

        var note = Assert.Single(await Store.ListAsync(Sku, CancellationToken.None));
        Assert.Equal((Sku, JsonSerializer.Serialize(Order, DomJson.Options)), (note.Sku, JsonSerializer.Serialize(note.Order, DomJson.Options)));
        Assert.Equal(note.Tag, Assert.Single(await Store.ListAsync(CancellationToken.None)).Tag);
    }

    [Fact]
    public async Task RemoveAsync_repeated_changes_nothing()
    {
        await Store.AddAsync(Sku, Order, CancellationToken.None);
        var note = (await Store.ListAsync(Sku, CancellationToken.None))[0];

        await Store.RemoveAsync(note, CancellationToken.None);
        await Store.RemoveAsync(note, CancellationToken.None);

        Assert.Empty(await Store.ListAsync(Sku, CancellationToken.None));
    }

    [Fact]
    public async Task RemoveAsync_leaves_a_note_that_was_written_anew()
    {
        await Store.AddAsync(Sku, Order, CancellationToken.None);
        var note = (await Store.ListAsync(Sku, CancellationToken.None))[0];
        await Store.AddAsync(Sku, Order, CancellationToken.None);

        await Store.RemoveAsync(note, CancellationToken.None);

        Assert.Single(await Store.ListAsync(Sku, CancellationToken.None));
    }
}
