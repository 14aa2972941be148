using Dom.Core.Network;
using Dom.Core.Sourcing;
using Dom.Core.Sourcing.Rules;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Sourcing.Rules;

public sealed class PickupLocationRuleTests
{
    [Fact]
    public void Excludes_every_location_but_the_one_where_the_customer_collects()
    {
        var line = A.Line() with { Mode = DeliveryMode.Pickup, PickupLocationId = new LocationId("S2") };
        var decision = Core.Sourcing.Sourcing.Source(A.Request(line).At(A.Location("S1"), ("SKU-1", 1)).At(A.Location("S2"), ("SKU-1", 1)));

        Assert.Equal("S2", decision.Plan());
        Assert.Equal(new Exclusion(PickupLocationRule.RuleKind, "The customer collects at 'S2', not at 'S1'."), decision.Candidate("1", "S1").Exclusion);
    }

    [Fact]
    public void Does_not_care_where_other_lines_come_from()
    {
        var line = A.Line() with { Mode = DeliveryMode.ShipToStore, PickupLocationId = new LocationId("S2") };
        var decision = Core.Sourcing.Sourcing.Source(A.Request(line).At(A.Location("S1"), ("SKU-1", 1)).At(A.Location("S2")));

        Assert.Equal("S1", decision.Plan());
    }

    [Fact]
    public void Excludes_all_when_the_line_names_no_location()
    {
        var decision = Core.Sourcing.Sourcing.Source(A.Request(A.Line() with { Mode = DeliveryMode.Pickup }).At(A.Location(), ("SKU-1", 1)));

        Assert.Equal("The line names no location where the customer collects it.", decision.Candidate("1", "S1").Exclusion?.Sentence);
    }
}
