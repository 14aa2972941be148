using Dom.Core.Fulfillment;
using Dom.Tests;

namespace Dom.Core.Tests.Fulfillment;

public sealed class OrderFlowTests
{
    private static OrderProgress TwoOfOne => An.Order().WithLine("SKU-1", 2).Start();

    [Fact]
    public void Next_sources_a_new_order()
    {
        var order = TwoOfOne;

        Assert.IsType<OrderStep.Source>(OrderFlow.Next(order));
        Assert.Equal(OrderState.Received, OrderFlow.StateOf(order));
    }

    [Fact]
    public void Sourced_puts_what_is_assigned_into_fulfillment()
    {
        var order = TwoOfOne.SourcedTo("S1", ("1", 2));

        Assert.Equal((0, 2, 0, 0), order.Units("1"));
        Assert.Equal(("W-1001~1.1", "S1", 5), (order.Shipments.Single().ShipmentId.Value, order.Shipments.Single().LocationId.Value, order.Shipments.Single().MaxRejects));
        Assert.Equal((1, OrderState.InFulfillment), (order.Attempt, OrderFlow.StateOf(order)));
        Assert.IsType<OrderStep.Wait>(OrderFlow.Next(order));
    }

    [Fact]
    public void Sourced_adds_up_what_several_shipments_have_of_a_line()
    {
        var start = An.Order().WithLine("SKU-1", 3).Start();
        var (one, other) = (start.Plan("S1", ("1", 1)), start.Plan("S2", ("1", 2)));

        var order = OrderFlow.Sourced(start, one with { Shipments = [.. one.Shipments, other.Shipments[0] with { ShipmentId = ShipmentId.Of(start.OrderId, 1, 2) }] });

        Assert.Equal((0, 3, 0, 0), order.Units("1"));
    }

    [Fact]
    public void Sourced_twice_counts_once()
    {
        var start = TwoOfOne;
        var result = start.Plan("S1", ("1", 2));

        var order = OrderFlow.Sourced(start, result);

        Assert.Same(order, OrderFlow.Sourced(order, result));
    }

    [Fact]
    public void Sourced_makes_an_exception_of_what_no_location_fulfils()
    {
        var order = OrderFlow.Sourced(TwoOfOne, TwoOfOne.PlanNothing().Leaving("1", 2));

        Assert.Equal((2, 0, 0, 0), order.Units("1"));
        Assert.Equal(new LineException("noStock", "No location fulfils line 1.", Wakes: true), order.Line("1").Exception);
        Assert.Equal(OrderState.Waiting, OrderFlow.StateOf(order));
        Assert.IsType<OrderStep.Wait>(OrderFlow.Next(order));
    }

    [Fact]
    public void Ended_finishes_an_order_that_is_fulfilled()
    {
        var order = TwoOfOne.SourcedTo("S1", ("1", 2));

        order = OrderFlow.Ended(order, order.End(ShipmentState.Shipped).Fulfilling(("1", 2)));

        Assert.Equal((0, 0, 2, 0), order.Units("1"));
        Assert.Equal(("W-1001~1.1", 0), (order.EndedShipments.Single().ShipmentId.Value, order.Shipments.Length));
        Assert.Equal(OrderState.Completed, OrderFlow.StateOf(order));
        Assert.IsType<OrderStep.Finish>(OrderFlow.Next(order));
    }

    [Theory]
    [InlineData("noCapacity", ShipmentState.Rejected)]
    [InlineData("expired", ShipmentState.Expired)]
    public void Ended_sources_again_without_the_location_that_refused(string reason, ShipmentState state)
    {
        var order = TwoOfOne.SourcedTo("S1", ("1", 2));

        order = OrderFlow.Ended(order, order.End(state, order.Return(1, reason, ("1", 2))));

        Assert.Equal((2, 0, 0, 0), order.Units("1"));
        Assert.Equal((1, "S1"), (order.Line("1").Refusals, string.Join(' ', order.Line("1").RefusedBy)));
        Assert.Equal(OrderState.Sourcing, OrderFlow.StateOf(order));
        Assert.IsType<OrderStep.Source>(OrderFlow.Next(order));
    }

    [Fact]
    public void Ended_twice_counts_once()
    {
        var order = TwoOfOne.SourcedTo("S1", ("1", 2));
        var result = order.End(ShipmentState.Rejected, order.Return(1, "other", ("1", 2)));

        order = OrderFlow.Ended(order, result);

        Assert.Same(order, OrderFlow.Ended(order, result));
    }

    [Fact]
    public void Returned_sources_what_was_not_accepted_while_the_rest_goes_on()
    {
        var order = TwoOfOne.SourcedTo("S1", ("1", 2));

        order = OrderFlow.Returned(order, order.Return(1, "other", ("1", 1)));

        Assert.Equal((1, 1, 0, 0), order.Units("1"));
        Assert.Equal(OrderState.InFulfillment, OrderFlow.StateOf(order));
        Assert.IsType<OrderStep.Source>(OrderFlow.Next(order));
    }

    [Fact]
    public void Returned_leaves_lines_that_do_not_come_back()
    {
        var order = An.Order().WithLine("SKU-1", 1).WithLine("SKU-2", 1).Start().SourcedTo("S1", ("1", 1), ("2", 1));

        order = OrderFlow.Returned(order, order.Return(1, "notFound", ("2", 1)));

        Assert.Equal(((0, 1, 0, 0), 0), (order.Units("1"), order.Line("1").Refusals));
        Assert.Equal(((1, 0, 0, 0), 1), (order.Units("2"), order.Line("2").Refusals));
    }

    [Fact]
    public void Returned_twice_counts_once()
    {
        var order = TwoOfOne.SourcedTo("S1", ("1", 2));
        var returned = order.Return(1, "other", ("1", 1));

        order = OrderFlow.Returned(order, returned);

        Assert.Same(order, OrderFlow.Returned(order, returned));
    }

    [Fact]
    public void Returned_by_signal_is_not_counted_again_in_the_result()
    {
        var order = TwoOfOne.SourcedTo("S1", ("1", 2));
        var (refused, shortPick) = (order.Return(1, "other", ("1", 1)), order.Return(2, "notFound", ("1", 1)));

        order = OrderFlow.Returned(order, refused);
        order = OrderFlow.Ended(order, order.End(ShipmentState.Rejected, refused, shortPick));

        Assert.Equal(((2, 0, 0, 0), 2), (order.Units("1"), order.Line("1").Refusals));
    }

    [Fact]
    public void Returned_after_the_result_changes_nothing()
    {
        var order = TwoOfOne.SourcedTo("S1", ("1", 2));
        var returned = order.Return(1, "other", ("1", 1));

        order = OrderFlow.Ended(order, order.End(ShipmentState.Shipped, returned).Fulfilling(("1", 1)));

        Assert.Equal((1, 0, 1, 0), order.Units("1"));
        Assert.Same(order, OrderFlow.Returned(order, returned));
    }

    [Fact]
    public void Returned_by_a_stranger_changes_nothing()
    {
        var order = TwoOfOne.SourcedTo("S1", ("1", 2));
        var stranger = order.Return(1, "other", ("1", 1)) with { ShipmentId = ShipmentId.From("W-9~1.1") };

        Assert.Same(order, OrderFlow.Returned(order, stranger));
    }

    [Fact]
    public void Returned_because_it_was_withdrawn_is_no_refusal()
    {
        var order = TwoOfOne.SourcedTo("S1", ("1", 2));

        order = OrderFlow.Ended(order, order.End(ShipmentState.Withdrawn, order.Return(1, "withdrawn", ("1", 2))));

        Assert.Equal(((2, 0, 0, 0), 0), (order.Units("1"), order.Line("1").Refusals));
        Assert.Empty(order.Line("1").RefusedBy);
    }

    [Theory]
    [InlineData(2, 1, false)]
    [InlineData(2, 2, true)]
    [InlineData(1, 1, true)]
    public void Returned_waits_for_an_operator_at_the_most_refusals(int most, int refusals, bool waits)
    {
        var order = TwoOfOne;
        for (var number = 1; number <= refusals; number++)
        {
            order = OrderFlow.Sourced(order, order.Plan($"S{number}", ("1", 2)).Allowing(most));
            order = OrderFlow.Ended(order, order.End(ShipmentState.Rejected, order.Return(1, "other", ("1", 2))));
        }

        Assert.Equal(waits ? "maximumRejects" : null, order.Line("1").Exception?.Type);
        Assert.Equal(waits, OrderFlow.Next(order) is OrderStep.Record);
        Assert.Equal(waits ? OrderState.Waiting : OrderState.Sourcing, OrderFlow.StateOf(order));
    }

    [Fact]
    public void Returned_names_a_location_once_however_often_it_refuses()
    {
        var order = TwoOfOne.SourcedTo("S1", ("1", 2));

        order = OrderFlow.Returned(order, order.Return(1, "other", ("1", 1)));
        order = OrderFlow.Returned(order, order.Return(2, "notFound", ("1", 1)));

        Assert.Equal((2, 1), (order.Line("1").Refusals, order.Line("1").RefusedBy.Length));
    }

    [Fact]
    public void Returned_under_a_looser_profile_wakes_no_line_that_waits_for_an_operator()
    {
        var order = TwoOfOne.SourcedTo("S1", ("1", 2));
        var loose = order.Shipments[0];
        order = OrderFlow.Returned(order, order.Return(1, "other", ("1", 1)));
        order = OrderFlow.Sourced(order, order.Plan("S2", ("1", 1)).Allowing(2));
        order = OrderFlow.Ended(order, order.End(ShipmentState.Rejected, order.Return(1, "other", ("1", 1))));

        order = OrderFlow.Returned(order, order.Return(2, "notFound", ("1", 1)) with { ShipmentId = loose.ShipmentId });

        Assert.Equal(((2, 0, 0, 0), 3, "maximumRejects"), (order.Units("1"), order.Line("1").Refusals, order.Line("1").Exception?.Type));
    }

    [Fact]
    public void Next_records_what_changed_before_it_waits()
    {
        var order = OrderFlow.Sourced(TwoOfOne, TwoOfOne.Plan("S1", ("1", 2)).Allowing(1));

        order = OrderFlow.Returned(order, order.Return(1, "other", ("1", 1)));

        Assert.IsType<OrderStep.Record>(OrderFlow.Next(order));
        Assert.IsType<OrderStep.Wait>(OrderFlow.Next(order with { IsRecorded = true }));
    }

    [Fact]
    public void Match_tells_every_step_apart()
    {
        OrderStep[] steps = [new OrderStep.Source(), new OrderStep.Withdraw([]), new OrderStep.Recall([]), new OrderStep.Record(), new OrderStep.Wait(), new OrderStep.Finish()];

        var names = steps.Select(step => step.Match(_ => "Source", _ => "Withdraw", _ => "Recall", _ => "Record", _ => "Wait", _ => "Finish"));

        Assert.Equal(steps.Select(step => step.GetType().Name), names);
    }
}
