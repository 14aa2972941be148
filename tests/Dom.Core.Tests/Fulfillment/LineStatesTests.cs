using Dom.Core.Fulfillment;
using Dom.Core.Network;
using Dom.Core.Orders;
using Dom.Tests;

namespace Dom.Core.Tests.Fulfillment;

public sealed class LineStatesTests
{
    [Theory]
    [InlineData(ShipmentState.Offered, LineState.Offered)]
    [InlineData(ShipmentState.Accepted, LineState.Accepted)]
    [InlineData(ShipmentState.Picking, LineState.Picking)]
    [InlineData(ShipmentState.Picked, LineState.Picked)]
    [InlineData(ShipmentState.Packed, LineState.Packed)]
    [InlineData(ShipmentState.Ready, LineState.Ready)]
    [InlineData(ShipmentState.Collected, LineState.Collected)]
    [InlineData(ShipmentState.Rejected, LineState.Unsourced)]
    [InlineData(ShipmentState.Expired, LineState.Unsourced)]
    [InlineData(ShipmentState.Withdrawn, LineState.Unsourced)]
    [InlineData(ShipmentState.Cancelled, LineState.Unsourced)]
    public void Of_is_as_far_as_the_shipment_that_has_it(ShipmentState shipment, LineState expected)
    {
        var state = LineStates.Of(Line(inFulfillment: 2), [A.Shipment(("1", 2)).By(DeliveryMode.Pickup).In(shipment)]);

        Assert.Equal(expected, state);
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(2, 0)]
    public void Of_a_line_that_has_left_is_shipped_whether_or_not_its_order_knows(int inFulfillment, int fulfilled)
    {
        var state = LineStates.Of(Line(inFulfillment: inFulfillment, fulfilled: fulfilled), [A.Shipment(("1", 2)).In(ShipmentState.Shipped)]);

        Assert.Equal(LineState.Shipped, state);
    }

    [Fact]
    public void Of_a_line_that_no_location_has_is_unsourced_or_an_exception()
    {
        var line = Line(toSource: 1, inFulfillment: 1);
        var shipment = A.Shipment(("1", 1)).In(ShipmentState.Packed);

        Assert.Equal(LineState.Unsourced, LineStates.Of(line, [shipment]));
        Assert.Equal(LineState.Exception, LineStates.Of(line with { Exception = LineException.MaximumRejects(5) }, [shipment]));
    }

    [Fact]
    public void Of_a_line_that_was_called_off_is_cancelled()
    {
        Assert.Equal(LineState.Cancelled, LineStates.Of(Line(cancelled: 2), []));
        Assert.Equal(LineState.Cancelled, LineStates.Of(Line(cancelled: 2), [A.Shipment(("1", 2)).In(ShipmentState.Cancelled)]));
    }

    [Fact]
    public void Of_a_line_that_was_called_off_in_part_is_as_far_as_the_rest()
    {
        var shipment = A.Shipment(("1", 2)).After(ShipmentAction.Accept, ("1", 1)).After(ShipmentAction.Ship);

        Assert.Equal(LineState.Shipped, LineStates.Of(Line(fulfilled: 1, cancelled: 1), [shipment]));
    }

    [Fact]
    public void Of_a_line_in_several_shipments_is_as_far_as_the_last_of_them()
    {
        var shipments = new[] { A.Shipment(("1", 1)).In(ShipmentState.Shipped), A.Shipment(("1", 1)).In(ShipmentState.Accepted) };

        Assert.Equal(LineState.Accepted, LineStates.Of(Line(inFulfillment: 1, fulfilled: 1), shipments));
    }

    [Fact]
    public void Of_a_line_that_is_planned_and_not_offered_yet_is_unsourced()
    {
        Assert.Equal(LineState.Unsourced, LineStates.Of(Line(inFulfillment: 2), []));
        Assert.Equal(LineState.Unsourced, LineStates.Of(Line(inFulfillment: 2), [A.Shipment(("1", 1)).In(ShipmentState.Packed)]));
    }

    [Fact]
    public void Of_a_line_of_which_some_came_back_is_unsourced_before_its_order_knows()
    {
        var shipment = A.Shipment(("1", 2)).After(ShipmentAction.Accept, ("1", 1));

        Assert.Equal(LineState.Unsourced, LineStates.Of(Line(inFulfillment: 2), [shipment]));
        Assert.Equal(LineState.Accepted, LineStates.Of(Line(inFulfillment: 1, fulfilled: 0, cancelled: 1), [shipment]));
    }

    [Fact]
    public void Of_a_line_does_not_look_at_other_lines()
    {
        var shipment = A.Shipment(("1", 2), ("2", 2)).After(ShipmentAction.Accept, ("2", 2));

        Assert.Equal(LineState.Unsourced, LineStates.Of(Line(inFulfillment: 2), [shipment]));
        Assert.Equal(LineState.Accepted, LineStates.Of(Line(inFulfillment: 2) with { LineId = new LineId("2") }, [shipment]));
    }

    private static LineProgress Line(int toSource = 0, int inFulfillment = 0, int fulfilled = 0, int cancelled = 0) => new()
    {
        LineId = new LineId("1"),
        Quantity = toSource + inFulfillment + fulfilled + cancelled,
        ToSource = toSource,
        InFulfillment = inFulfillment,
        Fulfilled = fulfilled,
        Cancelled = cancelled,
    };
}
