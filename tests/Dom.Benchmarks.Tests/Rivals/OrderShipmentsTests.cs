using Dom.Benchmarks.Rivals;

namespace Dom.Benchmarks.Tests.Rivals;

public sealed class OrderShipmentsTests
{
    [Theory]
    [InlineData(19, false)]
    [InlineData(20, false)]
    [InlineData(21, true)]
    public void AreCheaperApart_compares_two_shipments_with_both_as_one(long together, bool expected)
    {
        Shipment[] shipments = [new(0, [1, 0], 10), new(0, [0, 1], 10), new(0, [1, 1], together)];

        Assert.Equal(expected, OrderShipments.AreCheaperApart(shipments, [1, 1]));
    }

    [Fact]
    public void AreCheaperApart_where_no_rate_carries_both()
    {
        Assert.True(OrderShipments.AreCheaperApart([new(0, [1], 10), new(0, [2], 15)], [3]));
    }

    [Fact]
    public void AreCheaperApart_looks_only_at_what_the_location_has()
    {
        Assert.False(OrderShipments.AreCheaperApart([new(0, [1], 10)], [1]));
    }
}
