using System.Text.Json;
using Dom.Core;
using Dom.Core.Inventory;
using Dom.Functions.Fulfillment;

namespace Dom.Functions.Tests.Fulfillment;

public sealed class ShipmentSignalTests
{
    [Fact]
    public void Read_takes_what_was_written()
    {
        var signal = new ShipmentSignal { IsWithdrawn = true, MissingSkus = [new Sku("A/B"), new Sku("C")] };

        var again = ShipmentSignal.Read(JsonSerializer.SerializeToElement(signal, DomJson.Options));

        Assert.True(again.IsWithdrawn);
        Assert.Equal(signal.MissingSkus.AsEnumerable(), again.MissingSkus);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("42")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"isWithdrawn":"perhaps"}""")]
    [InlineData("""{"missingSkus":null}""")]
    [InlineData("""{"missingSkus":42}""")]
    [InlineData("""{"missingSkus":[""]}""")]
    [InlineData("""{"isWithdrawn":false,"else":1}""")]
    public void Read_takes_what_is_no_signal_for_a_look(string payload)
    {
        var signal = ShipmentSignal.Read(JsonSerializer.Deserialize<JsonElement>(payload));

        Assert.False(signal.IsWithdrawn);
        Assert.Empty(signal.MissingSkus);
    }

    [Fact]
    public void Read_takes_no_payload_at_all_for_a_look()
    {
        Assert.False(ShipmentSignal.Read(null).IsWithdrawn);
        Assert.False(ShipmentSignal.Read(default(JsonElement)).IsWithdrawn);
    }

    [Fact]
    public void What_an_older_version_asked_for_misses_nothing()
    {
        var input = JsonSerializer.Deserialize<FollowShipmentInput>(
            """{"progress":{"shipmentId":"W-1~1.1","locationId":"S1"},"isDue":true,"isWithdrawn":false}""", DomJson.Options)!;

        Assert.Empty(input.MissingSkus);
        Assert.Null(input.Progress.WarnAt);
    }
}
