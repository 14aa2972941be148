using Dom.Core.Network;
using Dom.Core.Profiles;
using Dom.Core.Profiles.Rules;
using Dom.Core.Sourcing;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Sourcing.Rules;

public sealed class LocalRadiusRuleTests
{
    private static readonly LocalRadius Near = new() { Id = "near", Km = 50 };

    // S1 lies 50.000 km away.
    [Theory]
    [InlineData(49.999, 50_000)]
    [InlineData(50, 0)]
    [InlineData(50.001, 0)]
    public void Metres_are_0_within_it(double km, int metres)
    {
        var screening = new Screening(Request.With(Near with { Km = km }));

        Assert.Equal(metres, screening.Metres(0, 0));
        Assert.Equal(50_000, screening.MetresOnGround(0, 0));
    }

    [Fact]
    public void Makes_near_locations_equally_near()
    {
        var decision = Core.Sourcing.Sourcing.Source(Request.With(Near));

        Assert.Equal("S1", decision.Plan());
        Assert.DoesNotContain(decision.Cost.Terms, term => term is { Name: CostTerm.Distance, MinorUnits: > 0 });
        Assert.Equal(50, decision.Candidate("1", "S1").DistanceKm);
    }

    [Fact]
    public void Heeds_the_greatest()
    {
        var both = Request.With(Near with { Km = 10 }, Near with { Id = "wide", Km = 60 });

        Assert.Equal(0, new Screening(both).Metres(0, 0));
    }

    [Fact]
    public void Leaves_the_farthest_distance_as_it_is()
    {
        var request = Request.With(Near, new MaximumDistance { Id = "far", Km = 49 });

        Assert.Equal("S2", Core.Sourcing.Sourcing.Source(request).Plan());
    }

    [Fact]
    public void Does_nothing_out_of_its_dates_or_scope_and_never_falls()
    {
        var tomorrow = DateOnly.FromDateTime(A.Moment.UtcDateTime).AddDays(1);
        Rule[] rules =
        [
            Near with { IsDisabled = true },
            Near with { Effective = new Effective(tomorrow, null) },
            Near with { At = new PlaceScope { Types = [LocationType.Dc] } },
            Near with { For = new ProductScope { Modes = [DeliveryMode.Pickup] } },
        ];
        var soft = Core.Sourcing.Sourcing.Source((Request with { Lines = [A.Line(quantity: 9)] }).With(Near.Soft()));

        Assert.All(rules, rule => Assert.Equal("S2", Core.Sourcing.Sourcing.Source(Request.With(rule)).Plan()));
        Assert.Equal(("-", ""), (soft.Plan(), soft.Fallen()));
    }

    private static SourcingRequest Request =>
        A.Request(A.Line()).At(A.Location("S1", A.Reno.North(50)), ("SKU-1", 1)).At(A.Location("S2", A.Reno.North(20)), ("SKU-1", 1));
}
