using Dom.Core.Fulfillment;
using Dom.Core.Inventory;
using Dom.Core.Profiles;
using Dom.Tests;

namespace Dom.Core.Tests.Fulfillment;

public sealed class ShipmentFlowRecallTests
{
    [Fact]
    public void Recall_gives_all_of_an_offer_back_and_is_no_refusal()
    {
        var recalled = A.Shipment(("1", 2), ("2", 1)).After(ShipmentAction.Recall);

        var returned = Assert.Single(ShipmentReturn.In(recalled));
        Assert.Equal((ShipmentState.Withdrawn, "recalled", false), (recalled.State, returned.Reason, returned.IsRefusal));
        Assert.Equal(A.Quantities(("1", 2), ("2", 1)), returned.Lines.AsEnumerable());
        Assert.Equal(default, AnswerTally.Of(recalled, 1));
    }

    [Fact]
    public void Recall_leaves_stock_as_it_is_whatever_the_profile_says_of_the_word()
    {
        var policy = new AcceptancePolicy { Reasons = AcceptancePolicy.DefaultReasons.Add("recalled", StockEffect.All) };

        var recalled = A.Shipment(policy).After(ShipmentAction.Recall);

        Assert.Equal(StockEffect.None, ShipmentFlow.EffectOf(recalled, recalled.History[^1]));
    }
}
