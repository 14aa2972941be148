using System.Text.Json;
using Dom.Core;
using Dom.Core.Fulfillment;
using Dom.Core.Orders;
using Dom.Functions.Tests.TestKit;
using Dom.Tests;
using Microsoft.DurableTask.Client;

namespace Dom.Functions.Tests.Fulfillment;

[Collection(SharedAzurite.Name)]
public sealed class OrderActivitiesCrashTests(AzuriteFixture azurite)
{
    [Fact]
    public Task SaveOrder_leaves_the_same_wherever_it_is_cut() => CrashRehearsal.RunAsync(
        azurite,
        _ => Task.FromResult(An.Order().WithLine("SKU-1", 2)),
        async (bed, order) => Text(await bed.SaveAsync(order)));

    [Fact]
    public Task SourceOrder_of_one_line_leaves_the_same_wherever_it_is_cut() => SourceAsync(
        An.Order().WithLine("SKU-1", 2),
        bed => bed.CountAsync("SKU-1", ("S1", 5), ("S2", 5)));

    [Fact]
    public Task SourceOrder_of_several_SKUs_leaves_the_same_wherever_it_is_cut() => SourceAsync(
        An.Order().WithLine("SKU-1", 2).WithLine("SKU-2", 1).WithLine("SKU-3", 3),
        async bed =>
        {
            await bed.CountAsync("SKU-1", ("S1", 5));
            await bed.CountAsync("SKU-2", ("S2", 5));
            await bed.CountAsync("SKU-3", ("S1", 5), ("S2", 5));
        });

    [Fact]
    public Task SourceOrder_within_a_capacity_leaves_the_same_wherever_it_is_cut() => SourceAsync(
        An.Order().WithLine("SKU-1", 2).WithLine("SKU-2", 1),
        async bed =>
        {
            await bed.CountAsync("SKU-1", ("S1", 5));
            await bed.CountAsync("SKU-2", ("S2", 5));
        },
        ordersPerDay: 3);

    [Fact]
    public Task SourceOrder_with_unassigned_lines_leaves_the_same_wherever_it_is_cut() => SourceAsync(
        An.Order().WithLine("SKU-1", 2).WithLine("SKU-2", 9).WithLine("SKU-3", 1),
        async bed =>
        {
            await bed.CountAsync("SKU-1", ("S1", 5));
            await bed.CountAsync("SKU-2", ("S1", 2), ("S2", 5));
        });

    [Fact]
    public async Task SourceOrder_finds_stock_that_came_between_its_decision_and_a_crash()
    {
        await using var bed = await FunctionsBed.StartAsync(azurite);
        await bed.ConfigureAsync(Network.Profile, Network.Store(1));
        var progress = await bed.SaveAsync(An.Order().WithLine("SKU-1", 2));
        bed.Crash.Before = name => name == "Waiting: write row" ? throw new ProcessEndedException() : Task.CompletedTask;
        await Assert.ThrowsAsync<ProcessEndedException>(() => bed.OrderSteps.SourceOrder(progress, bed.Durable.Object, CancellationToken.None));
        bed.Crash.Before = _ => Task.CompletedTask;
        await bed.CountAsync("SKU-1", ("S1", 5));

        var result = await bed.OrderSteps.SourceOrder(progress, bed.Durable.Object, CancellationToken.None);

        Assert.Single(result.Shipments);
        Assert.Equal((5, 2), await bed.StockAsync("SKU-1", "S1"));
    }

    [Fact]
    public Task RecordOrder_of_an_exception_leaves_the_same_wherever_it_is_cut() => CrashRehearsal.RunAsync(
        azurite,
        async bed =>
        {
            await bed.ConfigureAsync(Network.Profile with { Acceptance = new() { MaxRejects = 1 } }, Network.Store(1), Network.Store(2));
            await bed.CountAsync("SKU-1", ("S1", 5), ("S2", 5));
            var sourced = await bed.OfferAsync(An.Order().WithLine("SKU-1", 2));
            await bed.ActAsync(sourced.Offers[0], A.Command(ShipmentAction.Reject));
            var followed = await bed.FollowAsync(sourced.Offers[0]);
            return OrderFlow.Ended(sourced.Progress, followed.Result!);
        },
        RecordAsync);

    [Fact]
    public Task RecordOrder_of_an_end_leaves_the_same_wherever_it_is_cut() => CrashRehearsal.RunAsync(
        azurite,
        async bed => OrderFlow.Told(await bed.SaveAsync(An.Order().WithLine("SKU-1", 2).WithLine("SKU-2", 1)), new OrderSignal { Kind = OrderSignalKind.Cancel }),
        RecordAsync);

    private Task SourceAsync(Order order, Func<FunctionsBed, Task> count, int? ordersPerDay = null) => CrashRehearsal.RunAsync(
        azurite,
        async bed =>
        {
            await bed.ConfigureAsync(Network.Profile, Network.Store(1, ordersPerDay), Network.Store(2, ordersPerDay));
            await count(bed);
            bed.Durable.Knows(order.OrderId.Value, OrchestrationRuntimeStatus.Running);
            return await bed.SaveAsync(order);
        },
        async (bed, progress) => TableDump.Plain(Text(await bed.OrderSteps.SourceOrder(progress, bed.Durable.Object, CancellationToken.None))));

    private static async Task<string> RecordAsync(FunctionsBed bed, OrderProgress progress)
    {
        await bed.OrderSteps.RecordOrder(progress, CancellationToken.None);
        return "";
    }

    private static string Text<T>(T value) => JsonSerializer.Serialize(value, DomJson.Options);
}
