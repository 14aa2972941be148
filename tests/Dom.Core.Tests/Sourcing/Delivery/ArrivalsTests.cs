using System.Collections.Immutable;
using System.Globalization;
using Dom.Core.Network;
using Dom.Core.Profiles.Delivery;
using Dom.Core.Sourcing;
using Dom.Core.Sourcing.Delivery;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Sourcing.Delivery;

public sealed class ArrivalsTests
{
    private const int Km = 1000;

    // Weekdays 9 to 18 in Los Angeles, 8 hours behind UTC in winter. 23 November 2026 is a Monday, 26 November a holiday.
    private static readonly Location Shop = A.Location("SHOP") with { TimeZone = "America/Los_Angeles", Calendar = Weekdays("09:00", "18:00") };

    private static readonly ModeDelivery Ship = new()
    {
        Mode = DeliveryMode.Ship,
        Kind = DeliveryKind.Ship,
        Handling = TimeSpan.FromHours(2),
        CutOff = new TimeOnly(14, 0),
        Transit = [new(300, 1), new(1000, 3), new(null, 5)],
        RestDays = [DayOfWeek.Saturday, DayOfWeek.Sunday],
        Holidays = [new(2026, 11, 26)],
    };

    [Theory]
    [InlineData("2026-11-23T21:59:59Z", "2026-11-24")]
    [InlineData("2026-11-23T22:00:00Z", "2026-11-24")]
    [InlineData("2026-11-23T22:00:01Z", "2026-11-25")]
    public void Of_begins_on_the_next_day_after_the_cut_off(string at, string expected) => Assert.Equal(Day(expected), Of(at, Ship, 100 * Km));

    // Two hours of handling from 13:00 end on the same day if the shop closes at 15:00, and on the next if it closes earlier.
    [Theory]
    [InlineData("15:00", "2026-11-24")]
    [InlineData("14:59", "2026-11-25")]
    public void Of_carries_handling_over_to_the_next_working_day(string closes, string expected)
    {
        var shop = Shop with { Calendar = Weekdays("09:00", closes) };

        Assert.Equal(Day(expected), Of("2026-11-23T21:00:00Z", Ship, 100 * Km, shop));
    }

    // Wednesday evening: the shop and the carrier rest on Thursday, the shop hands over on Friday, the carrier delivers on Monday.
    [Fact]
    public void Of_leaves_out_holidays_and_weekends() => Assert.Equal(Day("2026-11-30"), Of("2026-11-26T01:00:00Z", Ship, 100 * Km));

    // Ready on Saturday, handed over on Monday, one day in transit.
    [Fact]
    public void Of_waits_for_the_carrier_where_goods_are_ready_on_its_rest_day()
    {
        var always = Shop with { Calendar = null };

        Assert.Equal(Day("2026-12-01"), Of("2026-11-28T17:00:00Z", Ship, 100 * Km, always));
    }

    [Theory]
    [InlineData(0, "2026-11-24")]
    [InlineData(300_000, "2026-11-24")]
    [InlineData(300_001, "2026-11-27")]
    [InlineData(1_000_000, "2026-11-27")]
    [InlineData(1_000_001, "2026-12-01")]
    public void Of_travels_by_zones_up_to_and_with_their_limits(int metres, string expected) => Assert.Equal(Day(expected), Of("2026-11-23T18:00:00Z", Ship, metres));

    [Fact]
    public void Of_takes_limits_as_they_are_written()
    {
        var mode = Ship with { Transit = [new(100.1, 1)] };

        Assert.Equal(Day("2026-11-24"), Of("2026-11-23T18:00:00Z", mode, 100_100));
        Assert.Equal(Arrival.Never, Of("2026-11-23T18:00:00Z", mode, 100_101));
    }

    [Fact]
    public void Of_arrives_the_same_day_without_a_day_in_transit() =>
        Assert.Equal(Day("2026-11-23"), Of("2026-11-23T18:00:00Z", Ship with { Transit = [new(null, 0)] }, 100 * Km));

    [Fact]
    public void Of_works_around_the_clock_without_a_calendar()
    {
        var always = Shop with { Calendar = null };

        Assert.Equal(Day("2026-11-24"), Of("2026-11-24T05:00:00Z", Ship with { CutOff = null, Handling = TimeSpan.FromHours(3) }, 100 * Km, always));
        Assert.Equal(Day("2026-11-25"), Of("2026-11-24T05:00:01Z", Ship with { CutOff = null, Handling = TimeSpan.FromHours(3) }, 100 * Km, always));
    }

    // Work that ends when the day does belongs to that day.
    [Fact]
    public void Of_counts_work_that_ends_at_midnight_to_its_day()
    {
        var late = Shop with { Calendar = Weekdays("22:00", "24:00") };

        Assert.Equal(Day("2026-11-24"), Of("2026-11-23T18:00:00Z", Ship, 100 * Km, late));
    }

    // On 8 March 2026 clocks in Los Angeles go from 2:00 to 3:00: of three hours from 1:00 to 4:00 only two are worked, and the third on Monday.
    [Theory]
    [InlineData(2, "2026-03-08")]
    [InlineData(3, "2026-03-09")]
    public void Of_counts_what_changes_of_clocks_leave_out(int hours, string expected)
    {
        var early = Shop with { Calendar = Every("01:00", "04:00") };
        var mode = new ModeDelivery { Mode = DeliveryMode.Pickup, Kind = DeliveryKind.Pickup, Handling = TimeSpan.FromHours(hours) };

        Assert.Equal(Day(expected), Of("2026-03-08T08:00:00Z", mode, -1, early));
    }

    // The cut-off is by the shop's clocks: 14:00 is 22:00 UTC in winter and 21:00 in summer.
    [Theory]
    [InlineData("2026-07-20T21:00:00Z", "2026-07-21")]
    [InlineData("2026-07-20T21:30:00Z", "2026-07-22")]
    public void Of_reads_the_cut_off_by_local_time(string at, string expected) => Assert.Equal(Day(expected), Of(at, Ship, 100 * Km));

    [Fact]
    public void Of_is_unknown_where_no_transit_is_set_or_the_distance_is_not_known()
    {
        Assert.Equal(Arrival.Unknown, Of("2026-11-23T18:00:00Z", Ship with { Transit = [] }, 100 * Km));
        Assert.Equal(Arrival.Unknown, Of("2026-11-23T18:00:00Z", Ship, -1));
        Assert.Equal(Arrival.Unknown, Of("2026-11-23T18:00:00Z", Ship with { Kind = DeliveryKind.ShipToStore }, 100 * Km));
        Assert.Equal(Arrival.Unknown, Of("2026-11-23T18:00:00Z", ModeDelivery.Default(DeliveryMode.Ship), 100 * Km));
    }

    [Fact]
    public void Of_is_never_where_it_is_too_far_or_nobody_works()
    {
        var closed = Shop with { Calendar = new WorkCalendar() };

        Assert.Equal(Arrival.Never, Of("2026-11-23T18:00:00Z", Ship with { Transit = [new(50, 1)] }, 51 * Km));
        Assert.Equal(Arrival.Never, Of("2026-11-23T18:00:00Z", Ship, 100 * Km, closed));
        Assert.Equal(Arrival.Never, Of("2026-11-23T18:00:00Z", Ship with { RestDays = [.. Enum.GetValues<DayOfWeek>()] }, 100 * Km));
    }

    // The customer comes for it: the carrier's rest days say nothing, and neither does the distance.
    [Theory]
    [InlineData("2026-11-23T20:00:00Z", "2026-11-23")]
    [InlineData("2026-11-26T01:00:00Z", "2026-11-27")]
    [InlineData("2026-11-28T20:00:00Z", "2026-11-30")]
    public void Of_is_ready_for_pickup_when_the_work_is_done(string at, string expected) =>
        Assert.Equal(Day(expected), Of(at, Ship with { Kind = DeliveryKind.Pickup }, -1));

    [Fact]
    public void Of_is_ready_for_pickup_on_the_next_working_day_where_there_is_nothing_to_do() =>
        Assert.Equal(Day("2026-11-27"), Of("2026-11-26T20:00:00Z", ModeDelivery.Default(DeliveryMode.Pickup), -1));

    // Friday at noon: handed over on Friday, arrived on Monday, and with four hours of work on the shelf the same day, with ten on Tuesday.
    [Theory]
    [InlineData(0, "2026-11-30")]
    [InlineData(4, "2026-11-30")]
    [InlineData(10, "2026-12-01")]
    public void Of_adds_the_work_of_the_store_that_goods_are_sent_to(int hours, string expected)
    {
        var mode = Ship with { Mode = DeliveryMode.ShipToStore, Kind = DeliveryKind.ShipToStore, StoreHandling = TimeSpan.FromHours(hours) };
        var arrivals = Arriving("2026-11-27T12:00:00Z", mode, A.Location("DC"), Shop);

        Assert.Equal(Day(expected), arrivals.Of(0, 100 * Km, store: 1));
    }

    [Fact]
    public void Of_sends_nothing_from_the_stores_own_shelf()
    {
        var mode = Ship with { Mode = DeliveryMode.ShipToStore, Kind = DeliveryKind.ShipToStore, StoreHandling = TimeSpan.FromHours(10), Transit = [] };
        var arrivals = Arriving("2026-11-27T20:00:00Z", mode, A.Location("DC"), Shop);

        Assert.Equal(Day("2026-11-27"), arrivals.Of(1, 0, store: 1));
    }

    [Fact]
    public void Of_tells_stores_and_time_zones_apart()
    {
        var tokyo = Shop with { LocationId = new LocationId("TOKYO"), TimeZone = "Asia/Tokyo" };
        var mode = Ship with { Mode = DeliveryMode.ShipToStore, Kind = DeliveryKind.ShipToStore, CutOff = null, Transit = [new(null, 0)], RestDays = [], Holidays = [] };
        var weekend = tokyo with { LocationId = new LocationId("WEEKEND"), Calendar = Every("09:00", "18:00") };

        var arrivals = Arriving("2026-11-27T22:00:00Z", mode, Shop, tokyo, weekend);

        Assert.Equal(Day("2026-11-27"), arrivals.Of(0, 0, store: 0));
        Assert.Equal(Day("2026-11-30"), arrivals.Of(1, 0, store: 1));
        Assert.Equal(Day("2026-11-28"), arrivals.Of(2, 0, store: 2));
        Assert.Equal(Day("2026-11-30"), arrivals.Of(2, 0, store: 1));
        Assert.Equal(Day("2026-11-27"), arrivals.Of(0, 0, store: 1));
    }

    [Theory]
    [InlineData("2026-11-24", 0)]
    [InlineData("2026-11-25", 0)]
    [InlineData("2026-11-26", 1)]
    [InlineData("2026-12-05", 10)]
    [InlineData("2027-01-05", 30)]
    public void DaysLate_counts_days_after_the_wanted_one_up_to_the_most(string day, int expected)
    {
        var arrival = Arrival.On(DateOnly.Parse(day, CultureInfo.InvariantCulture));

        Assert.Equal(expected, arrival.DaysLate(new DateOnly(2026, 11, 25), 30));
        Assert.Equal(expected == 0, arrival.IsBy(new DateOnly(2026, 11, 25)));
    }

    [Fact]
    public void DaysLate_takes_never_for_the_most_and_what_is_unknown_for_none()
    {
        Assert.Equal(30, Arrival.Never.DaysLate(new DateOnly(2026, 11, 25), 30));
        Assert.Equal(0, Arrival.Unknown.DaysLate(new DateOnly(2026, 11, 25), 30));
        Assert.False(Arrival.Never.IsBy(new DateOnly(2026, 11, 25)) || Arrival.Unknown.IsBy(new DateOnly(2026, 11, 25)));
    }

    private static Arrival Of(string at, ModeDelivery mode, int metres, Location? location = null) => Arriving(at, mode, location ?? Shop).Of(0, metres);

    private static Arrivals Arriving(string at, ModeDelivery mode, params Location[] locations) => new(At(at), mode, locations, Openings.Number(locations));

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);

    private static Arrival Day(string day) => Arrival.On(DateOnly.Parse(day, CultureInfo.InvariantCulture));

    private static WorkCalendar Weekdays(string opens, string closes) => Every(opens, closes) with
    {
        Hours = Every(opens, closes).Hours.Remove(DayOfWeek.Saturday).Remove(DayOfWeek.Sunday),
        Holidays = [new DateOnly(2026, 11, 26)],
    };

    private static WorkCalendar Every(string opens, string closes) => new()
    {
        Hours = Enum.GetValues<DayOfWeek>().ToImmutableDictionary(day => day, _ => ImmutableArray.Create(new WorkHours(Time(opens), Time(closes)))),
    };

    private static TimeOnly Time(string text) => text == "24:00" ? TimeOnly.MaxValue : TimeOnly.Parse(text, CultureInfo.InvariantCulture);
}
