using System.Collections.Immutable;
using System.Text;
using Dom.Core.Network;
using Dom.Core.Orders;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Orders;

public sealed class OrderReaderTests
{
    [Fact]
    public void Read_takes_the_order_of_the_contract()
    {
        var order = Order(Json.Order).Order;

        Assert.Equal("W-1001", order.OrderId.Value);
        Assert.Equal(("web", "us01", "USD", 0, false), (order.Channel, order.LegalEntity, order.Currency, order.Priority, order.OnHold));
        Assert.Equal(new DateTimeOffset(2026, 11, 21, 10, 0, 0, TimeSpan.Zero), order.PlacedAt);
        Assert.Equal(new DateOnly(2026, 11, 25), order.RequestedDeliveryDate);
        Assert.Equal(("Ada", "1 Main St", "Reno", "NV", "89501", "US"), (order.Destination!.Name, order.Destination.Line1, order.Destination.City, order.Destination.Region, order.Destination.PostalCode, order.Destination.Country));
        Assert.Equal(new GeoPoint(39.5296, -119.8138), order.Destination.Position);
        Assert.Equal(new OrderLine { LineId = new("1"), Sku = new("SKU-1"), Quantity = 2, UnitPriceMinorUnits = 1999, UnitGrams = 450, Mode = DeliveryMode.Ship }, Assert.Single(order.Lines));
    }

    [Fact]
    public void Read_fills_in_what_may_be_left_out()
    {
        const string least = """{"orderId":"1","channel":"web","placedAt":"2026-11-21T10:00:00+02:00","currency":"USD","lines":[{"lineId":"1","sku":"A b","quantity":1,"mode":"pickup","pickupLocationId":"S1"}]}""";

        var order = Order(least).Order;

        Assert.Equal((0, false, null, null), (order.Priority, order.OnHold, order.LegalEntity, order.RequestedDeliveryDate));
        Assert.Equal(new DateTimeOffset(2026, 11, 21, 8, 0, 0, TimeSpan.Zero), order.PlacedAt);
        Assert.Equal(TimeSpan.Zero, order.PlacedAt.Offset);
        Assert.Null(order.Destination);
    }

    [Fact]
    public void Read_places_an_address_without_coordinates_by_its_postal_code()
    {
        var text = Json.With(Json.With(Json.Order, "destination.latitude", null), "destination.longitude", null);

        Assert.Equal(new GeoPoint(39.526, -119.8126), Order(text).Order.Destination!.Position);
    }

    [Theory]
    [InlineData("quantity", "1")]
    [InlineData("quantity", "10000")]
    [InlineData("quantity", "2.0")]
    [InlineData("quantity", "2e0")]
    [InlineData("unitPrice", "0")]
    [InlineData("unitGrams", "0")]
    [InlineData("mode", "\"sameDay\"")]
    [InlineData("unknown", "{\"a\":[1]}")]
    public void Read_takes_values_at_the_edge_of_what_is_allowed(string member, string value) =>
        Assert.NotNull(Order(Json.With(Json.Order, $"lines[0].{member}", value)));

    [Theory]
    [InlineData("orderId", null)]
    [InlineData("orderId", "\"a b\"")]
    [InlineData("orderId", "\"-a\"")]
    [InlineData("orderId", "7")]
    [InlineData("channel", null)]
    [InlineData("channel", "\"\"")]
    [InlineData("channel", "\" web\"")]
    [InlineData("legalEntity", "[]")]
    [InlineData("customerTier", "5")]
    [InlineData("placedAt", null)]
    [InlineData("placedAt", "\"2026-11-21\"")]
    [InlineData("placedAt", "\"2026-11-21T10:00:00\"")]
    [InlineData("placedAt", "\"1999-12-31T23:59:59Z\"")]
    [InlineData("placedAt", "\"0001-01-01T00:00:00+14:00\"")]
    [InlineData("placedAt", "\"\"")]
    [InlineData("placedAt", "1700000000")]
    [InlineData("currency", "\"usd\"")]
    [InlineData("currency", "\"US\"")]
    [InlineData("priority", "1.5")]
    [InlineData("priority", "\"1\"")]
    [InlineData("priority", "2147483648")]
    [InlineData("onHold", "\"false\"")]
    [InlineData("onHold", "0")]
    [InlineData("cancel", "1")]
    [InlineData("requestedDeliveryDate", "\"2026-13-01\"")]
    [InlineData("requestedDeliveryDate", "\"2026-11-25T00:00:00Z\"")]
    [InlineData("destination", null)]
    [InlineData("destination", "\"Reno\"")]
    [InlineData("destination.name", "5")]
    [InlineData("destination.city", "\"a\\u0007b\"")]
    [InlineData("destination.country", null)]
    [InlineData("destination.country", "\"USA\"")]
    [InlineData("destination.country", "\"us\"")]
    [InlineData("destination.latitude", "90.0001")]
    [InlineData("destination.latitude", "-90.0001")]
    [InlineData("destination.latitude", null)]
    [InlineData("destination.latitude", "\"39\"")]
    [InlineData("destination.longitude", "180.0001")]
    [InlineData("destination.longitude", null)]
    [InlineData("lines", null)]
    [InlineData("lines", "[]")]
    [InlineData("lines", "{}")]
    [InlineData("lines[0]", "\"line\"")]
    [InlineData("lines[0].lineId", null)]
    [InlineData("lines[0].lineId", "\"a/b\"")]
    [InlineData("lines[0].sku", null)]
    [InlineData("lines[0].sku", "\"\"")]
    [InlineData("lines[0].quantity", null)]
    [InlineData("lines[0].quantity", "0")]
    [InlineData("lines[0].quantity", "10001")]
    [InlineData("lines[0].quantity", "1.5")]
    [InlineData("lines[0].quantity", "1e300")]
    [InlineData("lines[0].quantity", "\"2\"")]
    [InlineData("lines[0].unitPrice", "-1")]
    [InlineData("lines[0].unitPrice", "19.99")]
    [InlineData("lines[0].unitGrams", "-1")]
    [InlineData("lines[0].mode", null)]
    [InlineData("lines[0].mode", "\"by air\"")]
    [InlineData("lines[0].pickupLocationId", "\"a b\"")]
    [InlineData("lines[0].keepTogether", "\"\"")]
    public void Read_names_the_one_field_that_is_wrong(string path, string? value)
    {
        var faults = Faults(Json.With(Json.Order, path, value));

        Assert.Equal([path], Json.Fields(faults));
    }

    [Theory]
    [InlineData("pickup")]
    [InlineData("shipToStore")]
    public void Read_wants_to_know_where_the_customer_collects(string mode)
    {
        var faults = Faults(Json.With(Json.Order, "lines[0].mode", $"\"{mode}\""));

        Assert.Equal(["lines[0].pickupLocationId"], Json.Fields(faults));
    }

    [Theory]
    [InlineData("clickAndCollect", true, true, null)]
    [InlineData("clickAndCollect", true, false, null)]
    [InlineData("clickAndCollect", false, true, null)]
    [InlineData("clickAndCollect", false, false, "an address, since a line of a mode of the retailer's own names no pickupLocationId")]
    [InlineData("ship", true, false, "an address, since a line is sent to the customer")]
    [InlineData("pickup", true, false, null)]
    public void Read_wants_of_a_mode_what_some_profile_could_serve(string mode, bool hasStore, bool hasDestination, string? allowed)
    {
        var text = Json.With(Json.Order, "lines[0].mode", $"\"{mode}\"");
        text = Json.With(text, "lines[0].pickupLocationId", hasStore ? "\"S1\"" : null);

        var read = OrderReader.Read(Json.Bytes(hasDestination ? text : Json.With(text, "destination", null)));

        var fault = (read as OrderMessage.Malformed)?.Faults.Single();
        Assert.Equal((allowed is null ? null : "destination", allowed), (fault?.Field, fault?.Allowed));
    }

    [Theory]
    [InlineData("US", "\"00001\"")]
    [InlineData("US", "\"8950\"")]
    [InlineData("US", "null")]
    [InlineData("DE", "\"10115\"")]
    public void Read_says_what_to_do_about_a_postal_code_that_it_does_not_know(string country, string postalCode)
    {
        var text = Json.With(Json.With(Json.Order, "destination.latitude", null), "destination.longitude", null);

        var fault = Assert.Single(Faults(Json.With(Json.With(text, "destination.country", $"\"{country}\""), "destination.postalCode", postalCode)));

        Assert.Equal("destination.postalCode", fault.Field);
        Assert.Contains("latitude and longitude", fault.Allowed, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_tells_all_faults_at_once()
    {
        const string text = """{"orderId":"a b","placedAt":"now","currency":"USD","destination":{"country":"US"},"lines":[{"lineId":"1","quantity":0,"mode":"ship"},{"lineId":"1","sku":"S","quantity":1,"mode":"pickup"}]}""";

        Assert.Equal(
            ["orderId", "channel", "placedAt", "destination.postalCode", "lines[0].sku", "lines[0].quantity", "lines[1].lineId", "lines[1].pickupLocationId"],
            Json.Fields(Faults(text)));
    }

    [Fact]
    public void Read_shows_the_value_as_it_came_up_to_100_characters()
    {
        var text = Json.With(Json.Order, "lines[0].quantity", '"' + new string('9', 500) + '"');

        var fault = Assert.Single(Faults(text));

        Assert.Equal(100, fault.Value.Length);
        Assert.StartsWith("\"999", fault.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(500, true)]
    [InlineData(501, false)]
    public void Read_takes_1_to_500_lines(int count, bool isTaken)
    {
        var lines = string.Join(',', Enumerable.Range(1, count).Select(number => $$"""{"lineId":"{{number}}","sku":"S","quantity":1,"mode":"ship"}"""));

        var message = OrderReader.Read(Json.Bytes(Json.With(Json.Order, "lines", $"[{lines}]")));

        Assert.Equal(isTaken, message is OrderMessage.NewOrder);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData(" \n", "empty")]
    [InlineData("{\n \"orderId\": }", "line 2, byte 13")]
    [InlineData("{} x", "line 1, byte 4")]
    [InlineData("{\"a\":1,\"a\":2}", "broken (Duplicate property 'a' encountered")]
    [InlineData("{\"orderId\":\"1\",}", "line 1")]
    public void Read_says_where_JSON_is_broken(string text, string place)
    {
        var fault = Assert.Single(Faults(text));

        Assert.Equal("body", fault.Field);
        Assert.Contains(place, fault.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_says_that_a_number_is_no_text()
    {
        var fault = Assert.Single(Faults(Json.With(Json.Order, "orderId", "1001")));

        Assert.Equal(("orderId", "1001"), (fault.Field, fault.Value));
        Assert.StartsWith("a text in quotes: 1 to 64 letters", fault.Allowed, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_survives_what_no_channel_would_post()
    {
        ReadOnlyMemory<byte>[] bodies =
        [
            Json.Bytes(new string('[', 100_000)),
            Json.Bytes(string.Concat(Enumerable.Repeat("{\"a\":", 20)) + "1" + new string('}', 20)),
            Json.Bytes("{\"orderId\":\"\\ud800\"}"),
            Json.Bytes("{\"\\ud800\":1}"),
            Json.Bytes("null"),
            Json.Bytes("[]"),
            new byte[] { (byte)'"', 0xFF, (byte)'"' },
            new byte[(1 << 20) + 1],
        ];

        Assert.All(bodies, body => Assert.IsType<OrderMessage.Malformed>(OrderReader.Read(body)));
    }

    [Fact]
    public void Read_never_throws_whatever_byte_is_changed()
    {
        var random = new Random(20261121);
        var body = Encoding.UTF8.GetBytes(Json.Order);

        for (var round = 0; round < 5_000; round++)
        {
            var changed = body.ToArray();
            changed[random.Next(changed.Length)] = (byte)random.Next(256);
            changed[random.Next(changed.Length)] = (byte)random.Next(256);

            Assert.NotNull(OrderReader.Read(changed));
        }
    }

    [Fact]
    public void Read_takes_a_cancellation()
    {
        var message = OrderReader.Read(Json.Bytes("""{"orderId": "W-1001", "cancel": true}"""));

        Assert.Equal(new OrderMessage.CancelOrder(new OrderId("W-1001")), message);
    }

    [Fact]
    public void Read_refuses_a_cancellation_of_nothing() =>
        Assert.Equal(["orderId"], Json.Fields(Faults("""{"cancel": true}""")));

    [Fact]
    public void Read_does_not_mind_a_byte_order_mark() => Assert.NotNull(Order('\uFEFF' + Json.Order));

    internal static OrderMessage.NewOrder Order(string text) => OrderReader.Read(Json.Bytes(text)).Match(
        order => order,
        _ => throw new InvalidOperationException("It is a cancellation."),
        malformed => throw new InvalidOperationException(string.Join(' ', malformed.Faults.Select(fault => fault.ToSentence()))));

    private static ImmutableArray<Fault> Faults(string text) => Assert.IsType<OrderMessage.Malformed>(OrderReader.Read(Json.Bytes(text))).Faults;
}
