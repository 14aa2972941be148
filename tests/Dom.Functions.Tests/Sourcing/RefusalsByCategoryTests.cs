using Dom.Core.Catalogue;
using Dom.Core.Fulfillment;
using Dom.Core.Inventory;
using Dom.Core.Profiles.Costs;
using Dom.Core.Sourcing;
using Dom.Functions.Storage;
using Dom.Functions.Tests.TestKit;
using Dom.Tests;

namespace Dom.Functions.Tests.Sourcing;

/// <summary>From a location's answers to what the next order is charged for asking it: real steps and tables.</summary>
[Collection(SharedAzurite.Name)]
public sealed class RefusalsByCategoryTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private FunctionsBed _bed = null!;

    public async Task InitializeAsync() => _bed = await FunctionsBed.StartAsync(azurite);

    public async Task DisposeAsync() => await _bed.DisposeAsync();

    [Fact]
    public async Task A_store_that_refuses_toys_and_no_books_is_charged_for_toys()
    {
        await _bed.ConfigureAsync(
            Network.Profile with { Costs = Network.Profile.Costs with { Refusal = new RefusalCost { LineMinorUnits = 1000, PriorPerMille = 0, PriorOffers = 1 } } },
            Network.Store(1));
        foreach (var (sku, category) in new[] { ("TRAIN", "toys/trains"), ("DOLL", "toys"), ("NOVEL", "books"), ("THING", null) })
        {
            await _bed.CountAsync(sku, ("S1", 99));
            await _bed.Get<StockStore>().PutProductAsync(
                new Product { Sku = new Sku(sku), Category = category is null ? null : new CategoryPath(category) }, CancellationToken.None);
        }

        for (var number = 1; number <= 4; number++)
        {
            await AnswerAsync($"T-{number}", "TRAIN", ShipmentAction.Reject);
            await AnswerAsync($"B-{number}", "NOVEL", ShipmentAction.Accept);
        }

        _bed.Clock.Advance(TimeSpan.FromMinutes(5));

        // As a whole it refused 4 of 8 lines, its kind too: (4 + (4 + 0) / 9) / 9 = 49.4 %; of toys (4 + 0.494) / 5, of books (0 + 0.494) / 5.
        Assert.Equal(899, await ChargedAsync("X-1", "DOLL"));
        Assert.Equal(99, await ChargedAsync("X-2", "NOVEL"));
        Assert.Equal(494, await ChargedAsync("X-3", "THING"));
    }

    private async Task AnswerAsync(string orderId, string sku, ShipmentAction action)
    {
        var offer = Assert.Single((await _bed.OfferAsync(An.Order(orderId).WithLine(sku, 1))).Offers);
        await _bed.ActAsync(offer, A.Command(action) with { Reason = action == ShipmentAction.Reject ? "noCapacity" : null });
        await _bed.FollowAsync(offer);
        await _bed.FollowAsync(offer);
    }

    private async Task<long> ChargedAsync(string orderId, string sku)
    {
        await _bed.OfferAsync(An.Order(orderId).WithLine(sku, 1));
        var decision = Assert.Single(await _bed.Get<OrderStore>().DecisionsAsync(new(orderId), 1, CancellationToken.None));
        return Assert.Single(decision.Parts).Cost.Terms.Where(term => term.Name == CostTerm.Refusal).Sum(term => term.MinorUnits);
    }
}
