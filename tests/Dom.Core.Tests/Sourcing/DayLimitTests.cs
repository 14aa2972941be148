using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Profiles;
using Dom.Core.Profiles.Rules;
using Dom.Core.Sourcing;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Sourcing;

public sealed class DayLimitTests
{
    [Theory]
    [InlineData(39, true)]
    [InlineData(40, false)]
    public void Allows_up_to_the_limit(int taken, bool isAllowed) =>
        Assert.Equal(isAllowed, new DayLimit(40, null, null).Allows(new DayLoad(taken, 0, 0), new DayLoad(1, 9, 9)));

    [Theory]
    [InlineData(2, 3, true)]
    [InlineData(3, 3, false)]
    [InlineData(2, 4, false)]
    public void Allows_lines_and_units_that_fit_together(int lines, int units, bool isAllowed) =>
        Assert.Equal(isAllowed, new DayLimit(null, 10, 20).Allows(new DayLoad(50, 8, 17), new DayLoad(1, lines, units)));

    [Fact]
    public void Allows_a_further_shipment_of_an_order_where_orders_are_full() =>
        Assert.True(new DayLimit(1, 9, 9).Allows(new DayLoad(1, 1, 1), new DayLoad(0, 1, 1)));

    [Theory]
    [InlineData(false, 5)]
    [InlineData(true, 8)]
    public void Of_takes_the_lowest_rule_or_the_highest_where_the_profile_says_so(bool isHighest, int orders)
    {
        var profile = Profile(new DailyLimit { Id = "a", Orders = 5 }, new DailyLimit { Id = "b", Orders = 8 }) with { Conflicts = new() { HighestDailyLimitCounts = isHighest } };

        Assert.Equal(orders, Of(profile, A.Location()).Orders);
    }

    [Fact]
    public void Of_never_goes_beyond_what_the_location_takes_itself()
    {
        var limit = Of(Profile(new DailyLimit { Id = "a", Orders = 50, Units = 7 }), A.Location() with { OrdersPerDay = 3 });

        Assert.Equal(new DayLimit(3, null, 7), limit);
    }

    [Fact]
    public void Of_leaves_out_rules_that_are_soft_or_off_or_elsewhere_or_for_others()
    {
        var profile = Profile(
            new DailyLimit { Id = "soft", Orders = 1, IsHard = false },
            new DailyLimit { Id = "off", Orders = 1, IsDisabled = true },
            new DailyLimit { Id = "past", Orders = 1, Effective = new(null, new DateOnly(2020, 1, 1)) },
            new DailyLimit { Id = "elsewhere", Orders = 1, At = new() { Locations = [new LocationId("other")] } },
            new DailyLimit { Id = "others", Orders = 1, For = new() { Skus = [new Sku("other")] } });

        Assert.True(Of(profile, A.Location()).IsNone);
    }

    [Fact]
    public void Exceeded_names_the_first_measure_that_leaves_too_little()
    {
        var limit = new DayLimit(5, 9, 20);

        Assert.Equal(DayMeasure.None, limit.Exceeded(new DayLoad(4, 8, 19), new DayLoad(1, 1, 1)));
        Assert.Equal(DayMeasure.Orders, limit.Exceeded(new DayLoad(5, 9, 20), new DayLoad(1, 1, 1)));
        Assert.Equal(DayMeasure.Lines, limit.Exceeded(new DayLoad(5, 9, 20), new DayLoad(0, 1, 1)));
        Assert.Equal(DayMeasure.Units, limit.Exceeded(new DayLoad(4, 8, int.MaxValue), new DayLoad(1, 1, 1)));
    }

    [Fact]
    public void IsCounted_where_the_location_or_any_profile_limits()
    {
        var limiting = Profile(new DailyLimit { Id = "a", Orders = 5, At = new() { Types = [LocationType.Store] } });

        Assert.False(DayLimit.IsCounted(A.Location(), [A.Profile()]));
        Assert.True(DayLimit.IsCounted(A.Location() with { UnitsPerDay = 5 }, [A.Profile()]));
        Assert.True(DayLimit.IsCounted(A.Location() with { Type = LocationType.Store }, [A.Profile(), limiting]));
        Assert.False(DayLimit.IsCounted(A.Location() with { Type = LocationType.Dc }, [limiting]));
    }

    private static Profile Profile(params DailyLimit[] rules) => A.Profile() with { Rules = [.. rules] };

    private static DayLimit Of(Profile profile, Location location) => DayLimit.Of(profile, A.Moment, location, [(new Sku("SKU-1"), null, DeliveryMode.Ship)]);
}
