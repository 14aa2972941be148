using Dom.Core.Profiles.Costs;
using Dom.Core.Sourcing;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Sourcing.Costs;

public sealed class CarbonCostTests
{
    // 2 units of 1.5 kg go 100 km: 200 g + 3 kg × 100 km × 0.5 g = 350 g.
    private static readonly SourcingRequest Request = A.Request(A.Line("1", "A", 2) with { UnitGrams = 1500 })
        .At(A.Location("S1", A.Reno.North(100)), ("A", 2));

    private static readonly CarbonCost Carbon = new() { ParcelGrams = 200, MilligramsPerKgKm = 500 };

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1_428, 0)]
    [InlineData(1_429, 1)]
    [InlineData(100_000, 35)]
    public void ParcelMinorUnits_charges_emissions_where_they_have_a_price(long tonne, long expected) =>
        Assert.Equal(expected, Request.With(Charged.Nothing with { Carbon = Carbon with { TonneMinorUnits = tonne } }).Parcel("S1", 2));

    [Fact]
    public void Source_reports_emissions_whether_they_are_priced_or_not()
    {
        var decision = Core.Sourcing.Sourcing.Source(Request.With(A.Costs() with { Carbon = Carbon }));

        var parcel = Assert.Single(decision.Parcels);
        Assert.Equal(("S1", "ship", 2, 3000, 100.0, 540, 350), (parcel.LocationId.Value, parcel.Mode.Value, parcel.Units, parcel.Grams, parcel.DistanceKm, parcel.MinorUnits, parcel.CarbonGrams));
        Assert.Equal(350, decision.CarbonGrams);
        Assert.DoesNotContain(decision.Cost.Terms, term => term.Name == CostTerm.Carbon);
    }

    [Fact]
    public void Terms_tell_what_emissions_cost()
    {
        var term = Request.With(Charged.Nothing with { Carbon = Carbon with { TonneMinorUnits = 100_000 } }).Term(CostTerm.Carbon, "S1", 2);

        Assert.Equal((35, "350 g of CO2 equivalent at 100000 a tonne."), (term.MinorUnits, term.Sentence));
    }

    [Theory]
    [InlineData(1000, 500, true)]
    [InlineData(0, 500, false)]
    [InlineData(1000, 0, false)]
    public void DependsOnContents_is_so_where_weight_is_priced(long tonne, long byWeight, bool expected)
    {
        var request = Request.With(Charged.Nothing with { Carbon = new CarbonCost { ParcelGrams = 200, MilligramsPerKgKm = byWeight, TonneMinorUnits = tonne } });

        Assert.Equal(expected, new Charges(new Screening(request)).DependsOnContents(0));
    }
}
