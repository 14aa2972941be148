using Dom.Core.Fulfillment;
using Dom.Core.Sourcing;
using Dom.Tests;

namespace Dom.Core.Tests.Fulfillment;

public sealed class OrderFlowSignalTests
{
    private static OrderProgress TwoOfOne => An.Order().WithLine("SKU-1", 2).Start();

    [Fact]
    public void Told_to_hold_sources_nothing_until_released()
    {
        var held = TwoOfOne.Told(OrderSignalKind.Hold);
        var recorded = held with { IsRecorded = true };
        var released = recorded.Told(OrderSignalKind.Release);

        Assert.IsType<OrderStep.Record>(OrderFlow.Next(held));
        Assert.IsType<OrderStep.Wait>(OrderFlow.Next(recorded));
        Assert.Equal(OrderState.OnHold, OrderFlow.StateOf(recorded));
        Assert.IsType<OrderStep.Source>(OrderFlow.Next(released));
    }

    [Fact]
    public void Told_a_request_again_changes_nothing_whatever_came_in_between()
    {
        var hold = new OrderSignal { Kind = OrderSignalKind.Hold, RequestId = "1" };
        var released = OrderFlow.Told(OrderFlow.Told(TwoOfOne, hold), new OrderSignal { Kind = OrderSignalKind.Release, RequestId = "2" });

        Assert.Same(released, OrderFlow.Told(released, hold));
        Assert.True(OrderFlow.Told(released, hold with { RequestId = "3" }).IsOnHold);
    }

    [Fact]
    public void Told_remembers_the_last_requests()
    {
        var order = Enumerable.Range(1, 30).Aggregate(
            TwoOfOne, (order, number) => OrderFlow.Told(order, new OrderSignal { Kind = OrderSignalKind.Hold, RequestId = $"r{number}" }));

        Assert.Equal((20, "r30"), (order.Requests.Length, order.Requests[^1].RequestId));
    }

    [Fact]
    public void Start_takes_the_hold_over_from_the_channel()
    {
        var order = (An.Order().WithLine("SKU-1", 1) with { OnHold = true }).Start();

        Assert.Equal(OrderState.OnHold, OrderFlow.StateOf(order));
        Assert.IsType<OrderStep.Wait>(OrderFlow.Next(order));
    }

    [Fact]
    public void Told_to_hold_lets_shipments_go_on()
    {
        var order = TwoOfOne.SourcedTo("S1", ("1", 2)).Told(OrderSignalKind.Hold);

        order = OrderFlow.Ended(order, order.End(ShipmentState.Shipped).Fulfilling(("1", 2)));

        Assert.IsType<OrderStep.Finish>(OrderFlow.Next(order));
    }

    [Theory]
    [InlineData(OrderSignalKind.Hold)]
    [InlineData(OrderSignalKind.Release)]
    [InlineData(OrderSignalKind.Cancel)]
    [InlineData(OrderSignalKind.Retry)]
    [InlineData(OrderSignalKind.Wake)]
    [InlineData(OrderSignalKind.ShipmentReturned)]
    public void Told_twice_changes_nothing_more(OrderSignalKind kind)
    {
        var order = OrderFlow.Sourced(TwoOfOne, TwoOfOne.PlanNothing().Leaving("1", 2)).Told(kind);

        Assert.Same(order, order.Told(kind));
    }

    [Theory]
    [InlineData(UnassignedReason.NoStock)]
    [InlineData(UnassignedReason.UnknownSku)]
    [InlineData(UnassignedReason.NoEligibleLocation)]
    [InlineData(UnassignedReason.LimitedByOrder)]
    [InlineData(UnassignedReason.NoProfile)]
    [InlineData(UnassignedReason.Excluded)]
    public void Told_to_wake_sources_again_what_found_nothing(UnassignedReason reason)
    {
        var order = OrderFlow.Sourced(TwoOfOne, TwoOfOne.PlanNothing().Leaving("1", 2, reason));

        var told = order.Told(OrderSignalKind.Wake);

        Assert.IsType<OrderStep.Source>(OrderFlow.Next(told));
        Assert.Null(told.Line("1").Exception);
    }

    [Fact]
    public void Told_to_wake_leaves_to_people_what_was_refused_too_often()
    {
        var order = OrderFlow.Sourced(TwoOfOne, TwoOfOne.Plan("S1", ("1", 2)).Allowing(1));
        order = OrderFlow.Ended(order, order.End(ShipmentState.Expired, order.Return(1, "expired", ("1", 2))));

        var told = order.Told(OrderSignalKind.Wake);

        Assert.Equal("maximumRejects", told.Line("1").Exception?.Type);
    }

    [Fact]
    public void Told_of_stock_forgives_no_refusal()
    {
        var order = TwoOfOne.SourcedTo("S1", ("1", 2));
        order = OrderFlow.Ended(order, order.End(ShipmentState.Rejected, order.Return(1, "notFound", ("1", 2))));
        order = OrderFlow.Sourced(order, order.PlanNothing().Leaving("1", 2));

        var told = order.Told(OrderSignalKind.Wake);

        Assert.Equal((1, 1, true), (told.Line("1").Refusals, told.Line("1").RefusedBy.Length, OrderFlow.CanBeSourced(told.Line("1"))));
    }

    [Fact]
    public void Told_to_retry_wakes_what_was_refused_too_often_and_forgives()
    {
        var order = OrderFlow.Sourced(TwoOfOne, TwoOfOne.Plan("S1", ("1", 2)).Allowing(1));
        order = OrderFlow.Ended(order, order.End(ShipmentState.Expired, order.Return(1, "expired", ("1", 2))));

        var asleep = order.Told(OrderSignalKind.Wake);
        var awake = order.Told(OrderSignalKind.Retry);

        Assert.Same(order, asleep);
        Assert.Equal((0, 0, null), (awake.Line("1").Refusals, awake.Line("1").RefusedBy.Length, awake.Line("1").Exception));
        Assert.IsType<OrderStep.Source>(OrderFlow.Next(awake));
    }

    [Fact]
    public void Told_to_retry_leaves_lines_that_are_under_way()
    {
        var order = TwoOfOne.SourcedTo("S1", ("1", 2));

        Assert.Same(order, order.Told(OrderSignalKind.Retry));
    }

    [Fact]
    public void Told_to_cancel_ends_an_order_that_no_location_has()
    {
        var orders = new[]
        {
            TwoOfOne,
            TwoOfOne.Told(OrderSignalKind.Hold),
            OrderFlow.Sourced(TwoOfOne, TwoOfOne.PlanNothing().Leaving("1", 2)),
        };

        Assert.All(orders.Select(order => order.Told(OrderSignalKind.Cancel)), order =>
        {
            Assert.Equal((0, 0, 0, 2), order.Units("1"));
            Assert.Null(order.Line("1").Exception);
            Assert.Equal(OrderState.Cancelled, OrderFlow.StateOf(order));
            Assert.IsType<OrderStep.Finish>(OrderFlow.Next(order));
        });
    }

    [Fact]
    public void Told_to_cancel_calls_shipments_off_once_and_waits_for_them()
    {
        var order = TwoOfOne.SourcedTo("S1", ("1", 2)).Told(OrderSignalKind.Cancel);
        var asked = OrderFlow.WithdrawAsked(order);

        Assert.Equal("W-1001~1.1", Assert.Single(Assert.IsType<OrderStep.Withdraw>(OrderFlow.Next(order)).Shipments).Value);
        Assert.IsType<OrderStep.Record>(OrderFlow.Next(asked));
        Assert.IsType<OrderStep.Wait>(OrderFlow.Next(asked with { IsRecorded = true }));
        Assert.Equal(OrderState.InFulfillment, OrderFlow.StateOf(asked));
    }

    [Theory]
    [InlineData("withdrawn", ShipmentState.Cancelled)]
    [InlineData("notFound", ShipmentState.Rejected)]
    [InlineData("expired", ShipmentState.Expired)]
    public void Told_to_cancel_counts_all_that_comes_back_as_cancelled(string reason, ShipmentState state)
    {
        var order = OrderFlow.WithdrawAsked(TwoOfOne.SourcedTo("S1", ("1", 2)).Told(OrderSignalKind.Cancel));

        order = OrderFlow.Ended(order, order.End(state, order.Return(1, reason, ("1", 2))));

        Assert.Equal(((0, 0, 0, 2), 0), (order.Units("1"), order.Line("1").Refusals));
        Assert.Equal(OrderState.Cancelled, OrderFlow.StateOf(order));
        Assert.IsType<OrderStep.Finish>(OrderFlow.Next(order));
    }

    [Fact]
    public void Told_to_cancel_too_late_completes_what_has_left()
    {
        var order = OrderFlow.WithdrawAsked(TwoOfOne.SourcedTo("S1", ("1", 2)).Told(OrderSignalKind.Cancel));

        order = OrderFlow.Ended(order, order.End(ShipmentState.Shipped, order.Return(1, "notFound", ("1", 1))).Fulfilling(("1", 1)));

        Assert.Equal((0, 0, 1, 1), order.Units("1"));
        Assert.Equal(OrderState.Completed, OrderFlow.StateOf(order));
    }
}
