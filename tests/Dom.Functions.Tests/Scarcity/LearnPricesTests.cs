using System.Text.Json;
using Azure.Data.Tables;
using Dom.Core;
using Dom.Core.Inventory;
using Dom.Core.Orders;
using Dom.Core.Sourcing;
using Dom.Core.Sourcing.Scarcity;
using Dom.Functions.Fulfillment;
using Dom.Functions.Scarcity;
using Dom.Functions.Storage;
using Dom.Functions.Tests.TestKit;
using Dom.LocalHost.Durable;
using Dom.Tests;
using Microsoft.DurableTask.Client;

namespace Dom.Functions.Tests.Scarcity;

[Collection(SharedAzurite.Name)]
public sealed class LearnPricesTests(AzuriteFixture azurite) : IAsyncLifetime
{
    // S1 has four units for eight orders that all prefer it; S99 lies some 80 km farther, at about 40 minor units more, and has plenty.
    private static readonly LearningRun Tonight = new("20261121T230000Z", A.Moment.AddHours(13), A.Moment.AddHours(-11));

    private FunctionsBed _bed = null!;
    private DurableBed _durable = null!;

    public async Task InitializeAsync()
    {
        _bed = await FunctionsBed.StartAsync(azurite, (nameof(DomOptions.LearnPricesFewestOrders), "8"));
        _durable = await DurableBed.StartAsync(Activities(twice: false), _bed.Clock);
        await _bed.ConfigureAsync(Network.Profile, Network.Store(1), Network.Store(99));
        await _bed.CountAsync("SKU/1", ("S1", 4), ("S99", 50));
        await _bed.CountAsync("SKU-2", ("S1", 50), ("S99", 50));
    }

    public async Task DisposeAsync()
    {
        await _durable.DisposeAsync();
        await _bed.DisposeAsync();
    }

    [Fact]
    public async Task RunAsync_publishes_prices_that_the_next_decision_charges()
    {
        await OrdersAsync(8);

        var report = await LearnAsync(Tonight);

        Assert.Equal((8, true, 1, 0), (report.Orders, report.IsLearned, report.Skus, report.DriftPerMille));
        var candidate = (await DecideAsync("W-9")).Lines.Single().Candidates.Single(candidate => candidate.LocationId.Value == "S1");
        var term = Assert.Single(candidate.Cost!.Terms, term => term.Name == CostTerm.Scarcity);
        Assert.InRange(term.MinorUnits, 20, 60);
        Assert.Contains(Tonight.Version, term.Sentence!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_makes_no_prices_from_too_few_orders()
    {
        await OrdersAsync(7);

        var report = await LearnAsync(Tonight);

        Assert.Equal((7, false), (report.Orders, report.IsLearned));
        Assert.Null((await _bed.Get<ConfigurationStore>().GetAsync(CancellationToken.None)).Scarcity);
    }

    [Fact]
    public async Task RunAsync_heeds_only_orders_of_its_window()
    {
        await OrdersAsync(8);

        var report = await LearnAsync(Tonight with { From = A.Moment.AddHours(1) });

        Assert.Equal((0, false), (report.Orders, report.IsLearned));
    }

    [Fact]
    public async Task RunAsync_keeps_the_last_versions_and_drops_all_others()
    {
        await OrdersAsync(8);
        string[] nights = ["20261119T230000Z", "20261120T230000Z", "20261121T230000Z"];

        foreach (var night in nights)
        {
            await LearnAsync(Tonight with { Version = night });
        }

        Assert.Equal(nights[1..], (await RowsAsync(_bed.Tables.Scarcity)).Select(row => row.Partition).Where(key => key != "versions").Distinct());
        Assert.Equal(nights[1..].Select(night => "at|~price|" + night), (await RowsAsync(_bed.Tables.Stock)).Select(row => row.Row).Where(key => key.Contains("price", StringComparison.Ordinal)));
        Assert.DoesNotContain(await RowsAsync(_bed.Tables.Scarcity), row => row.Row.StartsWith("Demand", StringComparison.Ordinal) || row.Row.StartsWith("Stock", StringComparison.Ordinal));
    }

    [Fact]
    public async Task RunAsync_leaves_the_same_behind_when_every_step_runs_twice()
    {
        await OrdersAsync(8);
        await LearnAsync(Tonight);
        var once = await TextAsync();

        await using var again = await DurableBed.StartAsync(Activities(twice: true), _bed.Clock);
        var report = await LearnAsync(Tonight, again);

        Assert.True(report.IsLearned);
        Assert.Equal(once, await TextAsync());
    }

    [Fact]
    public async Task RunAsync_measures_how_far_demand_drifted()
    {
        await OrdersAsync(8);
        await LearnAsync(Tonight with { Version = "20261120T230000Z" });
        for (var number = 0; number < 40; number++)
        {
            await _bed.SaveAsync(An.Order($"V-{number}").WithLine("SKU-2", 5));
        }

        var report = await LearnAsync(Tonight);

        Assert.InRange(report.DriftPerMille, 500, 1000);
    }

    [Fact]
    public async Task RunAsync_learns_each_day_by_itself_and_takes_the_mean()
    {
        await OrdersAsync(8);
        await LearnAsync(Tonight);
        var ofOneDay = await PricesAsync(Tonight.Version);
        await OrdersAsync(8, "SKU-2", A.Moment.AddDays(-1));

        var report = await LearnAsync(Tonight with { Version = "20261122T230000Z", From = Tonight.At.AddDays(-2), Days = 2 });

        Assert.Equal((16, 2, 1000), (report.Orders, report.Days, report.DriftPerMille));
        Assert.Equal(ofOneDay.Select(price => price with { Thousandths = (price.Thousandths + 1) / 2 }), await PricesAsync("20261122T230000Z"));
    }

    [Fact]
    public async Task RunAsync_leaves_out_days_of_too_few_orders()
    {
        await OrdersAsync(8);
        await OrdersAsync(7, "SKU-2", A.Moment.AddDays(-1));

        var report = await LearnAsync(Tonight with { From = Tonight.At.AddDays(-3), Days = 3 });

        Assert.Equal((15, 1, true, 0), (report.Orders, report.Days, report.IsLearned, report.DriftPerMille));
    }

    [Fact]
    public async Task RunAsync_publishes_what_is_at_stake_and_when_orders_come()
    {
        await OrdersAsync(8);

        await LearnAsync(Tonight);

        var version = (await _bed.Get<ConfigurationStore>().GetAsync(CancellationToken.None)).Scarcity!;
        Assert.InRange(version.StakeThousandths, 500_000 / 4, 700_000 / 4);
        Assert.Equal(8, version.OrdersByHour[A.Moment.UtcDateTime.Hour]);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(24 * 3600, 0)]
    [InlineData((24 * 3600) + 1, 1)]
    [InlineData(48 * 3600, 1)]
    [InlineData(60 * 3600, 1)]
    public void DayOf_counts_days_back_from_the_beginning_of_the_learning(int secondsBefore, int expected) =>
        Assert.Equal(expected, (Tonight with { From = Tonight.At.AddDays(-2), Days = 2 }).DayOf(Tonight.At.AddSeconds(-secondsBefore)));

    private async Task OrdersAsync(int count, string sku = "SKU/1", DateTimeOffset? at = null)
    {
        for (var number = 1; number <= count; number++)
        {
            var order = An.Order($"W-{sku[^1]}-{number}").WithLine(sku, 1);
            await _bed.OrderSteps.SaveOrder(new ReceivedOrder(order, "fingerprint", at ?? A.Moment), CancellationToken.None);
        }
    }

    private async Task<LocationPrice[]> PricesAsync(string version) =>
        [.. (await _bed.Get<StockStore>().ReadAsync(new Sku("SKU/1"), CancellationToken.None)).Prices.Single(prices => prices.Version == version).Units];

    private async Task<SourcingDecision> DecideAsync(string orderId)
    {
        var progress = await _bed.SaveAsync(An.Order(orderId).WithLine("SKU/1", 1));
        await _bed.OrderSteps.SourceOrder(progress, _bed.Durable.Object, CancellationToken.None);
        return (await _bed.Get<OrderStore>().DecisionsAsync(new OrderId(orderId), 1, CancellationToken.None)).Single().Parts.Single();
    }

    private async Task<LearningReport> LearnAsync(LearningRun run, DurableBed? durable = null)
    {
        var client = (durable ?? _durable).Client;
        var id = await client.ScheduleNewOrchestrationInstanceAsync(nameof(LearnPrices), run);
        var ended = await client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true).WaitAsync(TimeSpan.FromSeconds(60));
        return ended.RuntimeStatus == OrchestrationRuntimeStatus.Completed
            ? JsonSerializer.Deserialize<LearningReport>(ended.SerializedOutput!, DomJson.Options)!
            : throw new InvalidOperationException($"{id} is {ended.RuntimeStatus}: {ended.FailureDetails}");
    }

    private async Task<string> TextAsync()
    {
        var prices = (await _bed.Get<StockStore>().ReadAsync(new Sku("SKU/1"), CancellationToken.None)).Prices;
        var published = (await _bed.Get<ConfigurationStore>().GetAsync(CancellationToken.None)).Scarcity! with { NetworkVersion = "" };
        var rows = (await RowsAsync(_bed.Tables.Scarcity)).Select(row => $"{row.Partition} {row.Row}");
        return string.Join("\n", rows.Prepend(JsonSerializer.Serialize(prices, DomJson.Options)).Prepend(JsonSerializer.Serialize(published, DomJson.Options)));
    }

    private static async Task<List<(string Partition, string Row)>> RowsAsync(TableClient table)
    {
        var rows = new List<(string, string)>();
        await foreach (var row in table.QueryAsync<TableEntity>(""))
        {
            rows.Add((row.PartitionKey, row.RowKey));
        }

        return rows;
    }

    private DurableRegistry Activities(bool twice)
    {
        var steps = _bed.Functions<LearningActivities>();
        return new DurableRegistry()
            .AddActivity(nameof(LearningActivities.GatherDemand), Step<DemandProgress>(async input => await steps.GatherDemand(input, CancellationToken.None)))
            .AddActivity(nameof(LearningActivities.ListSkus), Step<DemandProgress>(async input => await steps.ListSkus(input, CancellationToken.None)))
            .AddActivity(nameof(LearningActivities.GatherStock), Step<PartRange>(input => Done(steps.GatherStock(input, CancellationToken.None))))
            .AddActivity(nameof(LearningActivities.SolveDay), Step<LearningDay>(input => Done(steps.SolveDay(input, CancellationToken.None))))
            .AddActivity(nameof(LearningActivities.AveragePrices), Step<LearningPlan>(async input => await steps.AveragePrices(input, CancellationToken.None)))
            .AddActivity(nameof(LearningActivities.WritePrices), Step<PartRange>(input => Done(steps.WritePrices(input, CancellationToken.None))))
            .AddActivity(nameof(LearningActivities.PublishPrices), Step<LearningRun>(input => Done(steps.PublishPrices(input, CancellationToken.None))))
            .AddActivity(nameof(LearningActivities.DropOldPrices), Step<LearningRun>(input => Done(steps.DropOldPrices(input, CancellationToken.None))));

        Func<ActivityCall, CancellationToken, Task<object?>> Step<TInput>(Func<TInput, Task<object?>> step) => async (call, _) =>
        {
            var input = JsonSerializer.Deserialize<TInput>(call.Input!, DomJson.Options)!;
            var first = await step(input);
            return twice ? await step(input) : first;
        };

        static async Task<object?> Done(Task step)
        {
            await step;
            return null;
        }
    }
}
