using System.Globalization;
using Dom.Core.Fulfillment;
using Dom.Core.Orders;
using Dom.Functions.Events;
using Dom.Functions.Storage;
using Dom.Functions.Tests.TestKit;
using Dom.Tests;

namespace Dom.Functions.Tests.Storage;

[Collection(SharedAzurite.Name)]
public sealed class OrderStoreTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static readonly OrderId Id = new("W-1001");

    private FunctionsBed _bed = null!;

    private OrderStore Store => _bed.Get<OrderStore>();

    public async Task InitializeAsync() => _bed = await FunctionsBed.StartAsync(azurite);

    public async Task DisposeAsync() => await _bed.DisposeAsync();

    [Fact]
    public async Task AddAsync_leaves_an_order_that_is_there_as_it_is()
    {
        await _bed.SaveAsync(An.Order().WithLine("SKU-1", 1));

        var progress = await _bed.SaveAsync(An.Order().WithLine("SKU-1", 2));

        Assert.Equal(1, progress.Line("1").Quantity);
    }

    [Fact]
    public async Task GetAsync_names_an_order_that_is_not_there()
    {
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => Store.GetAsync(Id, CancellationToken.None));

        Assert.Contains("W-1001", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddDecisionAsync_takes_each_attempt_and_revision_once()
    {
        Assert.True(await Store.AddDecisionAsync(Id, Decision(1, 0), CancellationToken.None));
        Assert.False(await Store.AddDecisionAsync(Id, Decision(1, 0), CancellationToken.None));
        Assert.True(await Store.AddDecisionAsync(Id, Decision(1, 1), CancellationToken.None));
        Assert.True(await Store.AddDecisionAsync(Id, Decision(10, 0), CancellationToken.None));

        var all = await Store.DecisionsAsync(Id, null, CancellationToken.None);
        var first = await Store.DecisionsAsync(Id, 1, CancellationToken.None);
        Assert.Equal([(1, 0), (1, 1), (10, 0)], all.Select(decision => (decision.Attempt, decision.Revision)));
        Assert.Equal([0, 1], first.Select(decision => decision.Revision));
    }

    [Fact]
    public async Task SaveAsync_and_AddTimelineAsync_take_more_rows_than_a_transaction_does()
    {
        await _bed.SaveAsync(An.Order().WithLine("SKU-1", 1));
        var order = await Store.GetAsync(Id, CancellationToken.None);

        await Store.SaveAsync(order, Entries("a", 230), [], CancellationToken.None);
        await Store.AddTimelineAsync(Entries("b", 230), CancellationToken.None);

        Assert.Equal(461, (await Store.TimelineAsync(Id, CancellationToken.None)).Length);
    }

    [Fact]
    public async Task TimelineAsync_is_in_the_order_of_time()
    {
        await Store.AddTimelineAsync([Entry("b", 2), Entry("c", 1), Entry("a", 2)], CancellationToken.None);

        var timeline = await Store.TimelineAsync(Id, CancellationToken.None);

        Assert.Equal(["c", "a", "b"], timeline.Select(entry => entry.Id));
    }

    private static List<TimelineEntry> Entries(string mark, int count) =>
        [.. Enumerable.Range(0, count).Select(number => Entry(string.Create(CultureInfo.InvariantCulture, $"{mark}{number}"), number))];

    private static TimelineEntry Entry(string id, int second) =>
        new() { Id = id, OrderId = Id, Type = "dom.order.sourced", At = A.Moment.AddSeconds(second) };

    private static StoredDecision Decision(int attempt, int revision) => new()
    {
        Attempt = attempt,
        Revision = revision,
        At = A.Moment,
        Parts = [],
        Result = new SourcingResult { Attempt = attempt, Shipments = [], Unassigned = [] },
    };
}
