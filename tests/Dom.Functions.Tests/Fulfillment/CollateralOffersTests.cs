using Dom.Core.Fulfillment;
using Dom.Functions.Fulfillment;
using Dom.Functions.Tests.TestKit;
using Dom.Tests;

namespace Dom.Functions.Tests.Fulfillment;

/// <summary>Which other offers are told that their location has none of a SKU.</summary>
[Collection(SharedAzurite.Name)]
public sealed class CollateralOffersTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private FunctionsBed _bed = null!;
    private ShipmentProgress _refused = null!;

    public async Task InitializeAsync()
    {
        _bed = await FunctionsBed.StartAsync(azurite);
        await _bed.ConfigureAsync(Network.Profile, Network.Store(1));
        await _bed.CountAsync("SKU-1", ("S1", 20));
        await _bed.CountAsync("SKU-2", ("S1", 20));
        _refused = await OfferAsync("W-1", "SKU-1");
    }

    public async Task DisposeAsync() => await _bed.DisposeAsync();

    [Fact]
    public async Task TakeBackAsync_tells_the_offers_of_the_SKU_that_were_made_before()
    {
        await OfferAsync("W-2", "SKU-1", "SKU-2");
        await OfferAsync("W-3", "SKU-2");
        await _bed.ActAsync(await OfferAsync("W-4", "SKU-1"), A.Command(ShipmentAction.Accept));
        await RejectAsync("notFound");
        _bed.Clock.Advance(TimeSpan.FromMinutes(10));
        await OfferAsync("W-5", "SKU-1");

        await _bed.FollowAsync(_refused);

        Assert.Equal(["SKU-1"], Told("W-2"));
        Assert.All(["W-1", "W-3", "W-4", "W-5"], order => Assert.Empty(_bed.Durable.Raised(order + "~1.1")));
    }

    [Theory]
    [InlineData("damaged")]
    [InlineData("closed")]
    public async Task TakeBackAsync_tells_nobody_where_the_reason_leaves_stock(string reason)
    {
        await OfferAsync("W-2", "SKU-1");
        await RejectAsync(reason);
        _bed.Crash.Clear();

        await _bed.FollowAsync(_refused);

        Assert.Empty(_bed.Durable.Raised("W-2~1.1"));
        Assert.DoesNotContain("Shipments: query", _bed.Crash.Done);
    }

    [Fact]
    public async Task TakeBackAsync_tells_also_when_an_earlier_run_settled_and_ended()
    {
        await OfferAsync("W-2", "SKU-1");
        await RejectAsync("notFound");
        _bed.Crash.Before = name => name == "Shipments: query" ? throw new ProcessEndedException() : Task.CompletedTask;
        await Assert.ThrowsAsync<ProcessEndedException>(() => _bed.FollowAsync(_refused));
        _bed.Crash.Before = _ => Task.CompletedTask;

        await _bed.FollowAsync(_refused);

        Assert.Equal(["SKU-1"], Told("W-2"));
    }

    [Fact]
    public async Task A_location_that_accepts_in_the_same_moment_keeps_what_it_accepted()
    {
        var other = await OfferAsync("W-2", "SKU-1");
        await RejectAsync("notFound");
        await _bed.FollowAsync(_refused);

        await _bed.ActAsync(other, A.Command(ShipmentAction.Accept));
        var followed = await _bed.FollowAsync(other, missing: "SKU-1");

        Assert.Equal((ShipmentState.Accepted, 0), (followed.State, followed.Returns.Length));
        Assert.Equal((1, 1), await _bed.StockAsync("SKU-1", "S1"));
    }

    [Fact]
    public async Task What_is_taken_back_takes_its_own_units_and_no_more_from_what_was_counted_since()
    {
        var other = await OfferAsync("W-2", "SKU-1");
        await RejectAsync("notFound");
        await _bed.FollowAsync(_refused);
        await _bed.CountAsync("SKU-1", ("S1", 8));

        await _bed.FollowAsync(other, missing: "SKU-1");
        await _bed.FollowAsync(other, missing: "SKU-1");

        Assert.Equal((7, 0), await _bed.StockAsync("SKU-1", "S1"));
    }

    private async Task<ShipmentProgress> OfferAsync(string orderId, params string[] skus) =>
        (await _bed.OfferAsync(skus.Aggregate(An.Order(orderId), (order, sku) => order.WithLine(sku, 1)))).Offers[0];

    private Task<Shipment> RejectAsync(string reason) => _bed.ActAsync(_refused, A.Command(ShipmentAction.Reject) with { Reason = reason });

    private IEnumerable<string> Told(string orderId) =>
        Assert.IsType<ShipmentSignal>(Assert.Single(_bed.Durable.Raised(orderId + "~1.1"))).MissingSkus.Select(sku => sku.Value);
}
