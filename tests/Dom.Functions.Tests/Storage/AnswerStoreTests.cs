using Dom.Core.Fulfillment;
using Dom.Core.Network;
using Dom.Core.Orders;
using Dom.Core.Sourcing;
using Dom.Functions.Storage;
using Dom.Functions.Tests.TestKit;
using Dom.Tests;

namespace Dom.Functions.Tests.Storage;

[Collection(SharedAzurite.Name)]
public sealed class AnswerStoreTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private FunctionsBed _bed = null!;

    private AnswerStore Store => _bed.Get<AnswerStore>();

    public async Task InitializeAsync() => _bed = await FunctionsBed.StartAsync(azurite);

    public async Task DisposeAsync() => await _bed.DisposeAsync();

    [Fact]
    public async Task ReadAsync_sums_what_locations_answered()
    {
        await Store.RecordAsync(Shipment(1, "S1").After(ShipmentAction.Accept), 0, CancellationToken.None);
        await Store.RecordAsync(Shipment(2, "S1").After(ShipmentAction.Reject), 0, CancellationToken.None);
        await Store.RecordAsync(Shipment(3, "S2").After(ShipmentAction.Expire), 0, CancellationToken.None);
        await Store.RecordAsync(Shipment(4, "S3"), 0, CancellationToken.None);

        var answers = await Store.ReadAsync(CancellationToken.None);

        Assert.Equal(
            [("S1", new AnswerHistory(4, 2)), ("S2", new AnswerHistory(2, 2))],
            answers.Select(item => (Location: item.Key.Value, item.Value)).OrderBy(item => item.Location, StringComparer.Ordinal));
    }

    [Fact]
    public async Task RecordAsync_repeated_counts_once_also_in_another_process()
    {
        await using var twin = _bed.Twin();
        var shipment = Shipment(1, "S1").After(ShipmentAction.Accept);
        var shortOfOne = shipment.After(A.Command(ShipmentAction.Pick, ("1", 0)) with { Reason = "notFound" });

        await Store.RecordAsync(shipment, 1, CancellationToken.None);
        await Store.RecordAsync(shipment, 1, CancellationToken.None);
        await twin.Get<AnswerStore>().RecordAsync(shortOfOne, 1, CancellationToken.None);
        await Store.RecordAsync(shortOfOne, 1, CancellationToken.None);

        Assert.Equal(new AnswerHistory(2, 1), (await Store.ReadAsync(CancellationToken.None))[new LocationId("S1")]);
    }

    [Fact]
    public async Task RecordAsync_of_many_at_once_in_two_processes_loses_none()
    {
        await using var twin = _bed.Twin();
        var stores = new[] { Store, twin.Get<AnswerStore>() };

        await Task.WhenAll(Enumerable.Range(1, 30).Select(number =>
            stores[number % 2].RecordAsync(Shipment(number, "S1").After(ShipmentAction.Reject), 0, CancellationToken.None)));

        Assert.Equal(new AnswerHistory(60, 60), (await Store.ReadAsync(CancellationToken.None))[new LocationId("S1")]);
    }

    [Fact]
    public async Task RecordAsync_takes_one_operation_where_nobody_else_counted_there()
    {
        await Store.RecordAsync(Shipment(1, "S1").After(ShipmentAction.Accept), 0, CancellationToken.None);
        _bed.Crash.Clear();

        await Store.RecordAsync(Shipment(2, "S1").After(ShipmentAction.Accept), 0, CancellationToken.None);

        Assert.Equal(["Answers: transaction"], _bed.Crash.Done);
    }

    [Fact]
    public async Task ReadAsync_reads_again_after_five_minutes()
    {
        Assert.Empty(await Store.ReadAsync(CancellationToken.None));
        await Store.RecordAsync(Shipment(1, "S1").After(ShipmentAction.Accept), 0, CancellationToken.None);

        _bed.Clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromTicks(1));
        var before = await Store.ReadAsync(CancellationToken.None);
        _bed.Clock.Advance(TimeSpan.FromTicks(1));
        var after = await Store.ReadAsync(CancellationToken.None);

        Assert.Empty(before);
        Assert.Single(after);
    }

    [Fact]
    public async Task ReadAsync_remembers_three_months_and_no_refusal_of_what_it_forgot()
    {
        // A.Moment is in November: answered in August, short of one in September.
        var august = A.Moment.AddMonths(-3);
        var shipment = Shipment(1, "S1").After(A.Command(ShipmentAction.Accept) with { At = august });
        await Store.RecordAsync(
            shipment.After(A.Command(ShipmentAction.Pick, ("1", 0)) with { Reason = "notFound", At = august.AddMonths(1) }), 0, CancellationToken.None);
        await Store.RecordAsync(Shipment(2, "S2").After(A.Command(ShipmentAction.Reject) with { At = august.AddMonths(1) }), 0, CancellationToken.None);

        var answers = await Store.ReadAsync(CancellationToken.None);

        Assert.Equal(default, answers.GetValueOrDefault(new LocationId("S1")));
        Assert.Equal(new AnswerHistory(2, 2), answers[new LocationId("S2")]);
    }

    private static Shipment Shipment(int number, string location) => A.Shipment(("1", 2), ("2", 1)) with
    {
        ShipmentId = ShipmentId.Of(new OrderId("W-1001"), 1, number),
        LocationId = new LocationId(location),
    };
}
