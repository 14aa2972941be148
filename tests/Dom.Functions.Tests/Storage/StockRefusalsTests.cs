using Dom.Core.Fulfillment;
using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Orders;
using Dom.Core.Sourcing;
using Dom.Functions.Storage;
using Dom.Functions.Tests.TestKit;
using Dom.Tests;

namespace Dom.Functions.Tests.Storage;

[Collection(SharedAzurite.Name)]
public sealed class StockRefusalsTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static readonly Sku Sku = new("A/B #1 ~ 50%");

    private FunctionsBed _bed = null!;

    private StockStore Store => _bed.Get<StockStore>();

    public async Task InitializeAsync()
    {
        _bed = await FunctionsBed.StartAsync(azurite);
        await _bed.CountAsync(Sku.Value, ("S1", 200), ("S2", 2));
    }

    public async Task DisposeAsync() => await _bed.DisposeAsync();

    [Fact]
    public async Task ReleaseAsync_notes_a_refusal_that_is_read_with_the_stock()
    {
        await RefuseAsync(1, A.Moment);
        await RefuseAsync(2, A.Moment.AddMinutes(5));
        _bed.Crash.Clear();

        var snapshot = await Store.ReadAsync(Sku, CancellationToken.None);

        Assert.Equal([new RecentRefusals(Sku, new LocationId("S1"), 2, A.Moment.AddMinutes(5))], snapshot.RecentRefusals(A.Moment.AddHours(1)).AsEnumerable());
        Assert.Equal([("S1", 200, 0), ("S2", 2, 0)], snapshot.Levels.Select(level => (level.LocationId.Value, level.OnHand, level.Held)).Order());
        Assert.Single(_bed.Crash.Done);
    }

    [Fact]
    public async Task ReleaseAsync_repeated_notes_once_and_two_lines_of_a_shipment_are_one_refusal()
    {
        var refusal = new SkuRefusal(Hold(1).ShipmentId, 1, A.Moment);
        var other = Hold(1) with { LineId = new LineId("2") };
        await Store.HoldAsync(Sku, null, [Hold(1), other], 0, CancellationToken.None);

        foreach (var hold in new[] { Hold(1), Hold(1), other })
        {
            await Store.ReleaseAsync(hold with { Quantity = 0 }, StockEffect.None, refusal, CancellationToken.None);
        }

        var snapshot = await Store.ReadAsync(Sku, CancellationToken.None);
        Assert.Equal(1, Assert.Single(snapshot.RecentRefusals(A.Moment)).Count);
        Assert.Equal((200, 0), await _bed.StockAsync(Sku.Value, "S1"));
    }

    [Fact]
    public async Task ReleaseAsync_without_a_refusal_notes_none()
    {
        await Store.HoldAsync(Sku, null, [Hold(1)], 0, CancellationToken.None);

        await Store.ReleaseAsync(Hold(1) with { Quantity = 0 }, StockEffect.None, CancellationToken.None);

        Assert.Empty((await Store.ReadAsync(Sku, CancellationToken.None)).Refused);
    }

    [Fact]
    public async Task ReleaseAsync_remembers_the_newest_refusals_of_ninety_days()
    {
        await RefuseAsync(1, A.Moment.AddDays(-91));
        await RefuseAsync(2, A.Moment.AddDays(-89));
        var before = (await Store.ReadAsync(Sku, CancellationToken.None)).RecentRefusals(A.Moment);
        for (var number = 3; number < 60; number++)
        {
            await RefuseAsync(number, A.Moment.AddMinutes(number));
        }

        var after = (await Store.ReadAsync(Sku, CancellationToken.None)).RecentRefusals(A.Moment.AddHours(1));

        Assert.Equal((1, A.Moment.AddDays(-89)), (Assert.Single(before).Count, before[0].LastAt));
        Assert.Equal((StockStore.MostRefusals, A.Moment.AddMinutes(59)), (Assert.Single(after).Count, after[0].LastAt));
    }

    [Fact]
    public async Task ReleaseAsync_of_many_at_once_notes_every_one()
    {
        await Store.HoldAsync(Sku, null, [.. Enumerable.Range(1, 20).Select(Hold)], 0, CancellationToken.None);

        await Task.WhenAll(Enumerable.Range(1, 20).Select(number => Store.ReleaseAsync(
            Hold(number) with { Quantity = 0 }, StockEffect.Quantity, new SkuRefusal(Hold(number).ShipmentId, 1, A.Moment), CancellationToken.None)));

        Assert.Equal(20, Assert.Single((await Store.ReadAsync(Sku, CancellationToken.None)).RecentRefusals(A.Moment)).Count);
        Assert.Equal((180, 0), await _bed.StockAsync(Sku.Value, "S1"));
    }

    private async Task RefuseAsync(int number, DateTimeOffset at)
    {
        await Store.HoldAsync(Sku, null, [Hold(number)], 0, CancellationToken.None);
        await Store.ReleaseAsync(Hold(number) with { Quantity = 0 }, StockEffect.None, new SkuRefusal(Hold(number).ShipmentId, 1, at), CancellationToken.None);
    }

    private static StockHold Hold(int order) =>
        new(Sku, new LocationId("S1"), ShipmentId.Of(new OrderId(FormattableString.Invariant($"W-{order}")), 1, 1), new LineId("1"), 1);
}
