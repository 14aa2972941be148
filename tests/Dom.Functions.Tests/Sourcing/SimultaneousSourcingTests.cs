using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;
using Dom.Core;
using Dom.Core.Fulfillment;
using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Orders;
using Dom.Functions.Storage;
using Dom.Functions.Tests.TestKit;
using Dom.Tests;

namespace Dom.Functions.Tests.Sourcing;

/// <summary>The step runs twice at the same time, in two processes, for the same order.</summary>
[Collection(SharedAzurite.Name)]
public sealed class SimultaneousSourcingTests(AzuriteFixture azurite)
{
    private const string Hold = "Stock: transaction";

    private static readonly StockHold Thief = new(new Sku("SKU-2"), new LocationId("S1"), ShipmentId.Of(new OrderId("other"), 1, 1), new LineId("1"), 3);

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task SourceOrder_twice_at_once_holds_one_decision_wherever_the_runs_are_interleaved(bool isContested, bool isPartlyWaiting)
    {
        var stops = await PlacesToStopAsync(isPartlyWaiting);
        for (var stop = 0; stop < stops.Count; stop++)
        {
            // Both runs stop before the same operation; then the other goes on to where the next one stops.
            await InterleaveAsync(stops[stop], stops[stop], isContested, isPartlyWaiting);
            await InterleaveAsync(stops[stop], stops[(stop + 1) % stops.Count], isContested, isPartlyWaiting);
        }
    }

    /// <summary>Where a run that nothing disturbs does something for the first time, and where it holds: each kind of operation is met.</summary>
    private async Task<IReadOnlyList<int>> PlacesToStopAsync(bool isPartlyWaiting)
    {
        await using var bed = await FunctionsBed.StartAsync(azurite);
        await using var one = bed.Twin();
        await one.OrderSteps.SourceOrder(await BeginAsync(bed, isPartlyWaiting), one.Durable.Object, CancellationToken.None);

        var done = one.Crash.Done;
        return [.. Enumerable.Range(0, done.Count).Where(index => done[index] == Hold || !done.Take(index).Contains(done[index]))];
    }

    private static async Task<OrderProgress> BeginAsync(FunctionsBed bed, bool isPartlyWaiting)
    {
        await bed.ConfigureAsync(Network.Profile, Network.Store(1, ordersPerDay: 3), Network.Store(2));
        await bed.CountAsync("SKU-1", ("S1", 5), ("S2", 5));
        await bed.CountAsync("SKU-2", ("S1", 5), ("S2", 5));
        var order = An.Order().WithLine("SKU-1", 4).WithLine("SKU-2", 4);
        return await bed.SaveAsync(isPartlyWaiting ? order.WithLine("SKU-3", 1) : order);
    }

    /// <summary>One run goes up to an operation; the other up to one of its own; then the first goes to its end, and the other after it.</summary>
    private async Task InterleaveAsync(int first, int second, bool isContested, bool isPartlyWaiting)
    {
        await using var bed = await FunctionsBed.StartAsync(azurite);
        await using var one = bed.Twin();
        await using var other = bed.Twin();
        var progress = await BeginAsync(bed, isPartlyWaiting);
        var pause = new Pause(other, second);
        Task<SourcingResult>? running = null;
        var (done, holds) = (0, 0);
        one.Crash.Before = async name =>
        {
            if (isContested && name == Hold && ++holds == 2)
            {
                // Units go just before they are held, so that the decision is given up.
                await bed.Get<StockStore>().HoldAsync(Thief.Sku, null, [Thief], 0, CancellationToken.None);
            }

            if (done++ == first)
            {
                running = other.OrderSteps.SourceOrder(progress, other.Durable.Object, CancellationToken.None);
                await Task.WhenAny(pause.Reached, running);
            }
        };

        var result = await one.OrderSteps.SourceOrder(progress, one.Durable.Object, CancellationToken.None);
        await bed.Get<StockStore>().ReleaseAsync(Thief with { Quantity = 0 }, StockEffect.None, CancellationToken.None);
        pause.End();
        running ??= other.OrderSteps.SourceOrder(progress, other.Durable.Object, CancellationToken.None);

        var where = $"interleaved at operations {first} and {second}";
        Equal(Text(result), Text(await running), $"the two answers, {where}");
        Equal(Held(result), await HeldAsync(bed), $"what is held, {where}");
        var decisions = await bed.Get<OrderStore>().DecisionsAsync(progress.OrderId, 1, CancellationToken.None);
        Assert.True(isContested || decisions.Length == 1, $"{decisions.Length} decisions, {where}: nothing was the matter with the first.");
        Assert.Equal(result.Shipments.Any(shipment => shipment.CapacityDay is not null) ? 1 : 0, await PlacesAsync(bed));
    }

    private static string Held(SourcingResult result) => string.Join("\n", result.Shipments
        .SelectMany(shipment => shipment.Lines.Select(line => $"{line.Sku} at {shipment.LocationId}: {shipment.ShipmentId} {line.Quantity}"))
        .Order(StringComparer.Ordinal));

    private static async Task<string> HeldAsync(FunctionsBed bed)
    {
        var (holds, levels) = (new List<string>(), new Dictionary<string, int>());
        await foreach (var row in bed.Tables.Stock.QueryAsync<TableEntity>(""))
        {
            if (row.RowKey.StartsWith("hold|", StringComparison.Ordinal))
            {
                holds.Add($"{row.PartitionKey} at {row.GetString("LocationId")}: {row.RowKey.Split('|')[1]} {row.GetInt32("Quantity")}");
            }
            else
            {
                levels[$"{row.PartitionKey} at {row.RowKey[3..]}"] = row.GetInt32("Held")!.Value;
            }
        }

        Assert.All(levels, level => Assert.Equal(holds.Where(hold => hold.StartsWith(level.Key, StringComparison.Ordinal)).Sum(hold => int.Parse(hold.Split(' ')[^1], CultureInfo.InvariantCulture)), level.Value));
        return string.Join("\n", holds.Order(StringComparer.Ordinal));
    }

    private static async Task<int> PlacesAsync(FunctionsBed bed)
    {
        var (claims, counted) = (0, 0);
        await foreach (var row in bed.Tables.Capacity.QueryAsync<TableEntity>(""))
        {
            (claims, counted) = row.RowKey.StartsWith("claim|", StringComparison.Ordinal) ? (claims + 1, counted) : (claims, counted + row.GetInt32("Orders")!.Value);
        }

        Assert.Equal(claims, counted);
        return claims;
    }

    private static void Equal(string expected, string actual, string what) =>
        Assert.True(expected == actual, $"Not the same: {what}.\nExpected:\n{expected}\nActual:\n{actual}");

    private static string Text(SourcingResult result) => JsonSerializer.Serialize(result, DomJson.Options);

    /// <summary>Stops a process before one of its operations.</summary>
    private sealed class Pause
    {
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _done;

        public Pause(FunctionsBed bed, int operation) => bed.Crash.Before = async _ =>
        {
            if (Interlocked.Increment(ref _done) - 1 == operation)
            {
                _reached.TrySetResult();
                await _end.Task;
            }
        };

        public Task Reached => _reached.Task;

        public void End() => _end.TrySetResult();
    }
}
