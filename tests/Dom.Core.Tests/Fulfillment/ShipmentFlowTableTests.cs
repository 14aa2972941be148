using Dom.Core.Fulfillment;
using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Profiles.Delivery;
using Dom.Tests;

namespace Dom.Core.Tests.Fulfillment;

/// <summary>Every action in every state, for shipments that are sent and for those that are collected.</summary>
public sealed class ShipmentFlowTableTests
{
    private static readonly ShipmentAction[] Columns =
    [
        ShipmentAction.Offer, ShipmentAction.Accept, ShipmentAction.Reject, ShipmentAction.Pick, ShipmentAction.Unpick, ShipmentAction.Pack,
        ShipmentAction.Ship, ShipmentAction.Ready, ShipmentAction.Collect, ShipmentAction.Expire, ShipmentAction.Withdraw,
        ShipmentAction.Warn, ShipmentAction.TakeBack, ShipmentAction.Recall,
    ];

    // A word is the state reached, = changes nothing, - is refused.
    private static readonly (string Mode, ShipmentState State, string Row)[] Table =
    [
        //                                   Offer Accept   Reject   Pick   Unpick   Pack   Ship    Ready Collect   Expire  Withdraw  Warn    TakeBack  Recall
        ("ship", ShipmentState.Offered, "    -     Accepted Rejected -      -        -      -       -     -         Expired Withdrawn Offered Withdrawn Withdrawn"),
        ("ship", ShipmentState.Accepted, "   -     =        Rejected Picked =        Packed Shipped -     -         -       Cancelled -       -         -"),
        ("ship", ShipmentState.Picking, "    -     =        Rejected Picked Accepted -      -       -     -         -       Cancelled -       -         -"),
        ("ship", ShipmentState.Picked, "     -     =        Rejected =      Accepted Packed Shipped -     -         -       Cancelled -       -         -"),
        ("ship", ShipmentState.Packed, "     -     =        Rejected =      Accepted =      Shipped -     -         -       Cancelled -       -         -"),
        ("ship", ShipmentState.Shipped, "    -     =        -        =      -        =      =       -     -         -       -         -       -         -"),
        ("ship", ShipmentState.Rejected, "   -     -        =        -      -        -      -       -     -         -       -         -       =         -"),
        ("ship", ShipmentState.Expired, "    -     -        -        -      -        -      -       -     -         =       -         -       =         -"),
        ("ship", ShipmentState.Withdrawn, "  -     -        -        -      -        -      -       -     -         -       =         -       =         ="),
        ("ship", ShipmentState.Cancelled, "  -     -        -        -      -        -      -       -     -         -       =         -       =         -"),
        ("pickup", ShipmentState.Offered, "  -     Accepted Rejected -      -        -      -       -     -         Expired Withdrawn Offered Withdrawn Withdrawn"),
        ("pickup", ShipmentState.Accepted, " -     =        Rejected Picked =        Packed -       Ready -         -       Cancelled -       -         -"),
        ("pickup", ShipmentState.Picking, "  -     =        Rejected Picked Accepted -      -       -     -         -       Cancelled -       -         -"),
        ("pickup", ShipmentState.Picked, "   -     =        Rejected =      Accepted Packed -       Ready -         -       Cancelled -       -         -"),
        ("pickup", ShipmentState.Packed, "   -     =        Rejected =      Accepted =      -       Ready -         -       Cancelled -       -         -"),
        ("pickup", ShipmentState.Ready, "    -     =        Rejected =      -        =      -       =     Collected -       Cancelled -       -         -"),
        ("pickup", ShipmentState.Collected, "-     =        -        =      -        =      -       =     =         -       -         -       -         -"),
        ("pickup", ShipmentState.Rejected, " -     -        =        -      -        -      -       -     -         -       -         -       =         -"),
        ("pickup", ShipmentState.Expired, "  -     -        -        -      -        -      -       -     -         =       -         -       =         -"),
        ("pickup", ShipmentState.Withdrawn, "-     -        -        -      -        -      -       -     -         -       =         -       =         ="),
        ("pickup", ShipmentState.Cancelled, "-     -        -        -      -        -      -       -     -         -       =         -       =         -"),
    ];

    public static TheoryData<string, ShipmentState, ShipmentAction, string> Cells()
    {
        var cells = new TheoryData<string, ShipmentState, ShipmentAction, string>();
        foreach (var (mode, state, row) in Table)
        {
            var words = row.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            for (var column = 0; column < Columns.Length; column++)
            {
                cells.Add(mode, state, Columns[column], words[column]);
            }
        }

        return cells;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Decide_does_what_the_table_says(string mode, ShipmentState state, ShipmentAction action, string expected)
    {
        var shipment = A.Shipment().By(new DeliveryMode(mode)).In(state);

        var outcome = ShipmentFlow.Decide(shipment, A.Command(action) with { Skus = [new Sku("SKU-1")] });

        Assert.Equal(expected, outcome.Match(changed => $"{changed.Shipment.State}", _ => "=", _ => "-", invalid => invalid.Faults[0].ToSentence()));
        if (outcome is ShipmentOutcome.Refused refused)
        {
            Assert.Equal(state, refused.State);
            Assert.Equal(ShipmentFlow.PossibleActions(shipment).AsEnumerable(), refused.Possible);
            Assert.StartsWith($"A {mode} shipment that is ", refused.Sentence, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("ship", ShipmentState.Offered, "Accept Reject")]
    [InlineData("ship", ShipmentState.Accepted, "Pick Pack Ship Reject")]
    [InlineData("ship", ShipmentState.Picking, "Pick Unpick Reject")]
    [InlineData("ship", ShipmentState.Picked, "Pick Unpick Pack Ship Reject")]
    [InlineData("ship", ShipmentState.Packed, "Unpick Ship Reject")]
    [InlineData("ship", ShipmentState.Shipped, "")]
    [InlineData("shipToStore", ShipmentState.Packed, "Unpick Ship Reject")]
    [InlineData("sameDay", ShipmentState.Packed, "Unpick Ship Reject")]
    [InlineData("pickup", ShipmentState.Offered, "Accept Reject")]
    [InlineData("pickup", ShipmentState.Accepted, "Pick Pack Ready Reject")]
    [InlineData("pickup", ShipmentState.Picking, "Pick Unpick Reject")]
    [InlineData("pickup", ShipmentState.Picked, "Pick Unpick Pack Ready Reject")]
    [InlineData("pickup", ShipmentState.Packed, "Unpick Ready Reject")]
    [InlineData("pickup", ShipmentState.Ready, "Collect Reject")]
    [InlineData("pickup", ShipmentState.Collected, "")]
    [InlineData("ship", ShipmentState.Rejected, "")]
    [InlineData("ship", ShipmentState.Expired, "")]
    [InlineData("ship", ShipmentState.Withdrawn, "")]
    [InlineData("ship", ShipmentState.Cancelled, "")]
    public void PossibleActions_are_what_the_location_can_do(string mode, ShipmentState state, string expected)
    {
        var possible = ShipmentFlow.PossibleActions(A.Shipment().By(new DeliveryMode(mode)).In(state));

        Assert.Equal(expected, string.Join(' ', possible));
    }

    [Theory]
    [InlineData("clickAndCollect", DeliveryKind.Pickup, ShipmentState.Packed, "Unpick Ready Reject")]
    [InlineData("clickAndCollect", DeliveryKind.Pickup, ShipmentState.Ready, "Collect Reject")]
    [InlineData("clickAndCollect", DeliveryKind.Ship, ShipmentState.Packed, "Unpick Ship Reject")]
    [InlineData("clickAndCollect", DeliveryKind.ShipToStore, ShipmentState.Packed, "Unpick Ship Reject")]
    [InlineData("clickAndCollect", null, ShipmentState.Packed, "Unpick Ship Reject")]
    [InlineData("pickup", null, ShipmentState.Packed, "Unpick Ready Reject")]
    public void PossibleActions_go_by_what_the_mode_does_and_by_its_name_where_that_is_not_known(string mode, DeliveryKind? kind, ShipmentState state, string expected)
    {
        var shipment = A.Shipment().By(new DeliveryMode(mode)) with { State = state, Kind = kind };

        Assert.Equal(expected, string.Join(' ', ShipmentFlow.PossibleActions(shipment)));
    }

    [Theory]
    [MemberData(nameof(States))]
    public void Next_waits_for_the_answer_then_for_work_then_for_nothing(ShipmentState state)
    {
        var step = ShipmentFlow.Next(state, A.Moment);

        var expected = state == ShipmentState.Offered ? $"answer until {A.Moment:O}" : ShipmentFlow.IsEnd(state) ? "ended" : "work";
        Assert.Equal(expected, step.Match(answer => $"answer until {answer.Until:O}", _ => "work", _ => "ended"));
    }

    [Fact]
    public void Next_waits_for_the_warning_before_the_deadline()
    {
        var step = ShipmentFlow.Next(ShipmentState.Offered, A.Moment, A.Moment.AddMinutes(-30));
        var afterwards = ShipmentFlow.Next(ShipmentState.Offered, A.Moment, A.Moment.AddMinutes(30));

        Assert.Equal(new ShipmentStep.AwaitAnswer(A.Moment.AddMinutes(-30)), step);
        Assert.Equal(new ShipmentStep.AwaitAnswer(A.Moment), afterwards);
    }

    [Theory]
    [MemberData(nameof(States))]
    public void IsEnd_is_where_no_location_can_do_anything(ShipmentState state)
    {
        var possible = Enum.GetValues<DeliveryKind>().SelectMany(kind => ShipmentFlow.PossibleActions(A.Shipment() with { State = state, Kind = kind }));

        Assert.Equal(ShipmentFlow.IsEnd(state), !possible.Any());
    }

    public static TheoryData<ShipmentState> States() => [.. Enum.GetValues<ShipmentState>()];
}
