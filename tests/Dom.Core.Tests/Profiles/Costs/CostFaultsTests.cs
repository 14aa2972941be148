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

        Assert.Empty(CostFaults.Of(costs, new HashSet<string> { "west" }));
        Assert.Empty(CostFaults.Of(costs));
    }

    [Fact]
    public void Of_finds_amounts_below_0()
    {
        var costs = Costs with
        {
            ParcelMinorUnits = -1,
            MinorUnitsPer100Km = -2,
            SplitMinorUnits = -3,
            Lateness = new() { LineDayMinorUnits = -4, MostDays = 0 },
            Refusal = new() { PriorPerMille = 1001, PriorOffers = 0 },
            Carbon = new() { TonneMinorUnits = -5 },
        };

        Assert.Equal(
            [
                "costs.parcelMinorUnits is '-1'; allowed is 0 or more.",
                "costs.minorUnitsPer100Km is '-2'; allowed is 0 or more.",
                "costs.splitMinorUnits is '-3'; allowed is 0 or more.",
                "costs.lateness.lineDayMinorUnits is '-4'; allowed is 0 or more.",
                "costs.lateness.mostDays is '0'; allowed is 1 or more.",
                "costs.refusal.priorPerMille is '1001'; allowed is 0 to 1000.",
                "costs.refusal.priorOffers is '0'; allowed is 1 or more.",
                "costs.carbon.tonneMinorUnits is '-5'; allowed is 0 or more.",
            ],
            Sentences(costs));
    }

    [Fact]
    public void Of_finds_tiers_that_overlap_or_leave_a_gap()
    {
        var costs = With(new ShippingCost { Id = "ground", Tiers = [new(0, 0, 0), new(600, -1, -2), new(600, 0, 0), new(null, 0, 0), new(900, 0, 0), new(double.NaN, 0, 0)] });

        Assert.Equal(
            [
                "costs.shipping[0].tiers[0].maxKm is '0'; allowed is more than 0 km.",
                "costs.shipping[0].tiers[2].maxKm is '600'; allowed is more than the 600 km of the one before.",
                "costs.shipping[0].tiers[3].maxKm is 'none'; allowed is a limit in km, for only the last one may be open.",
                "costs.shipping[0].tiers[5].maxKm is 'NaN'; allowed is more than the 900 km of the one before.",
                "costs.shipping[0].tiers[1].minorUnits is '-1'; allowed is 0 or more.",
                "costs.shipping[0].tiers[1].minorUnitsPer100Km is '-2'; allowed is 0 or more.",
            ],
            Sentences(costs));
    }

    [Fact]
    public void Of_finds_tables_of_the_wrong_size()
    {
        var wrong = Table with { ZoneKm = [300, 200], BandGrams = [0, 5], MinorUnits = [1, -2, 3] };
        var empty = new RateTable { ZoneKm = [], BandGrams = [], MinorUnits = [] };

        Assert.Equal(
            [
                "costs.shipping[0].rates.zoneKm[1] is '200'; allowed is more than the 300 km of the one before.",
                "costs.shipping[0].rates.bandGrams[0] is '0'; allowed is more than 0 g.",
                "costs.shipping[0].rates.minorUnits is 'a list of 3'; allowed is a list of 4: a cost for each of 2 zones times 2 bands, zone by zone.",
                "costs.shipping[0].rates.minorUnits[1] is '-2'; allowed is 0 or more.",
                "costs.shipping[1].rates.zoneKm is 'a list of 0'; allowed is at least one zone.",
                "costs.shipping[1].rates.bandGrams is 'a list of 0'; allowed is at least one band.",
            ],
            Sentences(With(new ShippingCost { Id = "1", Rates = wrong }, new ShippingCost { Id = "2", Rates = empty })));
    }

    [Fact]
    public void Of_finds_names_dates_groups_and_divisors_that_are_wrong()
    {
        var shipping = new ShippingCost
        {
            Id = "same",
            At = new PlaceScope { Groups = ["west", "moon"] },
            DimensionalDivisor = 0,
            Surcharges = [new("bulky", -1), new("bulky", 1)],
        };
        var handling = new HandlingCost { Id = "same", Effective = new Effective(new DateOnly(2026, 11, 2), new DateOnly(2026, 11, 1)), SecondsPerUnit = -1 };

        var faults = CostFaults.Of(Costs with { Shipping = [shipping], Handling = [handling] }, new HashSet<string> { "west" });

        Assert.Equal(
            [
                "costs.shipping[0].at.groups[1] is 'moon'; allowed is a location group that some location belongs to.",
                "costs.shipping[0].dimensionalDivisor is '0'; allowed is 1 or more.",
                "costs.shipping[0].surcharges[1].name is 'bulky'; allowed is a name that is not taken: names are unique among the surcharges of a shipping cost.",
                "costs.shipping[0].surcharges[0].minorUnits is '-1'; allowed is 0 or more.",
                "costs.handling[0].effective.to is '2026-11-01'; allowed is 2026-11-02 or later, the day from which it holds.",
                "costs.handling[0].secondsPerUnit is '-1'; allowed is 0 or more.",
                "costs.handling[0].id is 'same'; allowed is a name that is not taken: names are unique among costs.",
            ],
            faults.Select(fault => fault.ToSentence()));
    }

    private static CostFactors With(params ImmutableArray<ShippingCost> shipping) => Costs with { Shipping = shipping };

    private static IEnumerable<string> Sentences(CostFactors costs) => CostFaults.Of(costs).Select(fault => fault.ToSentence());
}
