using System.Collections.Immutable;
using System.Globalization;
using Dom.Core.Network;

namespace Dom.Core.Tests.Network;

public sealed class WorkingTimeTests
{
    private const string LosAngeles = "America/Los_Angeles";

    // Weekdays 9 to 18.
    private static readonly WorkCalendar Shop = Calendar(
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday], ("09:00", "18:00")) with
    {
        Holidays = [new DateOnly(2026, 11, 26)],
    };

    private static readonly WorkCalendar EveryDayAtNight = Calendar(Enum.GetValues<DayOfWeek>(), ("00:00", "06:00"), ("22:00", "24:00"));

    // Los Angeles is 8 hours behind UTC in winter: 9:00 there is 17:00 UTC. 23 November 2026 is a Monday, 26 November the holiday.
    [Theory]
    [InlineData("2026-11-23T17:00Z", 2, "2026-11-23T19:00Z")]
    [InlineData("2026-11-23T12:00Z", 2, "2026-11-23T19:00Z")]
    [InlineData("2026-11-24T00:00Z", 2, "2026-11-24T02:00Z")]
    [InlineData("2026-11-24T00:01Z", 2, "2026-11-24T17:01Z")]
    [InlineData("2026-11-24T02:00Z", 0, "2026-11-24T02:00Z")]
    [InlineData("2026-11-24T02:00Z", 1, "2026-11-24T18:00Z")]
    [InlineData("2026-11-26T01:00Z", 2, "2026-11-27T18:00Z")]
    [InlineData("2026-11-28T01:00Z", 2, "2026-11-30T18:00Z")]
    [InlineData("2026-11-23T17:00Z", 45, "2026-12-01T02:00Z")]
    [InlineData("2026-11-21T04:00Z", 0, "2026-11-21T04:00Z")]
    public void AddWorkingTime_runs_while_the_location_works(string start, int hours, string expected) =>
        Assert.Equal(Instant(expected), Add(start, hours, Shop, LosAngeles));

    [Theory]
    [InlineData("2026-11-23T10:00Z", 2, "2026-11-23T12:00Z")]
    [InlineData("2026-11-23T10:00Z", 100, "2026-11-27T14:00Z")]
    public void AddWorkingTime_runs_around_the_clock_without_a_calendar(string start, int hours, string expected) =>
        Assert.Equal(Instant(expected), Add(start, hours, null, LosAngeles));

    [Theory]
    [InlineData("2026-11-23T21:00Z", 3, "2026-11-24T01:00Z")]
    [InlineData("2026-11-23T23:30Z", 1, "2026-11-24T00:30Z")]
    [InlineData("2026-11-23T05:30Z", 1, "2026-11-23T22:30Z")]
    public void AddWorkingTime_runs_over_midnight(string start, int hours, string expected) =>
        Assert.Equal(Instant(expected), Add(start, hours, EveryDayAtNight, "UTC"));

    // On 8 March 2026 clocks in Los Angeles go from 2:00 to 3:00 (10:00 UTC), on 1 November from 2:00 back to 1:00 (9:00 UTC).
    [Theory]
    [InlineData("01:00", "04:00", "2026-03-08T08:00Z", 2, "2026-03-08T11:00Z")]
    [InlineData("01:00", "04:00", "2026-03-08T08:00Z", 3, "2026-03-09T09:00Z")]
    [InlineData("02:30", "04:00", "2026-03-08T08:00Z", 1, "2026-03-08T11:00Z")]
    [InlineData("01:00", "02:30", "2026-03-08T08:00Z", 1, "2026-03-08T10:00Z")]
    [InlineData("02:15", "02:45", "2026-03-08T08:00Z", 0.25, "2026-03-09T09:30Z")]
    [InlineData("01:00", "02:00", "2026-11-01T07:00Z", 2, "2026-11-01T10:00Z")]
    [InlineData("01:30", "04:00", "2026-11-01T07:00Z", 2, "2026-11-01T10:30Z")]
    [InlineData("00:00", "01:30", "2026-11-01T07:00Z", 2.5, "2026-11-01T09:30Z")]
    [InlineData("00:00", "24:00", "2026-11-01T07:00Z", 25, "2026-11-02T08:00Z")]
    [InlineData("00:00", "24:00", "2026-03-08T08:00Z", 23, "2026-03-09T07:00Z")]
    public void AddWorkingTime_counts_what_changes_of_clocks_leave_out_and_repeat(string opens, string closes, string start, double hours, string expected) =>
        Assert.Equal(Instant(expected), Add(start, hours, Calendar(Enum.GetValues<DayOfWeek>(), (opens, closes)), LosAngeles));

    // Clocks in Havana go from 0:00 to 1:00 on 8 March 2026, so that day begins at 1:00 (5:00 UTC); on 1 November from 1:00 back to 0:00 (5:00 UTC).
    [Theory]
    [InlineData("2026-03-08T04:00Z", 2, "2026-03-08T06:00Z")]
    [InlineData("2026-11-01T03:00Z", 4, "2026-11-01T07:00Z")]
    public void AddWorkingTime_is_right_where_clocks_change_at_midnight(string start, double hours, string expected) =>
        Assert.Equal(Instant(expected), Add(start, hours, Calendar(Enum.GetValues<DayOfWeek>(), ("00:00", "24:00")), "America/Havana"));

    [Fact]
    public void AddWorkingTime_gives_up_on_a_location_that_never_works()
    {
        Assert.Null(Add("2026-11-23T10:00Z", 1, new WorkCalendar(), "UTC"));
        Assert.Null(Add("2026-11-23T10:00Z", 30_000, EveryDayAtNight, "UTC"));
    }

    [Fact]
    public void AddWorkingTime_never_goes_back_and_adds_up()
    {
        var random = new Random(11);
        for (var round = 0; round < 500; round++)
        {
            var start = Instant("2026-02-20T00:00Z").AddMinutes(random.Next(400_000));
            var (first, second) = (TimeSpan.FromMinutes(random.Next(3_000)), TimeSpan.FromMinutes(random.Next(1, 3_000)));

            var middle = WorkingTime.AddWorkingTime(start, first, EveryDayAtNight, LosAngeles)!.Value;

            Assert.True(middle >= start + first);
            Assert.Equal(WorkingTime.AddWorkingTime(start, first + second, EveryDayAtNight, LosAngeles), WorkingTime.AddWorkingTime(middle, second, EveryDayAtNight, LosAngeles));
        }
    }

    [Fact]
    public void AddWorkingTime_names_an_unknown_time_zone_and_negative_work()
    {
        var fault = Assert.Throws<ArgumentOutOfRangeException>(() => Add("2026-11-23T10:00Z", 1, null, "Mars/Olympus"));

        Assert.Contains("Mars/Olympus", fault.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Add("2026-11-23T10:00Z", -1, null, "UTC"));
    }

    [Theory]
    [InlineData("2026-11-23T07:59Z", LosAngeles, "2026-11-22")]
    [InlineData("2026-11-23T08:00Z", LosAngeles, "2026-11-23")]
    [InlineData("2026-11-23T14:59Z", "Asia/Tokyo", "2026-11-23")]
    [InlineData("2026-11-23T15:00Z", "Asia/Tokyo", "2026-11-24")]
    [InlineData("2026-11-23T23:59Z", "UTC", "2026-11-23")]
    public void LocalDay_is_the_day_that_the_location_has(string instant, string timeZone, string expected) =>
        Assert.Equal(DateOnly.Parse(expected, CultureInfo.InvariantCulture), WorkingTime.LocalDay(Instant(instant), timeZone));

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static DateTimeOffset? Add(string start, double hours, WorkCalendar? calendar, string timeZone) =>
        WorkingTime.AddWorkingTime(Instant(start), TimeSpan.FromHours(hours), calendar, timeZone);

    private static WorkCalendar Calendar(IEnumerable<DayOfWeek> days, params (string Opens, string Closes)[] hours) => new()
    {
        Hours = days.ToImmutableDictionary(day => day, _ => hours.Select(stretch => new WorkHours(Time(stretch.Opens), Time(stretch.Closes))).ToImmutableArray()),
    };

    private static TimeOnly Time(string text) => text == "24:00" ? TimeOnly.MaxValue : TimeOnly.Parse(text, CultureInfo.InvariantCulture);
}
