using System.Text.Json;
using Dom.Core;
using Dom.Core.Fulfillment;
using Dom.Functions.Fulfillment;
using Dom.Functions.Storage;
using Dom.Functions.Tests.Fulfillment;
using Dom.Functions.Tests.TestKit;
using Dom.Tests;

namespace Dom.Functions.Tests.Waves;

[Collection(SharedAzurite.Name)]
public sealed class RecallActivitiesTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task RecallOffers_recalls_nothing_where_a_location_has_answered_one()
    {
        await using var bed = await FunctionsBed.StartAsync(azurite);
        var offers = await OfferAsync(bed);
        await bed.ActAsync(offers[1], A.Command(ShipmentAction.Accept));

        var recalled = await RecallAsync(bed, offers);

        Assert.Equal("[]", recalled);
        Assert.Equal(["Offered", "Accepted"], await StatesAsync(bed, offers));
        Assert.Empty(bed.Durable.Raised(offers[0].ShipmentId.Value));
    }

    [Fact]
    public async Task RecallOffers_goes_on_with_what_an_earlier_run_began_without_what_was_answered_since()
    {
        await using var bed = await FunctionsBed.StartAsync(azurite);
        var offers = await OfferAsync(bed);
        await bed.ActAsync(offers[0], A.Command(ShipmentAction.Recall));
        await bed.ActAsync(offers[1], A.Command(ShipmentAction.Accept));

        var recalled = await RecallAsync(bed, offers);

        Assert.Equal("""["W-1001~1.1"]""", recalled);
        Assert.Equal(new ShipmentSignal(), Assert.Single(bed.Durable.Raised("W-1001~1.1")));
        Assert.Equal(["Withdrawn", "Accepted"], await StatesAsync(bed, offers));
    }

    [Fact]
    public Task RecallOffers_leaves_the_same_wherever_it_is_cut() => CrashRehearsal.RunAsync(azurite, OfferAsync, RecallAsync);

    private static async Task<IReadOnlyList<ShipmentProgress>> OfferAsync(FunctionsBed bed)
    {
        await bed.ConfigureAsync(Network.Profile, Network.Store(1), Network.Store(2));
        await bed.CountAsync("SKU-1", ("S1", 5));
        await bed.CountAsync("SKU-2", ("S2", 5));
        return (await bed.OfferAsync(An.Order().WithLine("SKU-1", 2).WithLine("SKU-2", 1))).Offers;
    }

    private static async Task<string> RecallAsync(FunctionsBed bed, IReadOnlyList<ShipmentProgress> offers)
    {
        var open = offers.Select(offer => new OpenShipment { ShipmentId = offer.ShipmentId, LocationId = offer.LocationId, MaxRejects = 5 });
        var recalled = await bed.Get<RecallActivities>().RecallOffers(new RecallOffersInput([.. open]), bed.Durable.Object, CancellationToken.None);
        return JsonSerializer.Serialize(recalled, DomJson.Options);
    }

    private static async Task<IEnumerable<string>> StatesAsync(FunctionsBed bed, IReadOnlyList<ShipmentProgress> offers)
    {
        var found = await Task.WhenAll(offers.Select(offer => bed.Get<ShipmentStore>().FindAsync(offer.LocationId, offer.ShipmentId, CancellationToken.None)));
        return found.Select(shipment => shipment!.State.ToString());
    }
}
