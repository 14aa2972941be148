using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Profiles;
using Dom.Core.Profiles.Rules;
using Dom.Core.Sourcing;
using Dom.Core.Sourcing.Rules;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Sourcing.Rules;

public sealed class MaximumDistanceRuleTests : PlaceRuleCases
{
    protected override Rule Hit { get; } = new MaximumDistance { Id = "far", Km = 99.999 };

    protected override string Kind => MaximumDistanceRule.RuleKind;

    // The location lies 100.000 km from the destination.
    [Theory]
    [InlineData(99.999, true)]
    [InlineData(100.0, false)]
    [InlineData(100.001, false)]
    [InlineData(0.0, true)]
    [InlineData(null, false)]
    public void Excludes_a_location_farther_than_the_limit(double? limit, bool isExcluded)
    {
        var request = A.Request(A.Line()).At(A.Location(position: A.Reno.North(100)), ("SKU-1", 1)).With(limit is { } km ? [new MaximumDistance { Id = "far", Km = km }] : []);

        Assert.Equal(isExcluded, Core.Sourcing.Sourcing.Source(request).Candidate("1", "S1").Exclusion is not null);
    }

    [Fact]
    public void Heeds_the_lowest()
    {
        var wide = new MaximumDistance { Id = "wide", Km = 500, For = new ProductScope { Skus = [new Sku("SKU-1")] } };

        Assert.Equal("far", Source(Hit, wide).Candidate("1", "S1").Exclusion!.Rule);
        Assert.Equal("far", Source(wide, Hit).Candidate("1", "S1").Exclusion!.Rule);
    }

    [Fact]
    public void Justify_names_both_distances()
    {
        var request = A.Request(A.Line()).At(A.Location(position: A.Reno.North(812.34)), ("SKU-1", 1)).With(new MaximumDistance { Id = "far", Km = 500.5 });

        Assert.Equal(
            new Exclusion("far", "'S1' lies 812.34 km from the destination; at most 500.5 km are allowed.") { Kind = MaximumDistanceRule.RuleKind, Limit = 500.5, Actual = 812.34 },
            Core.Sourcing.Sourcing.Source(request).Candidate("1", "S1").Exclusion);
    }

    [Fact]
    public void Lets_the_customer_collect_from_any_distance()
    {
        var line = A.Line() with { Mode = DeliveryMode.Pickup, PickupLocationId = new LocationId("S1") };
        var request = A.Request(line).At(A.Location(position: A.Reno.North(900)), ("SKU-1", 1)).With(new MaximumDistance { Id = "far", Km = 1 });

        Assert.Equal("S1", Core.Sourcing.Sourcing.Source(request).Plan());
    }

    [Fact]
    public void Measures_to_the_store_for_what_is_collected_there()
    {
        var line = A.Line() with { Mode = DeliveryMode.ShipToStore, PickupLocationId = new LocationId("S2") };
        var request = A.Request(line).At(A.Location("S1", A.Reno.North(900)), ("SKU-1", 1)).At(A.Location("S2", A.Reno.North(950)))
            .With(new MaximumDistance { Id = "far", Km = 60 });

        var candidate = Core.Sourcing.Sourcing.Source(request).Candidate("1", "S1");

        Assert.True(candidate.IsChosen);
        Assert.Equal(50, candidate.DistanceKm);
    }
}
