using Dom.Core.Fulfillment;
using Dom.Core.Network;
using Dom.Tests;

namespace Dom.Core.Tests.Fulfillment;

public sealed class ShipmentResultTests
{
    [Theory]
    [InlineData(ShipmentState.Accepted)]
    [InlineData(ShipmentState.Ready)]
    public void Of_a_shipment_that_has_not_ended_fails(ShipmentState state)
    {
        var shipment = A.Shipment().By(DeliveryMode.Pickup).In(state);

        Assert.Throws<ArgumentException>(() => ShipmentResult.Of(shipment));
    }

    [Fact]
    public void Of_holds_what_left_and_all_that_came_back()
    {
        var shipment = A.Shipment(("1", 3), ("2", 1))
            .After(ShipmentAction.Accept, ("1", 3))
            .After(A.Command(ShipmentAction.Pick, ("1", 2)) with { Reason = "notFound" })
            .After(ShipmentAction.Ship);

        var result = ShipmentResult.Of(shipment);

        Assert.Equal(A.Quantities(("1", 2)).AsEnumerable(), result.Fulfilled);
        Assert.Equal([(1, "other", "2"), (2, "notFound", "1")], result.Returns.Select(back => (back.Entry, back.Reason, back.Lines.Single().LineId.Value)));
        Assert.Equal(2, Assert.Single(ShipmentReturn.In(shipment, from: 2)).Entry);
    }
}
