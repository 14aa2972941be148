using Dom.Core.Fulfillment;
using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Orders;
using Dom.Functions.Storage;
using Dom.Functions.Tests.TestKit;
using Dom.Tests;

namespace Dom.Functions.Tests.Storage;

[Collection(SharedAzurite.Name)]
public sealed class StockStoreTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static readonly Sku Sku = new("A/B #1 ~ 50%");

    private FunctionsBed _bed = null!;

    private StockStore Store => _bed.Get<StockStore>();

    public async Task InitializeAsync()
    {
        _bed = await FunctionsBed.StartAsync(azurite);
        await _bed.CountAsync(Sku.Value, ("S1", 5), ("S2", 2));
    }

    public async Task DisposeAsync() => await _bed.DisposeAsync();

    [Fact]
    public async Task ReadAsync_gives_the_stock_everywhere_and_no_holds()
    {
        await HoldAsync(Hold(1, 2));

        var snapshot = await Store.ReadAsync(Sku, CancellationToken.None);

        Assert.Equal([("S1", 5, 2), ("S2", 2, 0)], snapshot.Levels.Select(level => (level.LocationId.Value, level.OnHand, level.Held)).Order());
    }

    [Fact]
    public async Task ReadAsync_of_a_SKU_that_was_never_counted_is_empty()
    {
        var snapshot = await Store.ReadAsync(new Sku("A"), CancellationToken.None);

        Assert.Empty(snapshot.Rows);
    }

    [Fact]
    public async Task HoldAsync_repeated_holds_once()
    {
        Assert.True(await HoldAsync(Hold(1, 2)));
        Assert.True(await HoldAsync(Hold(1, 2)));

        Assert.Equal((5, 2), await LevelAsync());
    }

    [Fact]
    public async Task HoldAsync_holds_all_or_nothing()
    {
        var held = await HoldAsync(Hold(1, 2), Hold(2, 3) with { LocationId = new LocationId("S2") });

        Assert.False(held);
        Assert.Equal((5, 0), await LevelAsync());
    }

    [Theory]
    [InlineData(0, 5, true)]
    [InlineData(0, 6, false)]
    [InlineData(2, 3, true)]
    [InlineData(2, 4, false)]
    public async Task HoldAsync_keeps_the_floor(int floor, int quantity, bool expected)
    {
        var held = await Store.HoldAsync(Sku, null, [Hold(1, quantity)], floor, CancellationToken.None);

        Assert.Equal(expected, held);
    }

    [Fact]
    public async Task HoldAsync_looks_again_when_the_stock_changed_since_it_was_read()
    {
        var before = await Store.ReadAsync(Sku, CancellationToken.None);
        await HoldAsync(Hold(1, 2));

        var enough = await Store.HoldAsync(Sku, before, [Hold(2, 3)], 0, CancellationToken.None);
        var tooMany = await Store.HoldAsync(Sku, before, [Hold(3, 1)], 0, CancellationToken.None);

        Assert.True(enough);
        Assert.False(tooMany);
        Assert.Equal((5, 5), await LevelAsync());
    }

    [Fact]
    public async Task HoldAsync_of_forty_at_once_promises_each_unit_once()
    {
        var before = await Store.ReadAsync(Sku, CancellationToken.None);

        var held = await Task.WhenAll(Enumerable.Range(1, 40).Select(number =>
            Store.HoldAsync(Sku, before, [Hold(number, 1)], 0, CancellationToken.None)));

        Assert.Equal(5, held.Count(isHeld => isHeld));
        Assert.Equal((5, 5), await LevelAsync());
    }

    [Theory]
    [InlineData(StockEffect.None, 5, true)]
    [InlineData(StockEffect.Quantity, 2, false)]
    [InlineData(StockEffect.All, 1, false)]
    public async Task ReleaseAsync_repeated_gives_back_once(StockEffect effect, int onHand, bool isMore)
    {
        await HoldAsync(Hold(1, 3));
        await HoldAsync(Hold(2, 1));

        var first = await Store.ReleaseAsync(Hold(1, 0), effect, CancellationToken.None);
        var second = await Store.ReleaseAsync(Hold(1, 0), effect, CancellationToken.None);

        Assert.Equal((isMore, false), (first, second));
        Assert.Equal((onHand, 1), await LevelAsync());
    }

    [Fact]
    public async Task ReleaseAsync_of_a_part_keeps_the_rest_held()
    {
        await HoldAsync(Hold(1, 3));

        await Store.ReleaseAsync(Hold(1, 1), StockEffect.None, CancellationToken.None);
        await Store.ReleaseAsync(Hold(1, 1), StockEffect.None, CancellationToken.None);

        Assert.Equal((5, 1), await LevelAsync());
    }

    [Fact]
    public async Task FulfillAsync_repeated_takes_units_out_once()
    {
        await HoldAsync(Hold(1, 3));

        await Store.FulfillAsync(Hold(1, 0), CancellationToken.None);
        await Store.FulfillAsync(Hold(1, 0), CancellationToken.None);

        Assert.Equal((2, 0), await LevelAsync());
    }

    [Fact]
    public async Task FulfillAsync_of_many_at_once_loses_none()
    {
        await _bed.CountAsync(Sku.Value, ("S1", 20));
        await Task.WhenAll(Enumerable.Range(1, 20).Select(number => HoldAsync(Hold(number, 1))));

        await Task.WhenAll(Enumerable.Range(1, 20).Select(number => Store.FulfillAsync(Hold(number, 0), CancellationToken.None)));

        Assert.Equal((0, 0), await LevelAsync());
    }

    [Theory]
    [InlineData(4, true)]
    [InlineData(3, false)]
    [InlineData(1, false)]
    public async Task CountAsync_keeps_what_is_held(int onHand, bool isAny)
    {
        await HoldAsync(Hold(1, 3));

        var answer = await Store.CountAsync(Sku, [new StockCount(Sku, new LocationId("S1"), onHand)], CancellationToken.None);

        Assert.Equal(isAny ? "S1" : "", string.Concat(answer));
        Assert.Equal((onHand, 3), await LevelAsync());
    }

    [Fact]
    public async Task CountAsync_of_more_locations_than_a_transaction_takes_counts_all()
    {
        var counts = Enumerable.Range(1, 250).Select(number => new StockCount(Sku, Network.Store(number).LocationId, number)).ToList();

        await Store.CountAsync(Sku, counts, CancellationToken.None);

        var snapshot = await Store.ReadAsync(Sku, CancellationToken.None);
        Assert.Equal(250 * 251 / 2, snapshot.Levels.Sum(level => level.OnHand));
    }

    [Fact]
    public async Task CountAsync_among_holds_loses_neither()
    {
        var holds = Enumerable.Range(1, 10).Select(number => HoldAsync(Hold(number, 1)));
        var counts = Enumerable.Range(1, 10).Select(number => _bed.CountAsync(Sku.Value, ("S1", 100 + number)));

        await Task.WhenAll([.. holds, .. counts]);

        var (onHand, held) = await LevelAsync();
        Assert.InRange(onHand, 101, 110);
        Assert.InRange(held, 5, 10);
    }

    private static StockHold Hold(int order, int quantity) =>
        new(Sku, new LocationId("S1"), ShipmentId.Of(new OrderId(FormattableString.Invariant($"W-{order}")), 1, 1), new LineId("1"), quantity);

    private Task<bool> HoldAsync(params StockHold[] holds) => Store.HoldAsync(Sku, null, holds, 0, CancellationToken.None);

    private Task<(int OnHand, int Held)> LevelAsync() => _bed.StockAsync(Sku.Value, "S1");
}
