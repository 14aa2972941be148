using System.Collections.Immutable;
using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Profiles;
using Dom.Core.Sourcing;
using Dom.Core.Sourcing.Scarcity;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Sourcing.Scarcity;

public sealed class ScarcityDecisionTests
{
    // NEAR costs 500 + 0 + 50, FAR 500 + 40 + 50: a unit from NEAR may cost up to 20 more.
    private static readonly SourcingRequest Request = A.Request(A.Line("1", "A", 2))
        .At(A.Location("NEAR") with { OrdersPerDay = 10 }, ("A", 2))
        .At(A.Location("FAR", A.Reno.North(100)) with { OrdersPerDay = 10 }, ("A", 2));

    [Theory]
    [InlineData(19_999, "NEAR")]
    [InlineData(20_000, "NEAR")]
    [InlineData(20_250, "FAR")]
    public void Source_spares_stock_that_is_worth_more_to_later_orders(int thousandths, string expected) =>
        Assert.Equal(expected, Source(Request, unit: thousandths).Plan());

    [Theory]
    [InlineData(39_999, "NEAR")]
    [InlineData(40_500, "FAR")]
    public void Source_spares_places_that_are_worth_more_to_later_orders(int thousandths, string expected) =>
        Assert.Equal(expected, Source(Request, place: thousandths).Plan());

    [Theory]
    [InlineData(8, 0, "FAR")]
    [InlineData(8, 1000, "FAR")]
    [InlineData(4, 0, "NEAR")]
    [InlineData(0, 0, "NEAR")]
    public void Source_spares_places_of_a_location_that_fills_before_its_time(int taken, int drift, string expected) =>
        Assert.Equal(expected, Steered(taken, drift).Plan());

    [Fact]
    public void Source_says_how_full_a_location_is_against_what_is_usual()
    {
        var term = Steered(taken: 8).Candidate("1", "NEAR").Cost!.Terms.Single(term => term.Name == CostTerm.Scarcity);

        Assert.Equal(225, term.MinorUnits);
        Assert.Contains("a place in its day 225 (8 of 10 taken, 4 usual by now)", term.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Source_charges_no_place_of_a_location_that_takes_any_number_of_orders()
    {
        var request = Request with { Network = [.. Request.Network.Select(location => location with { OrdersPerDay = null })] };

        Assert.Equal("NEAR", Source(request, place: 90_000).Plan());
    }

    [Fact]
    public void Source_shows_what_prices_charge_as_a_term_with_a_sentence()
    {
        var decision = Source(Request, unit: 10_300, place: 6_000);

        var term = decision.Cost.Terms.Single(term => term.Name == CostTerm.Scarcity);
        Assert.Equal((27, "NEAR"), (term.MinorUnits, term.LocationId?.Value));
        Assert.Equal("What later orders would pay at 'NEAR', in minor units: a place in its day 6, 2 of 'A' 21; prices 20261121T030000Z, charged at 100 %.", term.Sentence);
        Assert.Equal(550 + 27, decision.Cost.TotalMinorUnits);
        Assert.Contains(term, decision.Candidate("1", "NEAR").Cost!.Terms);
    }

    [Fact]
    public void Source_shows_what_prices_changed()
    {
        var decision = Source(Request, unit: 90_000);

        Assert.Equal(new ScarcityUse("20261121T030000Z", A.Moment.AddHours(-7), 0, 1000, ChangedPlan: true), decision.Scarcity);
        Assert.Equal("NEAR", decision.PlanWithoutPrices());
        Assert.Equal(["FAR", "NEAR"], decision.Lines[0].Candidates.Select(candidate => candidate.LocationId.Value));
    }

    [Fact]
    public void Source_leaves_no_line_unassigned_for_later_orders()
    {
        var request = A.Request(A.Line("1", "A", 2)).At(A.Location("NEAR"), ("A", 2)).With(A.Costs() with { UnassignedUnitMinorUnits = 300 });

        Assert.Equal("NEAR", Source(request, unit: 9_000_000).Plan());
    }

    [Fact]
    public void Source_heeds_no_prices_that_the_profile_leaves_off_or_that_are_too_old()
    {
        var off = Request with { Profile = Request.Profile with { Scarcity = new ScarcityPolicy { IsUsed = false } } };
        var old = Request with { At = A.Moment.AddDays(2) };

        Assert.Equal(["NEAR", "NEAR"], new[] { off, old }.Select(request => Source(request, unit: 90_000).Plan()));
        Assert.Null(Source(off, unit: 90_000).Scarcity);
    }

    [Theory]
    [InlineData(1000, 1000, 0, 1000)]
    [InlineData(1000, 1000, 250, 750)]
    [InlineData(1000, 2000, 250, 500)]
    [InlineData(1500, 2000, 500, 0)]
    [InlineData(1500, 4000, 900, 0)]
    [InlineData(1500, 0, 900, 1500)]
    public void SharePerMille_falls_as_demand_drifts(int strength, int damping, int drift, int expected)
    {
        var prices = new ScarcityPrices(Version(0) with { DriftPerMille = drift }, ImmutableDictionary<Sku, SkuPrices>.Empty);

        Assert.Equal(expected, prices.SharePerMille(new ScarcityPolicy { StrengthPerMille = strength, DriftDampingPerMille = damping }, A.Moment));
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(2001, 0)]
    [InlineData(1000, 10_001)]
    public void Source_refuses_a_policy_outside_its_range(int strength, int damping)
    {
        var request = Request with { Profile = Request.Profile with { Scarcity = new ScarcityPolicy { StrengthPerMille = strength, DriftDampingPerMille = damping } } };

        Assert.Throws<ArgumentException>(() => Core.Sourcing.Sourcing.Source(request));
    }

    private static SourcingDecision Source(SourcingRequest request, int unit = 0, int place = 0) => Core.Sourcing.Sourcing.Source(request with
    {
        Scarcity = new ScarcityPrices(
            Version(place), ImmutableDictionary<Sku, SkuPrices>.Empty.Add(new("A"), new SkuPrices(new("A"), Version(0).Version, [new LocationPrice(new("NEAR"), unit)]))),
    });

    private static SourcingDecision Steered(int taken, int drift = 0) => Core.Sourcing.Sourcing.Source(Request with
    {
        Loads = new Dictionary<LocationId, DayLoad> { [new("NEAR")] = DayLoad.OfOrders(taken) },
        Scarcity = new ScarcityPrices(
            Version(0) with { Places = [], StakeThousandths = 400_000, OrdersByHour = [.. Enumerable.Repeat(1, 24)], DriftPerMille = drift },
            ImmutableDictionary<Sku, SkuPrices>.Empty),
    });

    private static ScarcityVersion Version(int place) => new()
    {
        Version = "20261121T030000Z",
        LearnedAt = A.Moment.AddHours(-7),
        From = A.Moment.AddHours(-31),
        To = A.Moment.AddHours(-7),
        NetworkVersion = "1",
        Orders = 100,
        DriftPerMille = 0,
        Places = [new LocationPrice(new LocationId("NEAR"), place)],
    };
}
