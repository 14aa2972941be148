using Dom.Core.Network;
using Dom.Core.Sourcing;
using Dom.Core.Sourcing.Rules;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Sourcing.Rules;

public sealed class ModeRuleTests
{
    [Theory]
    [InlineData("ship", true)]
    [InlineData("pickup", true)]
    [InlineData("sameDay", false)]
    [InlineData("Ship", false)]
    public void Excludes_a_location_that_does_not_offer_the_mode(string mode, bool isOffered)
    {
        var line = A.Line() with { Mode = new DeliveryMode(mode), PickupLocationId = new LocationId("S1") };
        var decision = Core.Sourcing.Sourcing.Source(A.Request(line).At(A.Location() with { Modes = [DeliveryMode.Ship, DeliveryMode.Pickup] }, ("SKU-1", 1)));

        Assert.Equal(
            isOffered ? null : new Exclusion(ModeRule.RuleKind, $"'S1' offers ship, pickup; the line wants {mode}."),
            decision.Candidate("1", "S1").Exclusion);
    }

    [Fact]
    public void Justify_says_that_a_location_offers_nothing()
    {
        var decision = Core.Sourcing.Sourcing.Source(A.Request(A.Line()).At(A.Location() with { Modes = [] }, ("SKU-1", 1)));

        Assert.Equal("'S1' offers no delivery mode; the line wants ship.", decision.Candidate("1", "S1").Exclusion?.Sentence);
    }
}
