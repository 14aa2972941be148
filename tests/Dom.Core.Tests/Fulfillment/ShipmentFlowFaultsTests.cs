using System.Collections.Immutable;
using Dom.Core.Fulfillment;
using Dom.Core.Inventory;
using Dom.Tests;

namespace Dom.Core.Tests.Fulfillment;

public sealed class ShipmentFlowFaultsTests
{
    [Fact]
    public void Decide_finds_one_mark_for_two_actions_wrong()
    {
        var shipment = A.Shipment().After(A.Command(ShipmentAction.Accept) with { RequestId = "r1" });

        var outcome = ShipmentFlow.Decide(shipment, A.Command(ShipmentAction.Pick) with { RequestId = "r1" });

        Assert.Equal("requestId is 'r1'; allowed is a mark of its own for each request: Accept had this one.", Tell(outcome));
    }

    [Theory]
    [InlineData(ShipmentAction.Accept, -1, "lines[0].quantity is '-1'; allowed is 0 to 2.")]
    [InlineData(ShipmentAction.Accept, 3, "lines[0].quantity is '3'; allowed is 0 to 2.")]
    [InlineData(ShipmentAction.Reject, -1, "lines[0].quantity is '-1'; allowed is 0 to 2.")]
    [InlineData(ShipmentAction.Reject, 3, "lines[0].quantity is '3'; allowed is 0 to 2.")]
    [InlineData(ShipmentAction.Pick, -1, "lines[0].quantity is '-1'; allowed is 0 to 2.")]
    [InlineData(ShipmentAction.Pick, 3, "lines[0].quantity is '3'; allowed is 0 to 2.")]
    [InlineData(ShipmentAction.Unpick, 1, "lines is '1 lines'; allowed is no lines for Unpick: it means all that is open.")]
    [InlineData(ShipmentAction.Pack, 1, "lines is '1 lines'; allowed is no lines for Pack: it means all that is open.")]
    [InlineData(ShipmentAction.Ship, 1, "lines is '1 lines'; allowed is no lines for Ship: it means all that is open.")]
    [InlineData(ShipmentAction.Ready, 1, "lines is '1 lines'; allowed is no lines for Ready: it means all that is open.")]
    [InlineData(ShipmentAction.Collect, 1, "lines is '1 lines'; allowed is no lines for Collect: it means all that is open.")]
    public void Decide_finds_wrong_quantities(ShipmentAction action, int quantity, string expected)
    {
        var outcome = ShipmentFlow.Decide(A.Shipment(), A.Command(action, ("1", quantity)));

        Assert.Equal(expected, Tell(outcome));
    }

    [Fact]
    public void Decide_finds_every_fault_of_a_command()
    {
        var shipment = A.Shipment(("1", 2), ("2", 1));

        var outcome = ShipmentFlow.Decide(shipment, A.Command(ShipmentAction.Reject, ("1", 1), ("1", 1), ("9", 1), ("2", 2)) with { Reason = "bored" });

        Assert.Equal(
            [
                "reason is 'bored'; allowed is one of closed, damaged, displayOnly, noCapacity, notFound, other.",
                "lines[1].lineId is '1'; allowed is each line once.",
                "lines[2].lineId is '9'; allowed is one of 1, 2.",
                "lines[3].quantity is '2'; allowed is 0 to 1.",
            ],
            Assert.IsType<ShipmentOutcome.Invalid>(outcome).Faults.Select(fault => fault.ToSentence()));
    }

    [Theory]
    [InlineData(ShipmentAction.Accept)]
    [InlineData(ShipmentAction.Reject)]
    [InlineData(ShipmentAction.Pick)]
    public void Decide_takes_an_empty_list_for_neither_all_nor_nothing(ShipmentAction action)
    {
        var outcome = ShipmentFlow.Decide(A.Shipment(), A.Command(action) with { Lines = [] });

        Assert.Equal("lines is '[]'; allowed is at least one line, or no lines at all for everything that is open.", Tell(outcome));
    }

    [Fact]
    public void Pick_with_a_reason_must_say_what_is_short()
    {
        var outcome = ShipmentFlow.Decide(A.Shipment().In(ShipmentState.Accepted), A.Command(ShipmentAction.Pick) with { Reason = "notFound" });

        Assert.Equal("lines is ''; allowed is the lines that are short, with how many units of each were found, where a pick names a reason.", Tell(outcome));
    }

    [Theory]
    [InlineData("withdrawn")]
    [InlineData("expired")]
    [InlineData("collateral")]
    public void Reject_may_not_use_the_reasons_of_Dom_itself(string reason)
    {
        var shipment = A.Shipment() with { Reasons = ImmutableDictionary<string, StockEffect>.Empty.Add(reason, StockEffect.None).Add("busy", StockEffect.None) };

        var outcome = ShipmentFlow.Decide(shipment, A.Command(ShipmentAction.Reject) with { Reason = reason });

        Assert.Equal($"reason is '{reason}'; allowed is one of busy.", Tell(outcome));
    }

    [Fact]
    public void Reject_shows_no_more_of_a_reason_than_a_fault_holds()
    {
        var outcome = ShipmentFlow.Decide(A.Shipment(), A.Command(ShipmentAction.Reject) with { Reason = new string('x', 101) });

        Assert.Equal(100, Assert.IsType<ShipmentOutcome.Invalid>(outcome).Faults[0].Value.Length);
    }

    private static string Tell(ShipmentOutcome outcome) => Assert.Single(Assert.IsType<ShipmentOutcome.Invalid>(outcome).Faults).ToSentence();
}
