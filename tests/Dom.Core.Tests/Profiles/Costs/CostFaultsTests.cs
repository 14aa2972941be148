using System.Collections.Immutable;
using Dom.Core.Profiles;
using Dom.Core.Profiles.Costs;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Profiles.Costs;

public sealed class CostFaultsTests
{
    private static readonly CostFactors Costs = new() { Currency = "USD" };

    private static readonly RateTable Table = new() { ZoneKm = [200, null], BandGrams = [1000, 5000, null], MinorUnits = [1, 2, 3, 4, 5, 6] };

    [Fact]
    public void Of_finds_nothing_in_sound_costs()
    {
        var costs = A.Costs() with
        {
            Shipping = [new() { Id = "ground", Tiers = [new(100, 1, 2), new(600, 3, 0), new(null, 0, 0)], Rates = Table, DimensionalDivisor = 1, Surcharges = [new("bulky", 0)] }],
            Handling = [new() { Id = "pick", At = new PlaceScope { Groups = ["west"] }, Effective = new(new(2026, 11, 1), new(2026, 11, 1)) }],
        };

        Assert.Empty(CostFaults.Of(costs));
    }

    [Fact]
    public void Of_finds_tiers_that_overlap_or_leave_a_gap()
    {
        var costs = With(new ShippingCost { Id = "ground", Tiers = [new(0, 0, 0), new(600, 1, 2), new(600, 0, 0), new(null, 0, 0), new(900, 0, 0)] });

        Assert.Equal(
            [
                "costs.shipping[0].tiers[0].maxKm is '0'; allowed is more than 0 km.",
                "costs.shipping[0].tiers[2].maxKm is '600'; allowed is more than the 600 km of the one before.",
                "costs.shipping[0].tiers[3].maxKm is 'none'; allowed is a limit in km, for only the last one may be open.",
            ],
            Sentences(costs));
    }

    [Fact]
    public void Of_finds_tables_of_the_wrong_size()
    {
        var wrong = Table with { ZoneKm = [300, 200], BandGrams = [0, 5], MinorUnits = [1, 2, 3] };

        Assert.Equal(
            [
                "costs.shipping[0].rates.zoneKm[1] is '200'; allowed is more than the 300 km of the one before.",
                "costs.shipping[0].rates.bandGrams[0] is '0'; allowed is more than 0 g.",
                "costs.shipping[0].rates.minorUnits is 'a list of 3'; allowed is a list of 4: a cost for each of 2 zones times 2 bands, zone by zone.",
            ],
            Sentences(With(new ShippingCost { Id = "1", Rates = wrong })));
    }

    [Fact]
    public void Of_finds_names_and_dates_that_are_wrong()
    {
        var days = new Effective(new DateOnly(2026, 11, 2), new DateOnly(2026, 11, 1));

        var faults = Sentences(Costs with { Shipping = [new() { Id = "same", Effective = days }], Handling = [new() { Id = "same", Effective = days }] });

        Assert.Equal(
            [
                "costs.shipping[0].effective.to is '2026-11-01'; allowed is 2026-11-02, the day on which it begins, or later.",
                "costs.handling[0].effective.to is '2026-11-01'; allowed is 2026-11-02, the day on which it begins, or later.",
                "costs.handling[0].id is 'same'; allowed is a name that no shipping cost has: decisions name both alike.",
            ],
            faults);
    }

    private static CostFactors With(params ImmutableArray<ShippingCost> shipping) => Costs with { Shipping = shipping };

    private static IEnumerable<string> Sentences(CostFactors costs) => CostFaults.Of(costs).Select(fault => fault.ToSentence());
}
