using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Orders;

public sealed class OrderFingerprintTests
{
    // Held fast: a message that is delivered again after an update of the program must still be known.
    private const string OfTheContract = "4191fba5b8d3a9ef622b27c07e932a09670e39c875845864602e09c947d2a025";

    [Fact]
    public void Of_stays_the_same_from_version_to_version() => Assert.Equal(OfTheContract, Of(Json.Order));

    [Theory]
    [InlineData("priority", null)]
    [InlineData("lines[0].quantity", "2.0")]
    [InlineData("lines[0].keepTogether", null)]
    [InlineData("destination.latitude", "39.52960")]
    [InlineData("destination.longitude", "-1198138e-4")]
    [InlineData("placedAt", "\"2026-11-21T02:00:00.000-08:00\"")]
    [InlineData("channel", "\"w\\u0065b\"")]
    [InlineData("notOurs", "true")]
    public void Of_is_the_same_for_the_same_content(string path, string? value) =>
        Assert.Equal(Of(Json.Order), Of(Json.With(Json.Order, path, value)));

    [Fact]
    public void Of_does_not_look_at_the_order_of_members_or_white_space() =>
        Assert.Equal(Of("""{"channel":"web","orderId":"1","placedAt":"2026-11-21T10:00:00Z","currency":"USD","lines":[{"sku":"S","lineId":"1","quantity":1,"mode":"pickup","pickupLocationId":"S1"}]}"""),
            Of("""{ "lines": [ {"pickupLocationId":"S1","mode":"pickup","quantity":1,"lineId":"1","sku":"S"} ], "currency":"USD", "placedAt":"2026-11-21T10:00:00Z", "orderId":"1", "channel":"web" }"""));

    [Theory]
    [InlineData("orderId", "\"W-1002\"")]
    [InlineData("channel", "\"Web\"")]
    [InlineData("legalEntity", "\"us02\"")]
    [InlineData("legalEntity", null)]
    [InlineData("placedAt", "\"2026-11-21T10:00:00.0000001Z\"")]
    [InlineData("currency", "\"EUR\"")]
    [InlineData("customerTier", "\"gold\"")]
    [InlineData("priority", "1")]
    [InlineData("onHold", "true")]
    [InlineData("requestedDeliveryDate", "\"2026-11-26\"")]
    [InlineData("destination.name", "\"Bob\"")]
    [InlineData("destination.line1", "\"2 Main St\"")]
    [InlineData("destination.city", "\"Sparks\"")]
    [InlineData("destination.region", "\"CA\"")]
    [InlineData("destination.postalCode", "\"89502\"")]
    [InlineData("destination.country", "\"CA\"")]
    [InlineData("destination.latitude", "39.5297")]
    [InlineData("destination.longitude", "-119.8137")]
    [InlineData("lines[0].lineId", "\"2\"")]
    [InlineData("lines[0].sku", "\"SKU-2\"")]
    [InlineData("lines[0].quantity", "3")]
    [InlineData("lines[0].unitPrice", "1998")]
    [InlineData("lines[0].unitGrams", "451")]
    [InlineData("lines[0].mode", "\"express\"")]
    [InlineData("lines[0].pickupLocationId", "\"S1\"")]
    [InlineData("lines[0].keepTogether", "\"set\"")]
    public void Of_differs_for_other_content(string path, string? value) =>
        Assert.NotEqual(Of(Json.Order), Of(Json.With(Json.Order, path, value)));

    [Fact]
    public void Of_tells_named_coordinates_from_those_of_the_postal_code()
    {
        var unplaced = Json.With(Json.With(Json.Order, "destination.latitude", null), "destination.longitude", null);
        var placed = Json.With(Json.With(Json.Order, "destination.latitude", "39.526"), "destination.longitude", "-119.8126");

        Assert.NotEqual(Of(unplaced), Of(placed));
    }

    private static string Of(string text) => OrderReaderTests.Order(text).Fingerprint;
}
