using System.Text.Json;
using Dom.Core.Fulfillment;
using Dom.Core.Orders;

namespace Dom.Core.Tests.Fulfillment;

public sealed class ShipmentIdTests
{
    [Fact]
    public void Of_names_the_order_the_attempt_and_the_place()
    {
        var id = ShipmentId.Of(new OrderId("W-1001"), 12, 3);

        Assert.Equal("W-1001~12.3", id.Value);
        Assert.Equal(id, ShipmentId.From("W-1001~12.3"));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void Of_refuses_numbers_below_one(int attempt, int number)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ShipmentId.Of(new OrderId("W-1"), attempt, number));
    }

    [Theory]
    [InlineData("W-1~1.1", true)]
    [InlineData("a.b:c_d~999999999.999999999", true)]
    [InlineData("W-1", false)]
    [InlineData("W-1~1", false)]
    [InlineData("W-1~1.", false)]
    [InlineData("W-1~.1", false)]
    [InlineData("W-1~0.1", false)]
    [InlineData("W-1~1.01", false)]
    [InlineData("W-1~1.1.1", false)]
    [InlineData("W-1~1.-1", false)]
    [InlineData("W-1~1000000000.1", false)]
    [InlineData("W~1~1.1", false)]
    [InlineData("~1.1", false)]
    [InlineData("W 1~1.1", false)]
    [InlineData("W-1~١.1", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void IsShipmentId_knows_one(string? text, bool expected)
    {
        Assert.Equal(expected, ShipmentId.IsShipmentId(text));
    }

    [Fact]
    public void From_says_what_is_allowed()
    {
        var fault = Assert.Throws<ArgumentException>(() => ShipmentId.From("W-1"));

        Assert.StartsWith("ShipmentId 'W-1' is not allowed; allowed is ORDER~ATTEMPT.NUMBER, as in W-1001~1.2.", fault.Message, StringComparison.Ordinal);
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<ShipmentId>("\"W-1\"", DomJson.Options));
    }
}
