using System.Text.Json;
using Dom.Core.Fulfillment;
using Dom.Core.Inventory;
using Dom.Core.Profiles;
using Dom.Tests;

namespace Dom.Core.Tests.Fulfillment;

/// <summary>What an acceptance policy makes of offers and of the answers to them.</summary>
public sealed class ShipmentFlowAnswerTests
{
    private static readonly AcceptancePolicy WholeOnly = new() { AllowsPartialAccept = false };

    [Fact]
    public void Offer_that_is_accepted_by_itself_is_accepted_and_says_so()
    {
        var shipment = AutoAccepted();

        Assert.Equal(ShipmentState.Accepted, shipment.State);
        Assert.Equal([(ShipmentAction.Offer, null), (ShipmentAction.Accept, "auto")], shipment.History.Select(entry => (entry.Action, entry.By)));
        Assert.True(ShipmentFlow.IsAutoAccepted(shipment));
        Assert.IsType<ShipmentOutcome.Unchanged>(ShipmentFlow.Decide(shipment, A.Command(ShipmentAction.Accept)));
    }

    [Fact]
    public void IsAutoAccepted_is_not_what_a_location_accepts_that_calls_itself_so()
    {
        var later = A.Shipment().After(A.Command(ShipmentAction.Accept) with { By = "auto" });
        var inPart = A.Shipment().After(A.Command(ShipmentAction.Accept, ("1", 1)) with { By = "auto", At = A.Moment });

        Assert.False(ShipmentFlow.IsAutoAccepted(later));
        Assert.False(ShipmentFlow.IsAutoAccepted(inPart));
    }

    [Fact]
    public void AsMade_leaves_out_what_happened_since()
    {
        var offered = A.Shipment(("1", 3));
        var accepted = AutoAccepted();

        var again = Shipment.AsMade(offered.After(ShipmentAction.Accept, ("1", 2)).After(ShipmentAction.Pick).After(A.Command(ShipmentAction.Ship) with { Tracking = "1Z" }));

        Assert.Equal(Text(offered), Text(again));
        Assert.Equal(Text(accepted), Text(Shipment.AsMade(accepted.After(ShipmentAction.Reject))));
    }

    [Theory]
    [InlineData(ShipmentAction.Accept, "accepted")]
    [InlineData(ShipmentAction.Reject, "rejected")]
    public void Decide_takes_a_whole_answer_where_the_profile_wants_it_whole(ShipmentAction action, string word)
    {
        var shipment = A.Shipment(WholeOnly, ("1", 2), ("2", 1));

        var part = ShipmentFlow.Decide(shipment, A.Command(action, ("1", 2)));
        var fewer = ShipmentFlow.Decide(shipment, A.Command(action, ("1", 1), ("2", 1)));
        var whole = ShipmentFlow.Decide(shipment, A.Command(action, ("1", 2), ("2", 1)));

        Assert.Equal(
            $"lines is '2 of line 1'; allowed is all that is offered, for which no lines need be named: the profile lets no part of an offer be {word}.",
            Assert.Single(Assert.IsType<ShipmentOutcome.Invalid>(part).Faults).ToSentence());
        Assert.Equal("1 of line 1, 1 of line 2", Assert.Single(Assert.IsType<ShipmentOutcome.Invalid>(fewer).Faults).Value);
        Assert.IsType<ShipmentOutcome.Changed>(whole);
        Assert.IsType<ShipmentOutcome.Changed>(ShipmentFlow.Decide(shipment, A.Command(action)));
    }

    [Fact]
    public void Decide_lets_what_was_accepted_whole_come_back_in_part()
    {
        var shipment = A.Shipment(WholeOnly, ("1", 3)).In(ShipmentState.Accepted);

        var rejected = shipment.After(ShipmentAction.Reject, ("1", 1));
        var picked = rejected.After(A.Command(ShipmentAction.Pick, ("1", 1)) with { Reason = "notFound" });

        Assert.Equal((ShipmentState.Picked, 1), (picked.State, picked.Lines[0].Open));
        Assert.IsType<ShipmentOutcome.Unchanged>(ShipmentFlow.Decide(picked, A.Command(ShipmentAction.Accept, ("1", 3))));
    }

    [Fact]
    public void Whole_is_what_is_left_where_a_SKU_was_taken_back()
    {
        var shipment = A.Shipment(WholeOnly, ("1", 2), ("2", 1)).After(TakeBack("SKU-2"));

        var accepted = ShipmentFlow.Decide(shipment, A.Command(ShipmentAction.Accept, ("1", 2)));

        Assert.Equal(ShipmentState.Accepted, Assert.IsType<ShipmentOutcome.Changed>(accepted).Shipment.State);
    }

    [Fact]
    public void Warn_is_told_once_and_changes_nothing_else()
    {
        var shipment = A.Shipment();

        var warned = shipment.After(A.Command(ShipmentAction.Warn));

        Assert.False(ShipmentFlow.IsWarned(shipment));
        Assert.True(ShipmentFlow.IsWarned(warned));
        Assert.Equal((ShipmentState.Offered, ShipmentAction.Warn, 2), (warned.State, warned.History[^1].Action, warned.Lines[0].Open));
        Assert.IsType<ShipmentOutcome.Unchanged>(ShipmentFlow.Decide(warned, A.Command(ShipmentAction.Warn)));
        Assert.IsType<ShipmentOutcome.Unchanged>(ShipmentFlow.Decide(warned.After(ShipmentAction.Accept), A.Command(ShipmentAction.Warn)));
    }

    [Fact]
    public void TakeBack_leaves_what_is_of_other_SKUs()
    {
        var shipment = A.Shipment(("1", 2), ("2", 1)).After(TakeBack("SKU-1", "SKU-9"));

        Assert.Equal((ShipmentState.Offered, "0 1"), (shipment.State, string.Join(' ', shipment.Lines.Select(line => line.Open))));
        Assert.Equal("collateral", shipment.History[^1].Reason);
        Assert.Equal(A.Quantities(("1", 2)).AsEnumerable(), shipment.History[^1].Returned);
        Assert.IsType<ShipmentOutcome.Unchanged>(ShipmentFlow.Decide(shipment, TakeBack("SKU-1")));
        Assert.Equal(ShipmentState.Withdrawn, shipment.After(TakeBack("SKU-2")).State);
    }

    [Fact]
    public void TakeBack_comes_too_late_for_what_is_accepted()
    {
        var outcome = ShipmentFlow.Decide(A.Shipment().In(ShipmentState.Accepted), TakeBack("SKU-1"));

        Assert.Equal("A ship shipment that is accepted cannot be taken back.", Assert.IsType<ShipmentOutcome.Refused>(outcome).Sentence);
    }

    [Theory]
    [InlineData("notFound", StockEffect.All)]
    [InlineData("damaged", StockEffect.Quantity)]
    [InlineData("closed", StockEffect.None)]
    public void EffectOf_is_what_the_reason_says(string reason, StockEffect expected)
    {
        var shipment = A.Shipment().After(A.Command(ShipmentAction.Reject) with { Reason = reason });

        Assert.Equal(expected, ShipmentFlow.EffectOf(shipment, shipment.History[^1]));
    }

    [Fact]
    public void EffectOf_what_is_taken_back_is_its_units()
    {
        var shipment = A.Shipment().After(TakeBack("SKU-1"));

        Assert.Equal(StockEffect.Quantity, ShipmentFlow.EffectOf(shipment, shipment.History[^1]));
        Assert.Equal(StockEffect.None, ShipmentFlow.EffectOf(shipment, shipment.History[0]));
    }

    [Fact]
    public void What_was_stored_before_there_were_terms_asks_for_nothing()
    {
        var text = JsonSerializer.SerializeToNode(A.Shipment(WholeOnly, ("1", 2)), DomJson.Options)!.AsObject();
        text.Remove("terms");

        var shipment = text.Deserialize<Shipment>(DomJson.Options)!;

        Assert.Equal((false, false), (shipment.Terms.IsWholeOnly, shipment.Terms.ReroutesCollateral));
        Assert.Equal(1, shipment.After(ShipmentAction.Accept, ("1", 1)).Lines[0].Open);
    }

    private static Shipment AutoAccepted() =>
        Shipment.Offer(A.ShipmentPlan(), A.Moment, new OfferTerms { AcceptBy = A.Moment, IsAutoAccepted = true });

    private static ShipmentCommand TakeBack(params string[] skus) =>
        A.Command(ShipmentAction.TakeBack) with { Skus = [.. skus.Select(sku => new Sku(sku))] };

    private static string Text(Shipment shipment) => JsonSerializer.Serialize(shipment, DomJson.Options);
}
