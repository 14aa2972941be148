using Dom.Core.Fulfillment;
using Dom.Core.Orders;
using Dom.Core.Profiles;
using Dom.Core.Profiles.Rules;
using Dom.Core.Sourcing;
using Dom.Functions.Sourcing;
using Dom.Functions.Storage;
using Dom.Functions.Tests.TestKit;
using Dom.Tests;

namespace Dom.Functions.Tests.Sourcing;

/// <summary>Which versions of profiles decide an order, at its first attempt and later.</summary>
[Collection(SharedAzurite.Name)]
public sealed class ProfilesOfOrdersTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static readonly Profile Near = Network.Profile with { ProfileId = new("near"), Alternate = new("far"), Rules = [new MaximumDistance { Id = "near", Km = 10 }] };
    private static readonly Profile Far = Network.Profile with { ProfileId = new("far"), IsOnlyAlternate = true };

    private FunctionsBed _bed = null!;

    public async Task InitializeAsync() => _bed = await FunctionsBed.StartAsync(azurite);

    public async Task DisposeAsync() => await _bed.DisposeAsync();

    [Fact]
    public async Task A_later_attempt_goes_by_the_version_that_began_the_order()
    {
        await _bed.ConfigureAsync(Network.Profile, Network.Store(1), Network.Store(2));
        await _bed.CountAsync("SKU-1", ("S1", 5), ("S2", 5));
        var progress = await OfferAsync(An.Order().WithLine("SKU-1", 1));
        await PublishAsync(Network.Profile with { Version = 2, Scope = new() { Channels = ["phone"] } });

        var again = await SourceAgainAsync(progress);

        Assert.Equal(1, Assert.Single(again.Shipments).ProfileVersion);
    }

    [Fact]
    public async Task A_version_that_takes_orders_over_decides_what_is_still_to_be_sourced()
    {
        await _bed.ConfigureAsync(Network.Profile, Network.Store(1), Network.Store(2));
        await _bed.CountAsync("SKU-1", ("S1", 5), ("S2", 5));
        var progress = await OfferAsync(An.Order().WithLine("SKU-1", 1));
        await PublishAsync(Network.Profile with { Version = 2, TakesOverOrders = true });
        await PublishAsync(Network.Profile with { Version = 3 });

        var again = await SourceAgainAsync(progress);

        Assert.Equal(2, Assert.Single(again.Shipments).ProfileVersion);
    }

    [Fact]
    public async Task A_line_that_found_nothing_yet_goes_by_the_version_in_force()
    {
        await _bed.ConfigureAsync(Network.Profile, Network.Store(1));
        await _bed.CountAsync("SKU-1", ("S1", 0));
        var progress = await OfferAsync(An.Order().WithLine("SKU-1", 1));
        await PublishAsync(Network.Profile with { Version = 2 });
        await _bed.CountAsync("SKU-1", ("S1", 5));

        var again = await SourceAgainAsync(progress);

        Assert.Equal(2, Assert.Single(again.Shipments).ProfileVersion);
    }

    [Fact]
    public async Task What_a_profile_finds_nothing_for_goes_to_its_alternate()
    {
        await _bed.ConfigureAsync(Near, Network.Store(1), Network.Store(90));
        await PublishAsync(Far);
        await _bed.CountAsync("SKU-1", ("S1", 5), ("S90", 5));
        await _bed.CountAsync("SKU-2", ("S90", 5));
        await _bed.SaveAsync(An.Order().WithLine("SKU-1", 1).WithLine("SKU-2", 1));

        var decision = await DecideAsync();

        Assert.Equal(["near", "far"], decision.Parts.Select(part => part.ProfileId.Value));
        Assert.Equal("2", Assert.Single(decision.Parts[0].Unassigned).LineId.Value);
        Assert.Equal(["near S1", "far S90"], decision.Result.Shipments.Select(shipment => $"{shipment.ProfileId} {shipment.LocationId}"));
        Assert.Empty(decision.Result.Unassigned);
    }

    [Fact]
    public async Task What_the_alternate_finds_nothing_for_either_waits_with_its_reason()
    {
        await _bed.ConfigureAsync(Near, Network.Store(1));
        await PublishAsync(Far with { Alternate = new("near") });
        await _bed.CountAsync("SKU-1", ("S1", 0));
        await _bed.SaveAsync(An.Order().WithLine("SKU-1", 1));

        var decision = await DecideAsync();

        Assert.Equal(["near", "far"], decision.Parts.Select(part => part.ProfileId.Value));
        Assert.Equal(UnassignedReason.NoStock, Assert.Single(decision.Result.Unassigned).Reason);
    }

    [Fact]
    public async Task Who_waits_is_woken_by_what_only_the_alternate_allows()
    {
        await _bed.ConfigureAsync(Near, Network.Store(1), Network.Store(90));
        await PublishAsync(Far);
        await _bed.CountAsync("SKU-1", ("S1", 0), ("S90", 0));
        await OfferAsync(An.Order().WithLine("SKU-1", 1));
        await _bed.CountAsync("SKU-1", ("S90", 5));

        var note = Assert.Single(await _bed.Get<WaitingStore>().ListAsync(CancellationToken.None));
        var supply = await _bed.Get<SupplyReader>().ReadAsync([new("SKU-1")], CancellationToken.None);

        Assert.Equal("S90", Assert.Single(supply.For(null).For(note.Order)).LocationId.Value);
    }

    private async Task<OrderProgress> OfferAsync(Order order) => (await _bed.OfferAsync(order)).Progress;

    private async Task PublishAsync(Profile profile) => Assert.True(await _bed.Get<ConfigurationStore>().PublishAsync(profile, CancellationToken.None));

    private async Task<StoredDecision> DecideAsync() => await _bed.Get<OrderSourcer>().SourceAsync((await _bed.Get<OrderStore>().FindAsync(new OrderId("W-1001"), CancellationToken.None))!, CancellationToken.None);

    /// <summary>Sources the order again, all of it, as after a refusal.</summary>
    private async Task<SourcingResult> SourceAgainAsync(OrderProgress progress)
    {
        var order = (await _bed.Get<OrderStore>().FindAsync(progress.OrderId, CancellationToken.None))!;
        var open = progress with { Lines = [.. progress.Lines.Select(line => line with { ToSource = line.Quantity, InFulfillment = 0, Exception = null })] };
        return (await _bed.Get<OrderSourcer>().SourceAsync(order with { Progress = open }, CancellationToken.None)).Result;
    }
}
