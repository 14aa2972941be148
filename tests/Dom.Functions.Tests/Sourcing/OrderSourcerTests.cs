using System.Globalization;
using Dom.Core.Fulfillment;
using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Orders;
using Dom.Core.Profiles.Rules;
using Dom.Core.Sourcing;
using Dom.Functions.Sourcing;
using Dom.Functions.Storage;
using Dom.Functions.Tests.TestKit;
using Dom.Tests;

namespace Dom.Functions.Tests.Sourcing;

[Collection(SharedAzurite.Name)]
public sealed class OrderSourcerTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private FunctionsBed _bed = null!;

    public async Task InitializeAsync()
    {
        _bed = await FunctionsBed.StartAsync(azurite);
        await _bed.ConfigureAsync(Network.Profile, Network.Store(1), Network.Store(2));
    }

    public async Task DisposeAsync() => await _bed.DisposeAsync();

    [Fact]
    public async Task SourceAsync_decides_anew_when_stock_goes_between_decision_and_hold()
    {
        await _bed.CountAsync("SKU-1", ("S1", 5), ("S2", 5));
        var progress = await _bed.SaveAsync(An.Order().WithLine("SKU-1", 4));
        TakeBeforeHold("SKU-1", "S1", 3, holds: 1);

        var result = await SourceAsync(progress);

        Assert.Equal("S2", Assert.Single(result.Shipments).LocationId.Value);
        Assert.Equal((5, 3), await _bed.StockAsync("SKU-1", "S1"));
        Assert.Equal((5, 4), await _bed.StockAsync("SKU-1", "S2"));
        Assert.Equal([0, 1], await RevisionsAsync());
    }

    [Fact]
    public async Task SourceAsync_writes_down_how_long_it_took_to_decide()
    {
        await _bed.CountAsync("SKU-1", ("S1", 5));
        var progress = await _bed.SaveAsync(An.Order().WithLine("SKU-1", 4));

        await SourceAsync(progress);

        var decision = Assert.Single(await _bed.Get<OrderStore>().DecisionsAsync(new OrderId("W-1001"), 1, CancellationToken.None));
        Assert.True(decision.Milliseconds > 0);
    }

    [Fact]
    public async Task SourceAsync_gives_back_what_it_held_before_another_SKU_went()
    {
        await _bed.CountAsync("SKU-1", ("S1", 5));
        await _bed.CountAsync("SKU-2", ("S1", 5), ("S2", 5));
        var progress = await _bed.SaveAsync(An.Order().WithLine("SKU-1", 2).WithLine("SKU-2", 4));
        TakeBeforeHold("SKU-2", "S1", 3, holds: 2);

        var result = await SourceAsync(progress);

        Assert.Equal(["S1", "S2"], result.Shipments.Select(shipment => shipment.LocationId.Value).Order());
        Assert.Equal((5, 2), await _bed.StockAsync("SKU-1", "S1"));
        Assert.Equal((5, 3), await _bed.StockAsync("SKU-2", "S1"));
        Assert.Equal((5, 4), await _bed.StockAsync("SKU-2", "S2"));
        Assert.Equal([0, 1], await RevisionsAsync());
    }

    [Fact]
    public async Task SourceAsync_holds_on_what_is_left_when_that_is_enough()
    {
        await _bed.CountAsync("SKU-1", ("S1", 5));
        var progress = await _bed.SaveAsync(An.Order().WithLine("SKU-1", 2));
        TakeBeforeHold("SKU-1", "S1", 3, holds: 1);

        await SourceAsync(progress);

        Assert.Equal((5, 5), await _bed.StockAsync("SKU-1", "S1"));
        Assert.Equal([0], await RevisionsAsync());
    }

    [Fact]
    public async Task SourceAsync_decides_anew_when_the_last_place_of_a_day_goes()
    {
        await using var bed = await FunctionsBed.StartAsync(azurite);
        await bed.ConfigureAsync(Network.Profile, Network.Store(1, ordersPerDay: 1), Network.Store(2));
        await bed.CountAsync("SKU-1", ("S1", 5), ("S2", 5));
        var progress = await bed.SaveAsync(An.Order().WithLine("SKU-1", 2));
        var other = new CapacityClaim(new LocationId("S1"), new DateOnly(2026, 11, 21), ShipmentId.Of(new OrderId("other"), 1, 1));
        BeforeHold(bed, holds: 1, () => bed.Get<CapacityStore>().ClaimAsync(other, DayLoad.OfOrders(1), new DayLimit(1, null, null), CancellationToken.None));

        var result = await bed.OrderSteps.SourceOrder(progress, bed.Durable.Object, CancellationToken.None);

        Assert.Equal("S2", Assert.Single(result.Shipments).LocationId.Value);
        Assert.Equal((5, 0), await bed.StockAsync("SKU-1", "S1"));
        Assert.Equal((5, 2), await bed.StockAsync("SKU-1", "S2"));
    }

    [Fact]
    public async Task SourceAsync_decides_anew_when_stock_comes_while_it_notes_that_there_is_none()
    {
        var progress = await _bed.SaveAsync(An.Order().WithLine("SKU-1", 2));
        var isDone = false;
        _bed.Crash.Before = async name =>
        {
            if (name == "Waiting: write row" && !isDone)
            {
                isDone = true;
                await _bed.CountAsync("SKU-1", ("S1", 5));
            }
        };

        var result = await SourceAsync(progress);

        Assert.Single(result.Shipments);
        Assert.Equal((5, 2), await _bed.StockAsync("SKU-1", "S1"));
    }

    [Fact]
    public async Task SourceAsync_keeps_what_another_run_decided_when_nothing_came_for_what_waits()
    {
        await _bed.CountAsync("SKU-1", ("S1", 5));
        var order = await StoredAsync(An.Order().WithLine("SKU-1", 2).WithLine("SKU-2", 1));
        var sourcer = _bed.Get<OrderSourcer>();

        var first = await sourcer.SourceAsync(order, CancellationToken.None);
        var second = await sourcer.SourceAsync(order, CancellationToken.None);

        Assert.Equal(first.Revision, second.Revision);
        Assert.Equal([0], await RevisionsAsync());
        Assert.Equal((5, 2), await _bed.StockAsync("SKU-1", "S1"));
    }

    [Fact]
    public async Task SourceAsync_decides_anew_when_stock_came_after_a_run_decided_and_before_it_noted_that_there_is_none()
    {
        await _bed.CountAsync("SKU-1", ("S1", 5));
        var order = await StoredAsync(An.Order().WithLine("SKU-1", 2).WithLine("SKU-2", 1));
        await using (var ended = _bed.Twin())
        {
            ended.Crash.Before = name => name == "Waiting: write row" ? throw new ProcessEndedException() : Task.CompletedTask;
            await Assert.ThrowsAsync<ProcessEndedException>(() => ended.Get<OrderSourcer>().SourceAsync(order, CancellationToken.None));
        }

        await _bed.CountAsync("SKU-2", ("S2", 1));
        var decision = await _bed.Get<OrderSourcer>().SourceAsync(order, CancellationToken.None);

        Assert.Empty(decision.Result.Unassigned);
        Assert.Equal((5, 2), await _bed.StockAsync("SKU-1", "S1"));
        Assert.Equal((1, 1), await _bed.StockAsync("SKU-2", "S2"));
        Assert.Equal([0, 1], await RevisionsAsync());
    }

    [Fact]
    public async Task SourceAsync_decides_anew_when_a_place_came_free_where_the_order_has_one_of_its_own()
    {
        await using var bed = await FunctionsBed.StartAsync(azurite);
        await bed.ConfigureAsync(Network.Profile, Network.Store(1, ordersPerDay: 1));
        await bed.CountAsync("SKU-1", ("S1", 5));
        var order = await StoredAsync(bed, An.Order().WithLine("SKU-1", 2).WithLine("SKU-2", 1));
        await bed.Get<OrderSourcer>().SourceAsync(order, CancellationToken.None);

        await bed.CountAsync("SKU-2", ("S1", 1));
        var decision = await bed.Get<OrderSourcer>().SourceAsync(order, CancellationToken.None);

        Assert.Empty(decision.Result.Unassigned);
        Assert.Equal((1, 1), await bed.StockAsync("SKU-2", "S1"));
    }

    [Fact]
    public async Task SourceAsync_gives_few_decisions_up_when_only_a_limit_of_the_whole_order_keeps_it_waiting()
    {
        await using var bed = await FunctionsBed.StartAsync(azurite);
        await bed.ConfigureAsync(Network.Profile with { Rules = [new PartialOrders { Id = "complete", Orders = false }] }, Network.Store(1));
        await bed.CountAsync("SKU-1", ("S1", 5));
        var order = await StoredAsync(bed, An.Order().WithLine("SKU-1", 2).WithLine("SKU-2", 1));

        var revisions = new List<int>();
        for (var run = 0; run < 10; run++)
        {
            revisions.Add((await bed.Get<OrderSourcer>().SourceAsync(order, CancellationToken.None)).Revision);
        }

        Assert.Equal([0, 1, 2, 3, 3, 3, 3, 3, 3, 3], revisions);
        Assert.Equal((5, 0), await bed.StockAsync("SKU-1", "S1"));
    }

    [Fact]
    public async Task SourceAsync_goes_on_after_a_hundred_decisions_that_were_given_up()
    {
        await _bed.CountAsync("SKU-1", ("S1", 5));
        var order = await StoredAsync(An.Order().WithLine("SKU-1", 2));
        var (sourcer, orders) = (_bed.Get<OrderSourcer>(), _bed.Get<OrderStore>());
        var given = await sourcer.SourceAsync(order, CancellationToken.None) with { Revision = 99 };
        await orders.AddDecisionAsync(order.Order.OrderId, given, CancellationToken.None);
        await orders.GiveUpAsync(order.Order.OrderId, given, CancellationToken.None);

        var decision = await sourcer.SourceAsync(order, CancellationToken.None);

        Assert.Equal(100, decision.Revision);
        Assert.Equal((5, 2), await _bed.StockAsync("SKU-1", "S1"));
    }

    [Fact]
    public async Task SourceAsync_holds_more_lines_of_one_SKU_than_a_transaction_takes()
    {
        await _bed.CountAsync("SKU-1", ("S1", 500));
        var order = Enumerable.Range(0, 130).Aggregate(An.Order(), (order, _) => order.WithLine("SKU-1", 1));
        var progress = await _bed.SaveAsync(order);

        var result = await SourceAsync(progress);

        Assert.Equal(130, Assert.Single(result.Shipments).Lines.Length);
        Assert.Equal((500, 130), await _bed.StockAsync("SKU-1", "S1"));
    }

    [Fact]
    public async Task SourceAsync_promises_the_last_units_to_as_many_orders_as_there_are_units_for()
    {
        await _bed.CountAsync("SKU-1", ("S1", 3), ("S2", 2));
        var orders = await Task.WhenAll(Enumerable.Range(1, 20).Select(number =>
            _bed.SaveAsync(An.Order(string.Create(CultureInfo.InvariantCulture, $"W-{number}")).WithLine("SKU-1", 1))));

        var results = await Task.WhenAll(orders.Select(SourceAsync));

        Assert.Equal(5, results.Count(result => result.Shipments.Length == 1));
        Assert.Equal(15, results.Count(result => result.Unassigned.Length == 1));
        Assert.Equal((3, 3), await _bed.StockAsync("SKU-1", "S1"));
        Assert.Equal((2, 2), await _bed.StockAsync("SKU-1", "S2"));
    }

    private Task<SourcingResult> SourceAsync(OrderProgress progress) => _bed.OrderSteps.SourceOrder(progress, _bed.Durable.Object, CancellationToken.None);

    private Task<StoredOrder> StoredAsync(Order order) => StoredAsync(_bed, order);

    private static async Task<StoredOrder> StoredAsync(FunctionsBed bed, Order order)
    {
        await bed.SaveAsync(order);
        return await bed.Get<OrderStore>().GetAsync(order.OrderId, CancellationToken.None);
    }

    /// <summary>Lets another process take units right before the order's own hold of a number. Within a process they would take turns.</summary>
    private void TakeBeforeHold(string sku, string location, int units, int holds) => BeforeHold(_bed, holds, () =>
    {
        var hold = new StockHold(new Sku(sku), new LocationId(location), ShipmentId.Of(new OrderId("other"), 1, 1), new LineId("1"), units);
        return new StockStore(_bed.Tables).HoldAsync(hold.Sku, null, [hold], 0, CancellationToken.None);
    });

    private static void BeforeHold(FunctionsBed bed, int holds, Func<Task<bool>> happens)
    {
        var left = holds;
        bed.Crash.Before = async name =>
        {
            if (name == "Stock: transaction" && --left == 0)
            {
                Assert.True(await happens());
            }
        };
    }

    private async Task<IEnumerable<int>> RevisionsAsync() =>
        (await _bed.Get<OrderStore>().DecisionsAsync(new OrderId("W-1001"), 1, CancellationToken.None)).Select(decision => decision.Revision);
}
