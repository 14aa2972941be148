using Dom.Core.Network;
using Dom.Core.Sourcing;
using Dom.Core.Sourcing.Rules;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Sourcing.Rules;

public sealed class DestinationRuleTests
{
    [Fact]
    public void Excludes_all_when_a_line_is_sent_to_nowhere()
    {
        var request = A.Request(A.Line()).At(A.Location(), ("SKU-1", 1)) with { Destination = null };

        var decision = Core.Sourcing.Sourcing.Source(request);

        Assert.Equal(new Exclusion(DestinationRule.RuleKind, "The order names no destination."), decision.Candidate("1", "S1").Exclusion);
    }

    [Theory]
    [InlineData("GONE", "The line goes to 'GONE', which is not in the network.")]
    [InlineData(null, "The line names no location where the customer collects it.")]
    [InlineData("S1", null)]
    public void Excludes_all_when_the_store_to_send_to_is_unknown(string? store, string? sentence)
    {
        var line = A.Line() with { Mode = DeliveryMode.ShipToStore, PickupLocationId = store is null ? null : new LocationId(store) };

        var decision = Core.Sourcing.Sourcing.Source(A.Request(line).At(A.Location(), ("SKU-1", 1)));

        Assert.Equal(sentence, decision.Candidate("1", "S1").Exclusion?.Sentence);
    }

    [Fact]
    public void Lets_lines_be_collected_from_orders_without_a_destination()
    {
        var line = A.Line() with { Mode = DeliveryMode.Pickup, PickupLocationId = new LocationId("S1") };

        var decision = Core.Sourcing.Sourcing.Source(A.Request(line).At(A.Location(), ("SKU-1", 1)) with { Destination = null });

        Assert.Equal("S1", decision.Plan());
    }
}
