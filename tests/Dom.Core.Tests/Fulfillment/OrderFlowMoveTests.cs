using Dom.Core.Fulfillment;
using Dom.Core.Network;
using Dom.Core.Orders;
using Dom.Tests;

namespace Dom.Core.Tests.Fulfillment;

public sealed class OrderFlowMoveTests
{
    private static OrderProgress Offered => An.Order().WithLine("SKU-1", 2).Start().SourcedTo("S1", ("1", 2)) with { IsRecorded = true };

    [Fact]
    public void Told_to_move_recalls_the_offers_and_sources_what_comes_back_where_it_is_planned()
    {
        var told = OrderFlow.Told(Offered, Move());

        var recall = Assert.IsType<OrderStep.Recall>(OrderFlow.Next(told));
        var recalled = OrderFlow.Recalled(told, [recall.Shipments.Single().ShipmentId]) with { IsRecorded = true };
        var ended = OrderFlow.Ended(recalled, recalled.End(ShipmentState.Withdrawn, recalled.Return(1, ShipmentEntry.RecalledReason, ("1", 2))));

        Assert.IsType<OrderStep.Wait>(OrderFlow.Next(recalled));
        Assert.IsType<OrderStep.Source>(OrderFlow.Next(ended));
        Assert.Equal(new LocationId("S2"), Assert.Single(ended.Line("1").PlannedAt));
        Assert.Equal((0, 0), (ended.Line("1").Refusals, ended.Line("1").RefusedBy.Length));
        Assert.Empty(ended.SourcedTo("S2", ("1", 2)).Line("1").PlannedAt);
    }

    [Fact]
    public void Recalled_nothing_leaves_the_order_as_it_is()
    {
        var told = OrderFlow.Told(Offered, Move());

        var left = OrderFlow.Recalled(told, []) with { IsRecorded = true };

        Assert.IsType<OrderStep.Wait>(OrderFlow.Next(left));
        Assert.False(left.Shipments.Single().IsRecalled);
        Assert.Empty(left.Line("1").PlannedAt);
    }

    [Fact]
    public void Recalled_offers_all_come_back_before_any_line_is_sourced()
    {
        var order = An.Order().WithLine("SKU-1", 2).WithLine("SKU-2", 1).Start();
        var plan = order.Plan("S1", ("1", 2));
        var both = plan.Shipments.Add(order.Plan("S2", ("2", 1)).Shipments[0] with { ShipmentId = ShipmentId.Of(order.OrderId, 1, 2) });
        var told = OrderFlow.Told(OrderFlow.Sourced(order, plan with { Shipments = both }), Move("W-1001~1.1", "W-1001~1.2"));
        var recalled = OrderFlow.Recalled(told, [.. both.Select(shipment => shipment.ShipmentId)]) with { IsRecorded = true };

        var second = OrderFlow.Ended(recalled, recalled.End(ShipmentState.Withdrawn, recalled.Return(1, ShipmentEntry.RecalledReason, ("2", 1))));
        var first = OrderFlow.Ended(second, second.End(ShipmentState.Withdrawn, second.Return(1, ShipmentEntry.RecalledReason, ("1", 2))));

        Assert.IsType<OrderStep.Record>(OrderFlow.Next(second));
        Assert.IsType<OrderStep.Wait>(OrderFlow.Next(second with { IsRecorded = true }));
        Assert.IsType<OrderStep.Source>(OrderFlow.Next(first));
    }

    [Fact]
    public void Recalled_for_what_others_give_back_waits_for_it()
    {
        var from = A.Moment.AddSeconds(10);
        var move = Move();
        var told = OrderFlow.Told(Offered, move with { Move = move.Move! with { SourcedFrom = from } });
        var recalled = OrderFlow.Recalled(told, [ShipmentId.From("W-1001~1.1")]);
        var ended = OrderFlow.Ended(recalled, recalled.End(ShipmentState.Withdrawn, recalled.Return(1, ShipmentEntry.RecalledReason, ("1", 2)))) with { IsRecorded = true };

        Assert.Equal(new OrderStep.Wait(from), OrderFlow.Next(ended));
        Assert.Equal(new OrderStep.Wait(from), OrderFlow.Next(OrderFlow.Lapsed(ended, from.AddTicks(-1))));
        Assert.IsType<OrderStep.Source>(OrderFlow.Next(OrderFlow.Lapsed(ended, from)));
    }

    [Fact]
    public void Told_to_move_twice_by_one_wave_moves_once()
    {
        var told = OrderFlow.Told(Offered, Move());

        Assert.Same(told, OrderFlow.Told(told, Move()));
        Assert.Null(OrderFlow.Told(OrderFlow.Recalled(told, []), Move()).Move);
    }

    public static TheoryData<string, OrderProgress> GoneOn => new()
    {
        { "sourced since", Offered with { Attempt = 2 } },
        { "on hold", Offered.Told(OrderSignalKind.Hold) },
        { "called off", Offered.Told(OrderSignalKind.Cancel) },
        { "without the offer", Offered with { Shipments = [] } },
        { "recalled already", Offered with { Shipments = [Offered.Shipments[0] with { IsRecalled = true }] } },
    };

    [Theory]
    [MemberData(nameof(GoneOn), DisableDiscoveryEnumeration = true)]
    public void Told_to_move_changes_nothing_where_the_order_has_gone_on(string why, OrderProgress order)
    {
        Assert.True(OrderFlow.Told(order, Move()).Move is null, why);
    }

    [Theory]
    [InlineData(OrderSignalKind.Hold)]
    [InlineData(OrderSignalKind.Cancel)]
    public void Told_to_stop_forgets_what_a_wave_planned(OrderSignalKind kind)
    {
        var recalled = OrderFlow.Recalled(OrderFlow.Told(Offered, Move()), [ShipmentId.From("W-1001~1.1")]) with { SourcedFrom = A.Moment };

        var stopped = recalled.Told(kind);

        Assert.Null(stopped.SourcedFrom);
        Assert.Null(OrderFlow.Told(Offered, Move()).Told(kind).Move);
        Assert.True(kind == OrderSignalKind.Cancel || stopped.Line("1").PlannedAt.IsEmpty);
    }

    private static OrderSignal Move(params string[] shipments) => new()
    {
        Kind = OrderSignalKind.Move,
        RequestId = "wave 1",
        Move = new OrderMove
        {
            Attempt = 1,
            Shipments = [.. (shipments.Length == 0 ? ["W-1001~1.1"] : shipments).Select(ShipmentId.From)],
            Lines = [new PlannedLine(new LineId("1"), new LocationId("S2"))],
        },
    };
}
