using Dom.Core.Fulfillment;
using Dom.Core.Network;
using Dom.Core.Orders;
using Dom.Core.Sourcing;
using Dom.Functions.Storage;
using Dom.Functions.Tests.TestKit;
using Dom.Tests;

namespace Dom.Functions.Tests.Storage;

[Collection(SharedAzurite.Name)]
public sealed class CapacityStoreTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static readonly DateOnly Day = new(2026, 11, 21);
    private static readonly DayLoad An = new(1, 2, 5);

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

        Assert.True(await Store.ClaimAsync(Claim(2) with { Day = Day.AddDays(1) }, An, Orders(1), CancellationToken.None));
        Assert.True(await Store.ClaimAsync(Claim(2) with { LocationId = new LocationId("S2") }, An, Orders(1), CancellationToken.None));
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

    [Theory]
    [InlineData(null, 4, null, 2)]
    [InlineData(null, 5, null, 2)]
    [InlineData(null, null, 14, 2)]
    [InlineData(3, 100, 15, 3)]
    [InlineData(null, null, 0, 0)]
    public async Task ClaimAsync_of_many_at_once_keeps_to_lines_and_units(int? orders, int? lines, int? units, int most)
    {
        var limit = new DayLimit(orders, lines, units);

        var claimed = await Task.WhenAll(Enumerable.Range(1, 8).Select(number => Store.ClaimAsync(Claim(number), An, limit, CancellationToken.None)));

        Assert.Equal(most, claimed.Count(isClaimed => isClaimed));
    }

    [Fact]
    public async Task ReleaseAsync_gives_back_what_the_claim_took_and_no_more()
    {
        var limit = new DayLimit(9, 9, 9);
        await Store.ClaimAsync(Claim(1), new DayLoad(1, 3, 4), limit, CancellationToken.None);
        await Store.ClaimAsync(Claim(2), new DayLoad(0, 1, 2), limit, CancellationToken.None);

        await Store.ReleaseAsync(Claim(1), CancellationToken.None);

        Assert.Equal(new DayLoad(0, 1, 2), (await Store.ReadAsync(Day, CancellationToken.None))[new LocationId("S1")]);
    }

    private static CapacityClaim Claim(int order) =>
        new(new LocationId("S1"), Day, ShipmentId.Of(new OrderId(FormattableString.Invariant($"W-{order}")), 1, 1));

    private Task<bool> ClaimAsync(int order, int limit) => Store.ClaimAsync(Claim(order), An, Orders(limit), CancellationToken.None);

    private async Task<int> TakenAsync() => (await Store.ReadAsync(Day, CancellationToken.None))[new LocationId("S1")].Orders;

    private static DayLimit Orders(int limit) => new(limit, null, null);
}
