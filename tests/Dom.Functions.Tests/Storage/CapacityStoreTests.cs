using Dom.Core.Fulfillment;
using Dom.Core.Network;
using Dom.Core.Orders;
using Dom.Functions.Storage;
using Dom.Functions.Tests.TestKit;
using Dom.Tests;

namespace Dom.Functions.Tests.Storage;

[Collection(SharedAzurite.Name)]
public sealed class CapacityStoreTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static readonly DateOnly Day = new(2026, 11, 21);

    private FunctionsBed _bed = null!;

    private CapacityStore Store => _bed.Get<CapacityStore>();

    public async Task InitializeAsync() => _bed = await FunctionsBed.StartAsync(azurite);

    public async Task DisposeAsync() => await _bed.DisposeAsync();

    [Fact]
    public async Task ClaimAsync_repeated_takes_one_place()
    {
        Assert.True(await ClaimAsync(1, limit: 1));
        Assert.True(await ClaimAsync(1, limit: 1));

        Assert.Equal(1, await TakenAsync());
    }

    [Fact]
    public async Task ClaimAsync_of_many_at_once_takes_every_place_and_no_more()
    {
        var claimed = await Task.WhenAll(Enumerable.Range(1, 30).Select(number => ClaimAsync(number, limit: 7)));

        Assert.Equal(7, claimed.Count(isClaimed => isClaimed));
        Assert.Equal(7, await TakenAsync());
    }

    [Fact]
    public async Task ClaimAsync_counts_each_day_and_location_for_itself()
    {
        await ClaimAsync(1, limit: 1);

        Assert.True(await Store.ClaimAsync(Claim(2) with { Day = Day.AddDays(1) }, 1, CancellationToken.None));
        Assert.True(await Store.ClaimAsync(Claim(2) with { LocationId = new LocationId("S2") }, 1, CancellationToken.None));
        Assert.False(await ClaimAsync(2, limit: 1));
    }

    [Fact]
    public async Task ReleaseAsync_repeated_gives_one_place_back()
    {
        await ClaimAsync(1, limit: 2);
        await ClaimAsync(2, limit: 2);

        await Store.ReleaseAsync(Claim(1), CancellationToken.None);
        await Store.ReleaseAsync(Claim(1), CancellationToken.None);

        Assert.Equal(1, await TakenAsync());
        Assert.True(await ClaimAsync(3, limit: 2));
    }

    [Fact]
    public async Task ReleaseAsync_among_claims_stays_exact()
    {
        await Task.WhenAll(Enumerable.Range(1, 10).Select(number => ClaimAsync(number, limit: 10)));

        var releases = Enumerable.Range(1, 10).Select(number => Store.ReleaseAsync(Claim(number), CancellationToken.None));
        var claims = Enumerable.Range(11, 10).Select(number => ClaimAsync(number, limit: 10)).ToList();
        await Task.WhenAll(releases.Concat(claims));

        Assert.Equal(claims.Count(claim => claim.Result), await TakenAsync());
    }

    private static CapacityClaim Claim(int order) =>
        new(new LocationId("S1"), Day, ShipmentId.Of(new OrderId(FormattableString.Invariant($"W-{order}")), 1, 1));

    private Task<bool> ClaimAsync(int order, int limit) => Store.ClaimAsync(Claim(order), limit, CancellationToken.None);

    private async Task<int> TakenAsync() => (await Store.ReadAsync(Day, CancellationToken.None))[new LocationId("S1")];
}
