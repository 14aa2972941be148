using System.Collections.Immutable;
using Dom.Core.Catalogue;
using Dom.Core.Fulfillment;
using Dom.Core.Inventory;
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
    private static readonly Product Toy = new() { Sku = new("SKU-1"), Category = new("toys/trains") };
    private static readonly Product Book = new() { Sku = new("SKU-2"), Category = new("books") };

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

        var answers = (await Store.ReadAsync(CancellationToken.None)).ByLocation;

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

        Assert.Equal(new AnswerHistory(2, 1), (await Store.ReadAsync(CancellationToken.None)).ByLocation[new LocationId("S1")]);
    }

    [Fact]
    public async Task RecordAsync_of_many_at_once_in_two_processes_loses_none()
    {
        await using var twin = _bed.Twin();
        var stores = new[] { Store, twin.Get<AnswerStore>() };

        await Task.WhenAll(Enumerable.Range(1, 30).Select(number =>
            stores[number % 2].RecordAsync(Shipment(number, "S1").After(ShipmentAction.Reject), 0, CancellationToken.None)));

        Assert.Equal(new AnswerHistory(60, 60), (await Store.ReadAsync(CancellationToken.None)).ByLocation[new LocationId("S1")]);
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
        Assert.Empty((await Store.ReadAsync(CancellationToken.None)).ByLocation);
        await Store.RecordAsync(Shipment(1, "S1").After(ShipmentAction.Accept), 0, CancellationToken.None);

        _bed.Clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromTicks(1));
        var before = (await Store.ReadAsync(CancellationToken.None)).ByLocation;
        _bed.Clock.Advance(TimeSpan.FromTicks(1));
        var after = (await Store.ReadAsync(CancellationToken.None)).ByLocation;

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

        var answers = (await Store.ReadAsync(CancellationToken.None)).ByLocation;

        Assert.Equal(default, answers.GetValueOrDefault(new LocationId("S1")));
        Assert.Equal(new AnswerHistory(2, 2), answers[new LocationId("S2")]);
    }

    [Fact]
    public async Task RecordAsync_counts_categories_with_the_same_operation_and_repeats_once()
    {
        await using var twin = _bed.Twin();
        await Store.RecordAsync(OfToysAndBooks(1).After(ShipmentAction.Accept, ("2", 1)), 0, CancellationToken.None);
        _bed.Crash.Clear();
        var second = OfToysAndBooks(2).After(ShipmentAction.Reject, ("1", 2)).After(ShipmentAction.Accept);

        await Store.RecordAsync(second, 0, CancellationToken.None);
        var done = _bed.Crash.Done.ToArray();
        await Store.RecordAsync(second, 0, CancellationToken.None);
        await twin.Get<AnswerStore>().RecordAsync(second, 1, CancellationToken.None);

        var answers = await Store.ReadAsync(CancellationToken.None);
        Assert.Equal(["Answers: transaction", "Answers: transaction"], done);
        Assert.Equal(new AnswerHistory(4, 2), answers.ByLocation[new("S1")]);
        Assert.Equal([new CategoryAnswers(new("S1"), new("toys"), new(2, 2))], answers.Of([Toy]).AsEnumerable());
        Assert.Equal([new CategoryAnswers(new("S1"), new("books"), new(2, 0))], answers.Of([Book, null, Book]).AsEnumerable());
    }

    [Fact]
    public async Task ReadAsync_sums_categories_over_locations_and_months()
    {
        await Store.RecordAsync(OfToysAndBooks(1).After(ShipmentAction.Reject), 0, CancellationToken.None);
        await Store.RecordAsync(OfToysAndBooks(2).After(A.Command(ShipmentAction.Accept) with { At = A.Moment.AddMonths(-1) }), 0, CancellationToken.None);
        await Store.RecordAsync(OfToysAndBooks(3) with { LocationId = new("S2") }, 0, CancellationToken.None);
        await Store.RecordAsync((OfToysAndBooks(4) with { LocationId = new("S2") }).After(ShipmentAction.Expire), 0, CancellationToken.None);

        var toys = (await Store.ReadAsync(CancellationToken.None)).Of([Toy]);

        Assert.Equal(
            [new CategoryAnswers(new("S1"), new("toys"), new(2, 1)), new CategoryAnswers(new("S2"), new("toys"), new(1, 1))],
            toys.OrderBy(answers => answers.LocationId.Value, StringComparer.Ordinal));
    }

    [Fact]
    public async Task RecordAsync_counts_so_many_categories_and_all_lines_for_the_location()
    {
        var lines = Enumerable.Range(1, AnswerStore.MostCategories + 1).Select(line => ($"{line}", 1)).ToArray();
        var plan = A.ShipmentPlan(lines) with { Categories = lines.ToImmutableDictionary(line => new Sku("SKU-" + line.Item1), line => new CategoryPath(new string('c', 60) + line.Item1)) };
        var shipment = Core.Fulfillment.Shipment.Offer(plan, A.Moment, new OfferTerms { AcceptBy = A.Moment.AddHours(2) }).After(ShipmentAction.Accept);

        await Store.RecordAsync(shipment, 0, CancellationToken.None);
        await Store.RecordAsync(shipment with { ShipmentId = ShipmentId.Of(new OrderId("W-1001"), 1, 2) }, 0, CancellationToken.None);

        var answers = await Store.ReadAsync(CancellationToken.None);
        Assert.Equal(AnswerStore.MostCategories, answers.ByCategory.Count);
        Assert.All(answers.ByCategory.Values, category => Assert.Equal(new AnswerHistory(2, 0), Assert.Single(category).History));
        Assert.Equal(2 * lines.Length, answers.ByLocation[new("S1")].Offered);
    }

    /// <summary>A shipment of two units of a toy, its line 1, and one of a book, its line 2.</summary>
    private static Shipment OfToysAndBooks(int number)
    {
        var plan = A.ShipmentPlan(("1", 2), ("2", 1));
        var products = new[] { Toy, Book }.ToDictionary(product => product.Sku);
        plan = plan with { ShipmentId = ShipmentId.Of(new OrderId("W-1001"), 1, number), Categories = ShipmentPlan.CategoriesOf(plan.Lines, products) };
        return Core.Fulfillment.Shipment.Offer(plan, A.Moment, new OfferTerms { AcceptBy = A.Moment.AddHours(2) });
    }

    private static Shipment Shipment(int number, string location) => A.Shipment(("1", 2), ("2", 1)) with
    {
        ShipmentId = ShipmentId.Of(new OrderId("W-1001"), 1, number),
        LocationId = new LocationId(location),
    };
}
