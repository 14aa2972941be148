using Dom.Core.Fulfillment;
using Dom.Core.Network;
using Dom.Core.Profiles;
using Dom.Tests;

namespace Dom.Core.Tests.Fulfillment;

/// <summary>What refusals count for, how long they keep a location from a line, and what comes back without one.</summary>
public sealed class OrderFlowRefusalTests
{
    private static readonly OrderProgress TwoOfOne = An.Order().WithLine("SKU-1", 2).Start();
    private static readonly LocationId Store = new("S1");

    [Theory]
    [InlineData("closed", null)]
    [InlineData("expired", null)]
    [InlineData("notFound", "S1")]
    public void A_reason_without_cooling_off_lets_the_location_be_asked_again(string reason, string? refusedBy)
    {
        var order = Refused(new AcceptancePolicy { ReasonsWithoutCoolingOff = ["closed", "expired"] }, reason);

        Assert.Equal(refusedBy is null ? [] : [new LocationId(refusedBy)], order.Line("1").RefusedBy.AsEnumerable());
        Assert.Equal((1, 2), (order.Line("1").Refusals, order.Line("1").ToSource));
        Assert.IsType<OrderStep.Source>(OrderFlow.Next(order));
    }

    [Theory]
    [InlineData("closed", 0, false)]
    [InlineData("notFound", 1, true)]
    public void An_uncounted_reason_makes_no_exception(string reason, int refusals, bool isException)
    {
        var order = Refused(new AcceptancePolicy { UncountedReasons = ["closed"], MaxRejects = 1 }, reason);

        Assert.Equal((refusals, isException), (order.Line("1").Refusals, order.Line("1").Exception is not null));
        Assert.Equal([Store], order.Line("1").RefusedBy.AsEnumerable());
    }

    [Theory]
    [InlineData("notFound", 60)]
    [InlineData("expired", 10)]
    public void A_refusal_lapses_after_the_time_of_its_kind(string reason, int minutes)
    {
        var order = Refused(new AcceptancePolicy { CoolOffAfterReject = TimeSpan.FromMinutes(60), CoolOffAfterExpiry = TimeSpan.FromMinutes(10) }, reason);
        var (at, until) = (order.Line("1").RefusedAt.Single().At, order.Line("1").RefusedAt.Single().Until!.Value);

        var before = OrderFlow.Lapsed(order, until.AddTicks(-1));
        var after = OrderFlow.Lapsed(order, until);

        Assert.Equal(TimeSpan.FromMinutes(minutes), until - at);
        Assert.Same(order, before);
        Assert.Equal((0, 0, 1), (after.Line("1").RefusedBy.Length, after.Line("1").RefusedAt.Length, after.Line("1").Refusals));
    }

    [Fact]
    public void A_refusal_without_a_time_is_for_good()
    {
        var order = Refused(new AcceptancePolicy(), "notFound");

        Assert.Equal(new LineRefusal(Store, A.Moment.AddMinutes(5), null), order.Line("1").RefusedAt.Single());
        Assert.Same(order, OrderFlow.Lapsed(order, DateTimeOffset.MaxValue));
    }

    [Fact]
    public void What_was_told_before_returns_had_a_time_is_for_good()
    {
        var order = TwoOfOne.SourcedTo("S1", ("1", 2));

        order = OrderFlow.Ended(order, order.End(ShipmentState.Rejected, order.Return(1, "other", ("1", 2))));

        Assert.Equal([Store], order.Line("1").RefusedBy.AsEnumerable());
        Assert.Empty(order.Line("1").RefusedAt);
    }

    [Fact]
    public void A_location_that_refuses_again_cools_off_from_then_on()
    {
        var policy = new AcceptancePolicy { CoolOffAfterReject = TimeSpan.FromHours(1) };
        var order = OrderFlow.Lapsed(Refused(policy, "closed"), A.Moment.AddHours(2));

        order = Refused(policy, "closed", order, A.Moment.AddHours(3));

        Assert.Equal(new LineRefusal(Store, A.Moment.AddHours(3), A.Moment.AddHours(4)), order.Line("1").RefusedAt.Single());
        Assert.Equal([Store], order.Line("1").RefusedBy.AsEnumerable());
    }

    [Fact]
    public void Next_waits_until_the_first_refusal_lapses_that_may_keep_a_line_waiting()
    {
        var order = Refused(new AcceptancePolicy { CoolOffAfterReject = TimeSpan.FromHours(1) }, "closed");
        order = OrderFlow.Sourced(order, order.PlanNothing().Leaving("1", 2));

        var wait = OrderFlow.Next(order);
        var woken = OrderFlow.Lapsed(order, A.Moment.AddMinutes(65));

        Assert.Equal(new OrderStep.Wait(A.Moment.AddMinutes(65)), wait);
        Assert.IsType<OrderStep.Source>(OrderFlow.Next(woken));
    }

    [Fact]
    public void Next_waits_for_no_lapse_where_none_would_help()
    {
        var order = Refused(new AcceptancePolicy { CoolOffAfterReject = TimeSpan.FromHours(1) }, "closed");
        var onHold = OrderFlow.Sourced(order, order.PlanNothing().Leaving("1", 2)) with { IsOnHold = true };
        var elsewhere = order.SourcedTo("S2", ("1", 2));
        var tooOften = Refused(new AcceptancePolicy { CoolOffAfterReject = TimeSpan.FromHours(1), MaxRejects = 1 }, "closed") with { IsRecorded = true };

        Assert.All([onHold, elsewhere, tooOften], waiting => Assert.Equal(new OrderStep.Wait(), OrderFlow.Next(waiting)));
        Assert.NotNull(OrderFlow.Lapsed(tooOften, A.Moment.AddHours(2)).Line("1").Exception);
    }

    [Fact]
    public void Retry_forgives_refusals_and_their_times()
    {
        var order = Refused(new AcceptancePolicy { CoolOffAfterReject = TimeSpan.FromHours(1), MaxRejects = 1 }, "closed").Told(OrderSignalKind.Retry);

        Assert.Equal((0, 0, 0), (order.Line("1").Refusals, order.Line("1").RefusedBy.Length, order.Line("1").RefusedAt.Length));
    }

    [Fact]
    public void What_is_taken_back_is_sourced_again_and_is_no_refusal()
    {
        var order = TwoOfOne.SourcedTo("S1", ("1", 2));

        order = OrderFlow.Ended(order, order.End(ShipmentState.Withdrawn, order.Return(1, "collateral", ("1", 2))));

        Assert.Equal((2, 0, 0, 0), order.Units("1"));
        Assert.Equal((0, 0), (order.Line("1").Refusals, order.Line("1").RefusedBy.Length));
        Assert.IsType<OrderStep.Source>(OrderFlow.Next(order));
    }

    [Fact]
    public void What_is_taken_back_wakes_what_waits_of_its_line_but_for_an_operator()
    {
        var partly = OrderFlow.Sourced(TwoOfOne, TwoOfOne.Plan("S1", ("1", 1)).Leaving("1", 1));
        var tooOften = partly with { Lines = [partly.Lines[0] with { Exception = LineException.MaximumRejects(5) }] };

        partly = OrderFlow.Returned(partly, partly.Return(1, "collateral", ("1", 1)));
        tooOften = OrderFlow.Returned(tooOften, tooOften.Return(1, "collateral", ("1", 1)));

        Assert.Equal((2, true), (partly.Line("1").ToSource, OrderFlow.CanBeSourced(partly.Line("1"))));
        Assert.Equal((2, false), (tooOften.Line("1").ToSource, OrderFlow.CanBeSourced(tooOften.Line("1"))));
    }

    [Fact]
    public void What_is_taken_back_while_the_order_is_called_off_is_called_off()
    {
        var order = TwoOfOne.SourcedTo("S1", ("1", 2)).Told(OrderSignalKind.Cancel);

        order = OrderFlow.Returned(order, order.Return(1, "collateral", ("1", 2)));

        Assert.Equal((0, 0, 0, 2), order.Units("1"));
    }

    /// <summary>An order whose shipment to S1 was planned with a policy, and refused with a reason.</summary>
    private static OrderProgress Refused(AcceptancePolicy policy, string reason, OrderProgress? before = null, DateTimeOffset? at = null)
    {
        var plan = (before ?? TwoOfOne).Plan("S1", ("1", 2));
        plan = plan with { Shipments = [plan.Shipments[0] with { Acceptance = policy }] };
        var offer = Shipment.Offer(plan.Shipments[0], A.Moment, new OfferTerms { AcceptBy = A.Moment.AddHours(2) });
        var command = reason == ShipmentEntry.ExpiredReason ? A.Command(ShipmentAction.Expire) : A.Command(ShipmentAction.Reject) with { Reason = reason };
        return OrderFlow.Ended(
            OrderFlow.Sourced(before ?? TwoOfOne, plan), ShipmentResult.Of(offer.After(command with { At = at ?? command.At })));
    }
}
