using System.Text.Json;
using Dom.Core;
using Dom.Core.Fulfillment;
using Dom.Core.Network;
using Dom.Core.Orders;
using Dom.Core.Profiles;
using Dom.Functions.Fulfillment;
using Dom.Functions.Storage;
using Dom.Functions.Tests.TestKit;
using Dom.Tests;

namespace Dom.Functions.Tests.Fulfillment;

[Collection(SharedAzurite.Name)]
public sealed class ShipmentActivitiesCrashTests(AzuriteFixture azurite)
{
    [Fact]
    public Task OfferShipment_leaves_the_same_wherever_it_is_cut() => CrashRehearsal.RunAsync(
        azurite,
        async bed =>
        {
            await PrepareAsync(bed);
            return (await bed.OrderSteps.SourceOrder(await bed.SaveAsync(Order), bed.Durable.Object, CancellationToken.None)).Shipments[0];
        },
        async (bed, plan) => Text(await bed.ShipmentSteps.OfferShipment(plan, CancellationToken.None)));

    [Fact]
    public async Task OfferShipment_leaves_an_answer_that_came_before_its_repeat_to_be_settled()
    {
        await using var bed = await FunctionsBed.StartAsync(azurite);
        await PrepareAsync(bed);
        var sourced = await bed.OfferAsync(Order);
        await bed.ActAsync(sourced.Offers[0], A.Command(ShipmentAction.Reject));

        var repeated = await bed.ShipmentSteps.OfferShipment(sourced.Result.Shipments[0], CancellationToken.None);
        var followed = await bed.FollowAsync(repeated);

        Assert.Null(repeated.Result);
        Assert.Equal(ShipmentState.Rejected, followed.Result?.State);
        Assert.Equal((5, 0), await bed.StockAsync("SKU-1", "S1"));
        Assert.Equal(0, await PlacesTakenAsync(bed));
    }

    [Fact]
    public Task FollowShipment_that_expires_leaves_the_same_wherever_it_is_cut() =>
        FollowAsync((_, _) => Task.CompletedTask, isDue: true);

    [Fact]
    public Task FollowShipment_that_is_withdrawn_leaves_the_same_wherever_it_is_cut() =>
        FollowAsync((_, _) => Task.CompletedTask, isWithdrawn: true);

    [Theory]
    [InlineData("closed")]
    [InlineData("damaged")]
    [InlineData("notFound")]
    public Task FollowShipment_that_is_rejected_leaves_the_same_wherever_it_is_cut(string reason) =>
        FollowAsync((bed, offer) => bed.ActAsync(offer, A.Command(ShipmentAction.Reject) with { Reason = reason }));

    [Fact]
    public Task FollowShipment_that_is_accepted_in_part_leaves_the_same_wherever_it_is_cut() =>
        FollowAsync((bed, offer) => bed.ActAsync(offer, A.Command(ShipmentAction.Accept, ("1", 1), ("2", 3))));

    [Fact]
    public Task FollowShipment_that_comes_up_short_leaves_the_same_wherever_it_is_cut() => FollowAsync(async (bed, offer) =>
    {
        await bed.ActAsync(offer, A.Command(ShipmentAction.Accept));
        await bed.ActAsync(offer, A.Command(ShipmentAction.Pick, ("1", 0), ("2", 2)) with { Reason = "notFound" });
    });

    [Fact]
    public Task FollowShipment_that_is_shipped_leaves_the_same_wherever_it_is_cut() => FollowAsync(async (bed, offer) =>
    {
        await bed.ActAsync(offer, A.Command(ShipmentAction.Accept, ("1", 1), ("2", 3)));
        await bed.ActAsync(offer, A.Command(ShipmentAction.Ship) with { Tracking = "1Z" });
    });

    [Fact]
    public Task FollowShipment_that_cools_off_by_itself_leaves_the_same_wherever_it_is_cut() => FollowAsync(
        (bed, offer) => bed.ActAsync(offer, A.Command(ShipmentAction.Reject) with { Reason = "closed" }),
        policy: new() { ReasonsWithoutCoolingOff = ["closed"] });

    [Fact]
    public Task FollowShipment_that_warns_leaves_the_same_wherever_it_is_cut() =>
        FollowAsync((_, _) => Task.CompletedTask, isDue: true, policy: new() { WarnBefore = TimeSpan.FromMinutes(30) });

    [Fact]
    public Task FollowShipment_that_takes_back_leaves_the_same_wherever_it_is_cut() =>
        FollowAsync((_, _) => Task.CompletedTask, missing: "SKU-1");

    [Fact]
    public Task OfferShipment_that_accepts_itself_leaves_the_same_wherever_it_is_cut() => CrashRehearsal.RunAsync(
        azurite,
        async bed =>
        {
            await PrepareAsync(bed, new() { AutoAccept = [new OfferScope { Mode = DeliveryMode.Ship }] });
            return (await bed.OrderSteps.SourceOrder(await bed.SaveAsync(Order), bed.Durable.Object, CancellationToken.None)).Shipments[0];
        },
        async (bed, plan) => Text(await bed.ShipmentSteps.OfferShipment(plan, CancellationToken.None)));

    [Fact]
    public async Task FollowShipment_wakes_who_waits_also_when_an_earlier_run_released_and_ended()
    {
        await using var bed = await FunctionsBed.StartAsync(azurite);
        await PrepareAsync(bed);
        var sourced = await bed.OfferAsync(Order);
        await bed.ActAsync(sourced.Offers[0], A.Command(ShipmentAction.Reject));
        await bed.OrderSteps.SourceOrder(await bed.SaveAsync(An.Order("W-2").WithLine("SKU-1", 5)), bed.Durable.Object, CancellationToken.None);
        bed.Crash.Before = name => name == "Waiting: query" ? throw new ProcessEndedException() : Task.CompletedTask;
        await Assert.ThrowsAsync<ProcessEndedException>(() => bed.FollowAsync(sourced.Offers[0]));
        bed.Crash.Before = _ => Task.CompletedTask;

        await bed.FollowAsync(sourced.Offers[0]);

        Assert.Equal(OrderSignalKind.Wake, Assert.IsType<OrderSignal>(Assert.Single(bed.Durable.Raised("W-2"))).Kind);
    }

    private static Order Order => An.Order().WithLine("SKU-1", 2).WithLine("SKU-2", 3);

    private static async Task PrepareAsync(FunctionsBed bed, AcceptancePolicy? policy = null)
    {
        await bed.ConfigureAsync(Network.Profile with { Acceptance = policy ?? new() }, Network.Store(1, ordersPerDay: 3));
        await bed.CountAsync("SKU-1", ("S1", 5));
        await bed.CountAsync("SKU-2", ("S1", 7));
    }

    private Task FollowAsync(
        Func<FunctionsBed, ShipmentProgress, Task> act,
        bool isDue = false,
        bool isWithdrawn = false,
        string? missing = null,
        AcceptancePolicy? policy = null) => CrashRehearsal.RunAsync(
        azurite,
        async bed =>
        {
            await PrepareAsync(bed, policy);
            var offer = (await bed.OfferAsync(Order)).Offers[0];
            await act(bed, offer);
            return offer;
        },
        async (bed, offer) => Text(await bed.FollowAsync(offer, isDue, isWithdrawn, [.. missing is null ? [] : new[] { missing }])));

    private static async Task<int> PlacesTakenAsync(FunctionsBed bed) =>
        (await bed.Get<CapacityStore>().ReadAsync(DateOnly.FromDateTime(A.Moment.UtcDateTime), CancellationToken.None)).Values.Sum(load => load.Orders);

    private static string Text<T>(T value) => JsonSerializer.Serialize(value, DomJson.Options);
}
