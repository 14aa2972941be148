using Dom.Core.Catalogue;
using Dom.Core.Network;
using Dom.Core.Profiles;
using Dom.Core.Profiles.Costs;
using Dom.Core.Profiles.Delivery;
using Dom.Core.Sourcing;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Sourcing.Costs;

public sealed class ShippingCostTests
{
    private static readonly SourcingRequest Request = A.Request(A.Line("1", "A", 3) with { UnitGrams = 800 })
        .At(A.Location("HERE"))
        .At(A.Location("NEAR", A.Reno.North(100)))
        .At(A.Location("EDGE", A.Reno.North(600)))
        .At(A.Location("OVER", A.Reno.North(600.002)))
        .At(A.Location("FAR", A.Reno.North(2000)));

    // Three zones of distance, bands of 1, 5 and 20 kg.
    private static readonly RateTable Table = new() { ZoneKm = [200, 600, 1500], BandGrams = [1000, 5000, 20_000], MinorUnits = [500, 700, 900, 600, 800, 1000, 1100, 1500, 2300] };

    [Theory]
    [InlineData("HERE", 620)]
    [InlineData("NEAR", 620 + 35)]
    [InlineData("EDGE", 620 + 210)]
    [InlineData("FAR", 620 + 700)]
    public void ParcelMinorUnits_charges_flat_and_by_distance(string location, long expected) =>
        Assert.Equal(expected, Request.With(new ShippingCost { Id = "ground", ParcelMinorUnits = 620, MinorUnitsPer100Km = 35 }).Parcel(location, 3));

    [Fact]
    public void ParcelMinorUnits_adds_to_what_every_parcel_costs()
    {
        var costs = A.Costs() with { Shipping = [new ShippingCost { Id = "ground", ParcelMinorUnits = 7, MinorUnitsPer100Km = 9 }] };

        Assert.Equal(500 + 40 + 7 + 9, Request.With(costs).Parcel("NEAR", 1));
    }

    // 100 km at 35 for 100 km is 35; at 0.5 for every 100 km half a minor unit is rounded up.
    [Theory]
    [InlineData(49_999, 1, 0)]
    [InlineData(50_000, 1, 1)]
    [InlineData(149_999, 1, 1)]
    [InlineData(150_000, 1, 2)]
    [InlineData(150_000, 3, 5)]
    public void ParcelMinorUnits_rounds_half_a_minor_unit_up(int metres, long per100Km, long expected) =>
        Assert.Equal(expected, Core.Sourcing.Costs.Tariff.ByDistance(metres, per100Km));

    [Theory]
    [InlineData("HERE", 300L)]
    [InlineData("NEAR", 300L)]
    [InlineData("EDGE", 500L + 60)]
    [InlineData("OVER", 900L)]
    [InlineData("FAR", null)]
    public void ParcelMinorUnits_charges_the_tier_of_the_distance_and_sends_nothing_beyond_the_last(string location, long? expected) =>
        Assert.Equal(expected, Request.With(new ShippingCost { Id = "tiers", Tiers = [new(100, 300, 0), new(600, 500, 10), new(1999, 900, 0)] }).Parcel(location, 3));

    [Fact]
    public void ParcelMinorUnits_sends_any_distance_where_the_last_tier_is_open() =>
        Assert.Equal(900 + 20, Request.With(new ShippingCost { Id = "tiers", Tiers = [new(100, 300, 0), new(null, 900, 1)] }).Parcel("FAR", 3));

    [Theory]
    [InlineData("NEAR", 1, 500L)]
    [InlineData("EDGE", 1, 600L)]
    [InlineData("OVER", 1, 1100L)]
    [InlineData("FAR", 1, null)]
    [InlineData("NEAR", 2, 700L)]
    [InlineData("EDGE", 3, 800L)]
    public void ParcelMinorUnits_charges_by_zone_and_weight(string location, int units, long? expected) =>
        Assert.Equal(expected, Request.With(new ShippingCost { Id = "table", Rates = Table }).Parcel(location, units));

    [Theory]
    [InlineData(1000, 500L)]
    [InlineData(1001, 700L)]
    [InlineData(5000, 700L)]
    [InlineData(5001, 900L)]
    [InlineData(20_000, 900L)]
    [InlineData(20_001, null)]
    public void ParcelMinorUnits_takes_a_weight_at_a_limit_for_the_band_below(int grams, long? expected)
    {
        var request = Request with { Lines = [A.Line("1", "A", 3) with { UnitGrams = grams }] };

        Assert.Equal(expected, request.With(new ShippingCost { Id = "table", Rates = Table }).Parcel("NEAR", 1));
    }

    // 310 × 200 × 250 mm are 15.5 litres: at 5,000 cm³ a kilogram 3.1 kg, which is more than the 0.8 kg that it weighs.
    [Theory]
    [InlineData(null, 500)]
    [InlineData(15_501, 500)]
    [InlineData(15_500, 500)]
    [InlineData(15_499, 700)]
    [InlineData(5000, 700)]
    [InlineData(3100, 700)]
    [InlineData(3099, 900)]
    public void ParcelMinorUnits_charges_volume_where_it_counts_for_more_than_weight(int? divisor, long expected)
    {
        var request = Request.With(Charged.Product("A", size: new UnitSize(310, 200, 250)));

        Assert.Equal(expected, request.With(new ShippingCost { Id = "table", Rates = Table, DimensionalDivisor = divisor }).Parcel("NEAR", 1));
    }

    [Fact]
    public void ParcelMinorUnits_takes_the_products_weight_where_the_line_tells_none()
    {
        var request = (Request with { Lines = [A.Line("1", "A", 3)] }).With(Charged.Product("A", grams: 5001));

        Assert.Equal(900, request.With(new ShippingCost { Id = "table", Rates = Table }).Parcel("NEAR", 1));
    }

    [Fact]
    public void ParcelMinorUnits_takes_the_most_particular_place_then_the_first()
    {
        var west = A.Location("WEST") with { Groups = ["west"], Type = LocationType.Dc };
        var request = A.Request(A.Line()).At(A.Location("S1")).At(A.Location("S2")).At(west).At(A.Location("D1") with { Type = LocationType.Dc });
        var costs = Charged.Nothing with
        {
            Shipping =
            [
                Flat("all", 1, PlaceScope.Everywhere),
                Flat("all again", 2, PlaceScope.Everywhere),
                Flat("dc", 3, new PlaceScope { Types = [LocationType.Dc] }),
                Flat("west", 4, new PlaceScope { Groups = ["west"] }),
                Flat("west again", 5, new PlaceScope { Groups = ["west", "north"] }),
                Flat("s2", 6, new PlaceScope { Locations = [new("S2")] }),
            ],
        };

        Assert.Equal((1L, 6L), (request.With(costs).Parcel("S1", 1), request.With(costs).Parcel("S2", 1)));
        Assert.Equal((4L, 3L), (request.With(costs).Parcel("WEST", 1), request.With(costs).Parcel("D1", 1)));
    }

    [Theory]
    [InlineData("2026-11-20", null, 10)]
    [InlineData("2026-11-21", "2026-11-21", 10)]
    [InlineData("2026-11-22", null, 0)]
    [InlineData(null, "2026-11-20", 0)]
    public void ParcelMinorUnits_charges_nothing_out_of_its_dates(string? from, string? to, long expected)
    {
        var dates = new Effective(from is null ? null : DateOnly.ParseExact(from, "yyyy-MM-dd"), to is null ? null : DateOnly.ParseExact(to, "yyyy-MM-dd"));

        Assert.Equal(expected, Request.With(new ShippingCost { Id = "dated", ParcelMinorUnits = 10, Effective = dates }).Parcel("HERE", 1));
    }

    [Fact]
    public void ParcelMinorUnits_charges_nothing_for_another_mode_or_place()
    {
        Assert.Equal(0, Request.With(Flat("ss", 10, PlaceScope.Everywhere) with { Modes = [DeliveryMode.ShipToStore] }).Parcel("HERE", 1));
        Assert.Equal(10, Request.With(Flat("s", 10, PlaceScope.Everywhere) with { Modes = [DeliveryMode.ShipToStore, DeliveryMode.Ship] }).Parcel("HERE", 1));
        Assert.Equal(0, Request.With(Flat("near", 10, new PlaceScope { Locations = [new("NEAR")] })).Parcel("HERE", 1));
    }

    [Fact]
    public void ParcelMinorUnits_charges_no_parcel_for_what_is_collected_by_a_mode_of_the_retailers_own()
    {
        var curbside = new DeliveryMode("curbside");
        var request = (Request with { Lines = [A.Line() with { Mode = curbside }] }).With(Flat("all", 10, PlaceScope.Everywhere));

        Assert.Equal(10, request.Parcel("HERE", 1));
        Assert.Equal(Screening.Nowhere, new Screening(request.With(new ModeDelivery { Mode = curbside, Kind = DeliveryKind.Pickup })).WayOfLine[0]);
    }

    [Fact]
    public void ParcelMinorUnits_prices_the_leg_to_a_store_but_not_from_its_own_shelf()
    {
        var line = A.Line() with { Mode = DeliveryMode.ShipToStore, PickupLocationId = new LocationId("NEAR") };
        var request = (Request with { Lines = [line] }).With(new ShippingCost { Id = "leg", ParcelMinorUnits = 10, MinorUnitsPer100Km = 5 });

        Assert.Equal(15, request.Parcel("HERE", 1));
        Assert.Equal(0, request.Parcel("NEAR", 1));
    }

    [Fact]
    public void ParcelMinorUnits_refuses_costs_beyond_64_bits() =>
        Assert.Throws<OverflowException>(() => Request.With(new ShippingCost { Id = "dear", ParcelMinorUnits = long.MaxValue, MinorUnitsPer100Km = 35 }).Parcel("FAR", 1));

    // ibm.com, Sterling Intelligent Promising, shipping cost: one parcel costs 22.56, two cost 8.34 and 7.57, so splitting saves 6.65.
    [Fact]
    public void ParcelMinorUnits_shows_where_a_split_is_cheaper_than_one_parcel()
    {
        var request = A.Request(A.Line("1", "A") with { UnitGrams = 4000 }, A.Line("2", "B") with { UnitGrams = 3000 })
            .At(A.Location("DC", A.Reno.North(2500)))
            .At(A.Location("S1", A.Reno.North(100)))
            .At(A.Location("S2", A.Reno.North(400)))
            .With(new ShippingCost
            {
                Id = "carrier",
                Rates = new RateTable { ZoneKm = [240, 480, null], BandGrams = [3500, 5000, null], MinorUnits = [750, 834, 1100, 757, 900, 1300, 1500, 1800, 2256] },
            });

        var whole = request.Parcel("DC", 1, 1);
        var (one, other) = (request.Parcel("S1", 1, 0), request.Parcel("S2", 0, 1));

        Assert.Equal((2256L, 834L, 757L), (whole, one, other));
        Assert.Equal(665, whole - one - other);
    }

    [Fact]
    public void Terms_say_how_a_tier_charges()
    {
        var term = Request.With(new ShippingCost { Id = "ground", Tiers = [new(150, 300, 0), new(600, 500, 10)] }).Term(CostTerm.Shipping, "EDGE", 3);

        Assert.Equal((560, "'ground', tier 2 (up to 600 km), 600 km: 500 and 10 for 100 km."), (term.MinorUnits, term.Sentence));
    }

    [Fact]
    public void Terms_say_how_a_table_charges()
    {
        var request = Request.With(Charged.Product("A", size: new UnitSize(310, 200, 250)));

        var term = request.With(new ShippingCost { Id = "table", Rates = Table, DimensionalDivisor = 15_000 }).Term(CostTerm.Rate, "NEAR", 3);
        var dense = request.With(new ShippingCost { Id = "table", Rates = Table }).Term(CostTerm.Rate, "NEAR", 3);

        Assert.Equal("'table', zone 1 (up to 200 km), 2.4 kg counts as 3.1 kg by volume, band 2 (up to 5 kg): 700.", term.Sentence);
        Assert.Equal("'table', zone 1 (up to 200 km), 2.4 kg, band 2 (up to 5 kg): 700.", dense.Sentence);
    }

    [Theory]
    [InlineData("FAR", "2000 km; 'table' sends up to 1500 km.")]
    [InlineData("NEAR", "24 kg; 'table' sends up to 20 kg.")]
    public void Source_says_why_no_tariff_takes_a_parcel(string location, string expected)
    {
        var request = A.Request(A.Line("1", "A") with { UnitGrams = 24_000 })
            .At(A.Location("NEAR", A.Reno.North(100)), ("A", 3))
            .At(A.Location("FAR", A.Reno.North(2000)), ("A", 3))
            .With(new ShippingCost { Id = "table", Rates = Table });

        var decision = Core.Sourcing.Sourcing.Source(request);

        Assert.Equal("-", decision.Plan());
        Assert.Equal(("tariff", expected), (decision.Candidate("1", location).Exclusion?.Rule, decision.Candidate("1", location).Exclusion?.Sentence));
    }

    private static ShippingCost Flat(string id, long minorUnits, PlaceScope at) => new() { Id = id, ParcelMinorUnits = minorUnits, At = at };
}
