using System.Text.Json;
using Dom.Core.Fulfillment;

namespace Dom.Core.Tests.Fulfillment;

public sealed class OrderSignalTests
{
    [Theory]
    [InlineData("""{"kind":"cancel"}""", OrderSignalKind.Cancel)]
    [InlineData("""{"kind":"hold","more":1}""", OrderSignalKind.Hold)]
    [InlineData("""{"KIND":"Release"}""", OrderSignalKind.Release)]
    [InlineData("""{"kind":"retry"}""", OrderSignalKind.Retry)]
    [InlineData("""{"kind":"wake"}""", OrderSignalKind.Wake)]
    [InlineData("""{"kind":"shipmentReturned","return":{"shipmentId":"W-1~1.1","entry":2,"reason":"other","lines":[{"lineId":"1","quantity":1}]}}""", OrderSignalKind.ShipmentReturned)]
    public void Read_takes_every_signal(string payload, OrderSignalKind kind)
    {
        var signal = OrderSignal.Read(JsonElement.Parse(payload));

        Assert.Equal(kind, signal?.Kind);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("\"cancel\"")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"kind":null}""")]
    [InlineData("""{"kind":0}""")]
    [InlineData("""{"kind":"explode"}""")]
    [InlineData("""{"kind":"hold, release, stockArrived"}""")]
    [InlineData("""{"kind":"shipmentReturned","return":7}""")]
    [InlineData("""{"kind":"shipmentReturned","return":{}}""")]
    [InlineData("""{"kind":"shipmentReturned","return":{"shipmentId":"W-1","entry":2,"reason":"other","lines":[]}}""")]
    [InlineData("""{"kind":"shipmentReturned","return":{"shipmentId":"W-1~1.1","entry":2,"reason":"other","lines":null}}""")]
    [InlineData("""{"kind":"shipmentReturned","return":{"shipmentId":"W-1~1.1","entry":2,"reason":"other","lines":[{"lineId":"1","quantity":0}]}}""")]
    [InlineData("""{"kind":"shipmentReturned","return":{"shipmentId":"W-1~1.1","entry":2,"reason":"other","lines":[{"lineId":"1","quantity":-1}]}}""")]
    [InlineData("""{"kind":"shipmentReturned","return":{"shipmentId":"W-1~1.1","entry":2,"reason":"other","lines":[{"lineId":"1","quantity":1},{"lineId":"1","quantity":1}]}}""")]
    public void Read_takes_nothing_else_and_fails_on_nothing(string payload)
    {
        Assert.Null(OrderSignal.Read(JsonElement.Parse(payload)));
    }

    [Fact]
    public void Read_takes_no_payload_for_none()
    {
        Assert.Null(OrderSignal.Read(default));
    }
}
