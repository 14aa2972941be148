using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;
using Dom.Core;
using Dom.Functions.Storage;
using Dom.Functions.Tests.TestKit;
using Dom.Tests;

namespace Dom.Functions.Tests.Storage;

[Collection(SharedAzurite.Name)]
public sealed class StoredDocumentTests(AzuriteFixture azurite)
{
    // Two quotation marks stand around the text in its JSON.
    [Theory]
    [InlineData((8 * 1024) - 2, true)]
    [InlineData((8 * 1024) - 1, false)]
    public void WithDocument_compresses_what_is_longer_than_8_KiB(int length, bool isText)
    {
        var text = new string('x', length);

        var row = new TableEntity("p", "r").WithDocument(text);

        Assert.Equal(isText, row.ContainsKey("Json"));
        Assert.Equal(!isText, row.ContainsKey("Gzip0"));
        Assert.Equal(text, row.Document<string>());
    }

    [Fact]
    public void WithDocument_cuts_what_does_not_fit_a_property()
    {
        var random = new Random(1);
        var text = new string(random.GetItems("abcdefghijklmnopqrstuvwxyz0123456789".AsSpan(), 300_000));

        var row = new TableEntity("p", "r").WithDocument(text);

        Assert.True(row.ContainsKey("Gzip1"));
        Assert.Equal(text, row.Document<string>());
    }

    [Fact]
    public void Document_names_a_row_that_holds_something_else()
    {
        var empty = Assert.Throws<InvalidDataException>(() => new TableEntity("p", "r").Document<StoredOrder>());
        var other = Assert.Throws<InvalidDataException>(() => new TableEntity("p", "r") { ["Json"] = "[]" }.Document<StoredOrder>());

        Assert.Equal("Row 'p' / 'r' holds no StoredOrder.", empty.Message);
        Assert.Equal(empty.Message, other.Message);
    }

    [Fact]
    public async Task An_order_of_500_lines_is_stored()
    {
        await using var bed = await FunctionsBed.StartAsync(azurite);
        var order = Enumerable.Range(0, 500).Aggregate(
            An.Order(), (order, number) => order.WithLine(string.Create(CultureInfo.InvariantCulture, $"SKU-{number * 7919}"), 1));

        await bed.SaveAsync(order);

        var stored = await bed.Get<OrderStore>().GetAsync(order.OrderId, CancellationToken.None);
        Assert.Equal(JsonSerializer.Serialize(order, DomJson.Options), JsonSerializer.Serialize(stored.Order, DomJson.Options));
    }

    [Fact]
    public async Task A_decision_over_2000_locations_is_stored()
    {
        await using var bed = await FunctionsBed.StartAsync(azurite);
        var store = bed.Get<ConfigurationStore>();
        await store.PublishAsync(Network.Profile, CancellationToken.None);
        var locations = Enumerable.Range(1, 2000).Select(number => Network.Store(number)).ToArray();
        foreach (var chunk in locations.Chunk(99))
        {
            await bed.Tables.Configuration.SubmitTransactionAsync(chunk.Select(location => new TableTransactionAction(
                TableTransactionActionType.Add, new TableEntity("configuration", $"location|{location.LocationId}").WithDocument(location))));
        }

        foreach (var number in Enumerable.Range(1, 10))
        {
            await bed.CountAsync(
                string.Create(CultureInfo.InvariantCulture, $"SKU-{number}"), [.. locations.Select((location, place) => (location.LocationId.Value, (place * number) % 23))]);
        }

        var order = Enumerable.Range(1, 10).Aggregate(
            An.Order(), (order, number) => order.WithLine(string.Create(CultureInfo.InvariantCulture, $"SKU-{number}"), 2));

        var result = await bed.OrderSteps.SourceOrder(await bed.SaveAsync(order), bed.Durable.Object, CancellationToken.None);

        var decision = Assert.Single(await bed.Get<OrderStore>().DecisionsAsync(order.OrderId, 1, CancellationToken.None));
        Assert.Equal(result.Shipments.Length, decision.Result.Shipments.Length);
        Assert.Equal(10, result.Shipments.Sum(shipment => shipment.Lines.Length));
    }
}
