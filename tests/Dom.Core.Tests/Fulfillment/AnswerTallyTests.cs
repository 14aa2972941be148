using System.Collections.Immutable;
using Dom.Core.Catalogue;
using Dom.Core.Fulfillment;
using Dom.Core.Inventory;
using Dom.Core.Sourcing;
using Dom.Tests;

namespace Dom.Core.Tests.Fulfillment;

public sealed class AnswerTallyTests
{
    private static readonly Shipment Offer = A.Shipment(("1", 2), ("2", 1));

    [Fact]
    public void Of_an_offer_and_a_warning_is_nothing() =>
        Assert.Equal([(0, 0), (0, 0)], Tally(Offer.After(ShipmentAction.Warn)));

    [Fact]
    public void Of_an_accept_is_every_line() =>
        Assert.Equal([(0, 0), (2, 0)], Tally(Offer.After(ShipmentAction.Accept)));

    [Fact]
    public void Of_an_accept_of_a_part_is_a_refusal_of_the_lines_that_come_back() =>
        Assert.Equal([(0, 0), (2, 1)], Tally(Offer.After(ShipmentAction.Accept, ("1", 1), ("2", 1))));

    [Theory]
    [InlineData(ShipmentAction.Reject)]
    [InlineData(ShipmentAction.Expire)]
    public void Of_a_refusal_is_every_line_refused(ShipmentAction action) =>
        Assert.Equal([(0, 0), (2, 2)], Tally(Offer.After(action)));

    [Fact]
    public void Of_a_part_that_is_rejected_before_the_rest_is_answered_is_that_part() =>
        Assert.Equal([(0, 0), (1, 1), (1, 0)], Tally(Offer.After(ShipmentAction.Reject, ("2", 1)).After(ShipmentAction.Accept)));

    [Fact]
    public void Of_what_is_short_afterwards_is_a_refusal_of_what_was_answered_before() =>
        Assert.Equal(
            [(0, 0), (2, 0), (0, 1), (0, 0)],
            Tally(Offer.After(ShipmentAction.Accept).After(Short(("1", 1))).After(Short(("1", 0)))));

    [Fact]
    public void Of_what_Dom_takes_back_or_calls_off_is_nothing()
    {
        var takenBack = Offer.After(A.Command(ShipmentAction.TakeBack) with { Skus = [new Sku("SKU-1")] }).After(ShipmentAction.Accept);
        var calledOff = Offer.After(ShipmentAction.Accept).After(ShipmentAction.Withdraw);

        Assert.Equal([(0, 0), (0, 0), (1, 0)], Tally(takenBack));
        Assert.Equal([(0, 0), (2, 0), (0, 0)], Tally(calledOff));
        Assert.Equal([(0, 0), (0, 0)], Tally(Offer.After(ShipmentAction.Withdraw)));
    }

    [Fact]
    public void Of_what_is_accepted_by_itself_is_what_the_location_does_then()
    {
        var accepted = Shipment.Offer(A.ShipmentPlan(("1", 2), ("2", 1)), A.Moment, new OfferTerms { AcceptBy = A.Moment, IsAutoAccepted = true });

        Assert.Equal([(0, 0), (0, 0), (2, 0), (0, 0)], Tally(accepted.After(ShipmentAction.Pick).After(ShipmentAction.Pack)));
        Assert.Equal([(0, 0), (0, 0), (2, 2)], Tally(accepted.After(ShipmentAction.Reject)));
    }

    [Fact]
    public void ByCategory_counts_the_lines_of_each_category_and_leaves_the_others_out()
    {
        var plan = A.ShipmentPlan(("1", 2), ("2", 1), ("3", 1)) with
        {
            Categories = ImmutableDictionary<Sku, CategoryPath>.Empty.Add(new("SKU-1"), new("toys")).Add(new("SKU-2"), new("books")),
        };
        var shipment = Shipment.Offer(plan, A.Moment, new OfferTerms { AcceptBy = A.Moment.AddHours(2) }).After(ShipmentAction.Accept, ("1", 1), ("2", 1), ("3", 0)).After(Short(("2", 0)));

        var accepted = AnswerTally.ByCategory(shipment, 1);
        var shortOf = AnswerTally.ByCategory(shipment, 2);

        Assert.Empty(AnswerTally.ByCategory(shipment, 0));
        Assert.Equal((2, new AnswerHistory(1, 1), new AnswerHistory(1, 0)), (accepted.Count, accepted[new("toys")], accepted[new("books")]));
        Assert.Equal(new AnswerHistory(0, 1), Assert.Single(shortOf, category => category.Key == new CategoryPath("books")).Value);
        Assert.Single(shortOf);
    }

    [Fact]
    public void Of_a_whole_history_never_refuses_more_than_was_offered()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var random = new Random(seed);
            var shipment = A.Shipment([.. Enumerable.Range(1, random.Next(1, 4)).Select(line => ($"{line}", random.Next(1, 5)))]);
            for (var number = 0; number < 15; number++)
            {
                shipment = ShipmentFlow.Decide(shipment, RandomCommands.Make(random, shipment)) is ShipmentOutcome.Changed changed ? changed.Shipment : shipment;
            }

            var (offered, refused) = Tally(shipment).Aggregate((Offered: 0, Refused: 0), (sum, next) => (sum.Offered + next.Offered, sum.Refused + next.Refused));
            Property.Holds(refused <= offered && offered <= shipment.Lines.Length, () => $"Seed {seed}: {refused} of {offered} of {shipment.Lines.Length}");
        }
    }

    private static ShipmentCommand Short(params (string LineId, int Quantity)[] found) => A.Command(ShipmentAction.Pick, found) with { Reason = "notFound" };

    private static (int Offered, int Refused)[] Tally(Shipment shipment) =>
        [.. Enumerable.Range(0, shipment.History.Length).Select(number => AnswerTally.Of(shipment, number)).Select(tally => (tally.Offered, tally.Refused))];
}
