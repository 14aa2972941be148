using System.Text.Json;
using Dom.Core;
using Dom.Core.Network;
using Dom.Core.Orders;
using Dom.LocalHost.Demo.Network;
using Dom.LocalHost.Demo.Orders;

namespace Dom.LocalHost.Tests.Demo;

public sealed class DemoOrderStreamTests
{
    private const int Orders = 3000;

    private static readonly DemoNetwork Network = DemoNetwork.Create(DemoNetwork.DefaultSeed);
    private static readonly DateTimeOffset At = new(2026, 11, 21, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Next_gives_the_same_messages_for_the_same_seed_and_run()
    {
        var first = Take(seed: 3, 200);
        var again = Take(seed: 3, 200);
        var other = Take(seed: 4, 200);

        Assert.Equal(first.Select(message => Convert.ToHexString(message.Body)), again.Select(message => Convert.ToHexString(message.Body)));
        Assert.NotEqual(first.Select(message => Convert.ToHexString(message.Body)), other.Select(message => Convert.ToHexString(message.Body)));
    }

    [Fact]
    public void Next_begins_with_an_order_whose_id_no_other_has()
    {
        var orders = Take(seed: 3, Orders).Where(message => message.Kind == DemoMessageKind.Order).ToList();

        Assert.Equal(Orders, orders.Count);
        Assert.Equal(Orders, orders.Select(order => order.OrderId).Distinct().Count());
        Assert.All(orders, order => Assert.True(Identifier.IsPlain(order.OrderId)));
    }

    [Fact]
    public void Orders_have_1_to_5_lines_of_different_skus_and_every_mode()
    {
        var orders = Take(seed: 3, Orders).Select(message => message.Order).OfType<DemoOrder>().ToList();

        Assert.All(orders, order => Assert.InRange(order.Lines.Length, 1, 5));
        Assert.All(orders, order => Assert.Equal(order.Lines.Length, order.Lines.Select(line => line.Sku).Distinct().Count()));
        Assert.Equal(["pickup", "ship", "shipToStore"], orders.SelectMany(order => order.Lines).Select(line => line.Mode).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(["marketplace", "till", "web"], orders.Select(order => order.Channel).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Orders_that_are_sent_go_to_postal_codes_that_are_known()
    {
        var destinations = Take(seed: 3, Orders).Select(message => message.Order?.Destination).OfType<DemoDestination>().ToList();

        Assert.All(destinations, destination => Assert.NotNull(PostalCentroids.Find("US", destination.PostalCode)));
        Assert.Contains(destinations, destination => destination.Latitude is null);
        Assert.Contains(destinations, destination => destination.Latitude is not null);
    }

    [Fact]
    public void Lines_that_are_collected_are_in_stock_at_their_store()
    {
        var collected = Take(seed: 3, Orders).Select(message => message.Order).OfType<DemoOrder>()
            .SelectMany(order => order.Lines).Where(line => line.Mode == "pickup").ToList();

        Assert.NotEmpty(collected);
        Assert.All(collected, line =>
            Assert.Contains(Network.Stock[new Core.Inventory.Sku(line.Sku)], level => level.LocationId.Value == line.PickupLocationId));
    }

    [Fact]
    public void Next_adds_few_of_every_other_kind()
    {
        var kinds = Take(seed: 3, Orders).CountBy(message => message.Kind).ToDictionary();

        Assert.InRange(kinds[DemoMessageKind.Cancellation], Orders / 100, Orders / 30);
        Assert.InRange(kinds[DemoMessageKind.Duplicate], 1, Orders / 50);
        Assert.InRange(kinds[DemoMessageKind.ChangedDuplicate], 1, Orders / 50);
        Assert.InRange(kinds[DemoMessageKind.Malformed], 1, Orders / 50);
    }

    [Fact]
    public void Messages_are_read_as_what_they_are()
    {
        Assert.All(Take(seed: 3, Orders), message => Assert.Equal(
            message.Kind switch { DemoMessageKind.Malformed => "malformed", DemoMessageKind.Cancellation => "cancel", _ => "order" },
            OrderReader.Read(message.Body).Match(order => "order", cancel => "cancel", malformed => "malformed")));
    }

    [Fact]
    public void An_order_is_written_by_the_names_of_the_queue()
    {
        var body = JsonDocument.Parse(Take(seed: 3, 1)[0].Body).RootElement;

        Assert.Equal(At, body.GetProperty("placedAt").GetDateTimeOffset());
        Assert.Equal("USD", body.GetProperty("currency").GetString());
        Assert.Equal("US", body.GetProperty("destination").GetProperty("country").GetString());
        Assert.True(body.GetProperty("lines")[0].GetProperty("unitPrice").GetInt64() > 0);
        Assert.True(body.GetProperty("lines")[0].GetProperty("unitGrams").GetInt32() > 0);
    }

    private static List<DemoMessage> Take(int seed, int orders)
    {
        var stream = new DemoOrderStream(Network, seed, "r");
        return [.. Enumerable.Range(0, orders).SelectMany(_ => stream.Next(At))];
    }
}
