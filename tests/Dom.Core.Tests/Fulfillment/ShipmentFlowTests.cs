using Dom.Core.Fulfillment;
using Dom.Core.Network;
using Dom.Tests;

namespace Dom.Core.Tests.Fulfillment;

public sealed class ShipmentFlowTests
{
    [Theory]
    [InlineData(3, "Accepted", "3/3/0", "")]
    [InlineData(2, "Accepted", "3/2/0", "1 other")]
    [InlineData(1, "Accepted", "3/1/0", "2 other")]
    [InlineData(0, "Rejected", "3/0/0", "3 other")]
    public void Accept_takes_exactly_what_it_names(int quantity, string state, string line, string back)
    {
        var shipment = A.Shipment(("1", 3)).After(ShipmentAction.Accept, ("1", quantity));

        Assert.Equal((state, line, back), (shipment.State.ToString(), Show(shipment), Back(shipment)));
    }

    [Fact]
    public void Accept_gives_back_the_lines_it_does_not_name()
    {
        var shipment = A.Shipment(("1", 2), ("2", 3)).After(A.Command(ShipmentAction.Accept, ("1", 2)) with { Reason = "noCapacity" });

        Assert.Equal("2/2/0 3/0/0", Show(shipment));
        Assert.Equal(A.Quantities(("2", 3)).AsEnumerable(), shipment.History[^1].Returned);
        Assert.Equal("noCapacity", shipment.History[^1].Reason);
    }

    [Theory]
    [InlineData(1, "Accepted")]
    [InlineData(2, "Only 1 of line 1 can still be accepted.")]
    public void Accept_takes_nothing_that_was_rejected_before(int quantity, string expected)
    {
        var shipment = A.Shipment(("1", 2)).After(ShipmentAction.Reject, ("1", 1));

        var outcome = ShipmentFlow.Decide(shipment, A.Command(ShipmentAction.Accept, ("1", quantity)));

        Assert.Equal(expected, Tell(outcome));
    }

    [Theory]
    [InlineData(2, "=")]
    [InlineData(1, "A ship shipment that is accepted cannot be accepted.")]
    [InlineData(3, "A ship shipment that is accepted cannot be accepted.")]
    public void Accept_again_changes_nothing_if_it_asks_for_the_same(int quantity, string expected)
    {
        var shipment = A.Shipment(("1", 3)).After(ShipmentAction.Accept, ("1", 2));

        var outcome = ShipmentFlow.Decide(shipment, A.Command(ShipmentAction.Accept, ("1", quantity)));

        Assert.Equal(expected, Tell(outcome));
    }

    [Fact]
    public void Accept_again_is_known_after_some_of_it_came_back()
    {
        var shipment = A.Shipment(("1", 3)).After(ShipmentAction.Accept, ("1", 2)).After(ShipmentAction.Reject, ("1", 1));

        var outcome = ShipmentFlow.Decide(shipment, A.Command(ShipmentAction.Accept, ("1", 2)));

        Assert.Equal("=", Tell(outcome));
    }

    [Theory]
    [InlineData(0, "=")]
    [InlineData(1, "Offered 3/2/0 1 other")]
    [InlineData(2, "Offered 3/1/0 2 other")]
    [InlineData(3, "Rejected 3/0/0 3 other")]
    public void Reject_gives_back_what_it_names(int quantity, string expected)
    {
        var outcome = ShipmentFlow.Decide(A.Shipment(("1", 3)), A.Command(ShipmentAction.Reject, ("1", quantity)));

        Assert.Equal(expected, Tell(outcome, withLines: true));
    }

    [Theory]
    [InlineData(1, "Rejected")]
    [InlineData(2, "Only 1 of line 1 can still be rejected.")]
    public void Reject_gives_back_no_more_than_is_open(int quantity, string expected)
    {
        var shipment = A.Shipment(("1", 2)).After(ShipmentAction.Accept, ("1", 1));

        var outcome = ShipmentFlow.Decide(shipment, A.Command(ShipmentAction.Reject, ("1", quantity)));

        Assert.Equal(expected, Tell(outcome));
    }

    [Theory]
    [InlineData(ShipmentState.Accepted, "2/1/0")]
    [InlineData(ShipmentState.Picked, "2/1/1")]
    [InlineData(ShipmentState.Packed, "2/1/1")]
    [InlineData(ShipmentState.Ready, "2/1/1")]
    public void Reject_of_a_part_leaves_the_state(ShipmentState state, string line)
    {
        var shipment = A.Shipment().By(DeliveryMode.Pickup).In(state).After(ShipmentAction.Reject, ("1", 1));

        Assert.Equal((state, line), (shipment.State, Show(shipment)));
    }

    [Theory]
    [InlineData(1, ShipmentState.Picking, "3/2/1")]
    [InlineData(2, ShipmentState.Picked, "3/1/1")]
    [InlineData(3, ShipmentState.Rejected, "3/0/0")]
    public void Reject_of_all_that_is_not_picked_ends_picking(int quantity, ShipmentState state, string line)
    {
        var picking = A.Shipment(("1", 3)).In(ShipmentState.Accepted).After(ShipmentAction.Pick, ("1", 1));

        var shipment = picking.After(ShipmentAction.Reject, ("1", quantity));

        Assert.Equal((state, line), (shipment.State, Show(shipment)));
    }

    [Theory]
    [InlineData(0, ShipmentState.Picking)]
    [InlineData(1, ShipmentState.Picking)]
    [InlineData(2, ShipmentState.Picked)]
    public void Pick_counts_what_is_picked_so_far(int quantity, ShipmentState state)
    {
        var shipment = A.Shipment().In(ShipmentState.Accepted).After(ShipmentAction.Pick, ("1", quantity));

        Assert.Equal((state, $"2/2/{quantity}", ""), (shipment.State, Show(shipment), Back(shipment)));
    }

    [Fact]
    public void Pick_goes_on_line_by_line()
    {
        var first = A.Shipment(("1", 1), ("2", 2)).In(ShipmentState.Accepted).After(ShipmentAction.Pick, ("1", 1));
        var second = first.After(ShipmentAction.Pick, ("2", 2));

        Assert.Equal((ShipmentState.Picking, "1/1/1 2/2/0"), (first.State, Show(first)));
        Assert.Equal((ShipmentState.Picked, "1/1/1 2/2/2"), (second.State, Show(second)));
    }

    [Theory]
    [InlineData(2, "=")]
    [InlineData(1, "Picking 2/2/1 ")]
    [InlineData(3, "lines[0].quantity is '3'; allowed is 0 to 2.")]
    public void Pick_corrects_a_count(int quantity, string expected)
    {
        var outcome = ShipmentFlow.Decide(A.Shipment().In(ShipmentState.Picked), A.Command(ShipmentAction.Pick, ("1", quantity)));

        Assert.Equal(expected, Tell(outcome, withLines: true));
    }

    [Theory]
    [InlineData(1, "Picked")]
    [InlineData(2, "Only 1 of line 1 are to be picked.")]
    public void Pick_counts_no_more_than_is_open(int quantity, string expected)
    {
        var shipment = A.Shipment().After(ShipmentAction.Accept, ("1", 1));

        var outcome = ShipmentFlow.Decide(shipment, A.Command(ShipmentAction.Pick, ("1", quantity)));

        Assert.Equal(expected, Tell(outcome));
    }

    [Theory]
    [InlineData(ShipmentState.Accepted, 2, "Picked 2/2/2 ")]
    [InlineData(ShipmentState.Accepted, 1, "Picked 2/1/1 1 notFound")]
    [InlineData(ShipmentState.Accepted, 0, "Rejected 2/0/0 2 notFound")]
    [InlineData(ShipmentState.Picking, 1, "Picked 2/1/1 1 notFound")]
    [InlineData(ShipmentState.Picked, 2, "=")]
    [InlineData(ShipmentState.Picked, 1, "Picked 2/1/1 1 notFound")]
    [InlineData(ShipmentState.Packed, 2, "=")]
    [InlineData(ShipmentState.Packed, 1, "A ship shipment that is packed cannot be picked.")]
    [InlineData(ShipmentState.Shipped, 1, "A ship shipment that is shipped cannot be picked.")]
    public void Pick_with_a_reason_gives_back_what_is_short(ShipmentState state, int found, string expected)
    {
        var outcome = ShipmentFlow.Decide(A.Shipment().In(state), A.Command(ShipmentAction.Pick, ("1", found)) with { Reason = "notFound" });

        Assert.Equal(expected, Tell(outcome, withLines: true));
    }

    [Fact]
    public void Pick_with_a_reason_leaves_the_lines_it_does_not_name()
    {
        var shipment = A.Shipment(("1", 2), ("2", 2)).In(ShipmentState.Accepted);

        var shortPick = shipment.After(A.Command(ShipmentAction.Pick, ("1", 1)) with { Reason = "damaged" });

        Assert.Equal((ShipmentState.Picking, "2/1/1 2/2/0", "1 damaged"), (shortPick.State, Show(shortPick), Back(shortPick)));
    }

    [Theory]
    [InlineData(ShipmentState.Accepted, ShipmentAction.Pack, "ship")]
    [InlineData(ShipmentState.Accepted, ShipmentAction.Ship, "ship")]
    [InlineData(ShipmentState.Picked, ShipmentAction.Ship, "ship")]
    [InlineData(ShipmentState.Accepted, ShipmentAction.Ready, "pickup")]
    public void Decide_takes_later_work_to_mean_that_all_is_picked(ShipmentState state, ShipmentAction action, string mode)
    {
        var shipment = A.Shipment().By(new DeliveryMode(mode)).In(state).After(action);

        Assert.Equal("2/2/2", Show(shipment));
    }

    [Theory]
    [InlineData(ShipmentState.Picking)]
    [InlineData(ShipmentState.Picked)]
    [InlineData(ShipmentState.Packed)]
    public void Unpick_puts_everything_back_on_the_shelf(ShipmentState state)
    {
        var shipment = A.Shipment().In(state).After(ShipmentAction.Unpick);

        Assert.Equal((ShipmentState.Accepted, "2/2/0", ""), (shipment.State, Show(shipment), Back(shipment)));
    }

    [Fact]
    public void Expire_gives_everything_back()
    {
        var shipment = A.Shipment().After(ShipmentAction.Expire);

        Assert.Equal((ShipmentState.Expired, "2/0/0", "2 expired"), (shipment.State, Show(shipment), Back(shipment)));
        Assert.True(Assert.Single(ShipmentReturn.In(shipment)).IsRefusal);
    }

    [Theory]
    [InlineData(ShipmentState.Offered, ShipmentState.Withdrawn)]
    [InlineData(ShipmentState.Accepted, ShipmentState.Cancelled)]
    [InlineData(ShipmentState.Ready, ShipmentState.Cancelled)]
    public void Withdraw_gives_back_all_that_has_not_left(ShipmentState state, ShipmentState reached)
    {
        var shipment = A.Shipment().By(DeliveryMode.Pickup).In(state).After(ShipmentAction.Withdraw);

        Assert.Equal((reached, "2/0/0", "2 withdrawn"), (shipment.State, Show(shipment), Back(shipment)));
        Assert.False(ShipmentReturn.In(shipment)[^1].IsRefusal);
    }

    [Fact]
    public void Decide_notes_who_did_what_when()
    {
        var command = A.Command(ShipmentAction.Ship) with { RequestId = "r1", By = "kim", Tracking = "1Z999" };

        var shipment = A.Shipment().In(ShipmentState.Packed).After(command);

        var entry = shipment.History[^1];
        Assert.Equal("1Z999", shipment.Tracking);
        Assert.Equal((ShipmentAction.Ship, ShipmentState.Shipped, command.At, "r1", "kim", null), (entry.Action, entry.State, entry.At, entry.RequestId, entry.By, entry.Reason));
    }

    [Fact]
    public void Decide_answers_a_repeated_request_without_doing_it_again()
    {
        var command = A.Command(ShipmentAction.Reject, ("1", 1)) with { RequestId = "r1" };
        var shipment = A.Shipment(("1", 3)).After(command);

        var outcome = ShipmentFlow.Decide(shipment, command);

        Assert.Same(shipment, Assert.IsType<ShipmentOutcome.Unchanged>(outcome).Shipment);
    }

    [Fact]
    public void Decide_answers_a_repeated_request_even_after_the_end()
    {
        var command = A.Command(ShipmentAction.Accept) with { RequestId = "r1" };
        var shipment = A.Shipment().After(command).After(ShipmentAction.Withdraw);

        var outcome = ShipmentFlow.Decide(shipment, command);

        Assert.Equal("=", Tell(outcome));
    }

    [Fact]
    public void Decide_leaves_no_trace_of_what_changes_nothing()
    {
        var shipment = A.Shipment().In(ShipmentState.Accepted).After(ShipmentAction.Pick, ("1", 1));

        var outcome = ShipmentFlow.Decide(shipment, A.Command(ShipmentAction.Pick, ("1", 1)) with { RequestId = "r2" });

        Assert.Equal("=", Tell(outcome));
    }

    private static string Tell(ShipmentOutcome outcome, bool withLines = false) => outcome.Match(
        changed => withLines ? $"{changed.Shipment.State} {Show(changed.Shipment)} {Back(changed.Shipment)}" : $"{changed.Shipment.State}",
        _ => "=",
        refused => refused.Sentence,
        invalid => invalid.Faults[0].ToSentence());

    private static string Show(Shipment shipment) => string.Join(' ', shipment.Lines.Select(line => $"{line.Offered}/{line.Open}/{line.Picked}"));

    private static string Back(Shipment shipment) =>
        string.Join(' ', shipment.History[^1].Returned.Select(line => $"{line.Quantity} {shipment.History[^1].Reason}"));
}
