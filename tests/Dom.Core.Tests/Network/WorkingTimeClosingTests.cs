using System.Collections.Immutable;
using System.Globalization;
using Dom.Core.Network;

namespace Dom.Core.Tests.Network;

public sealed class WorkingTimeClosingTests
{
    private static readonly DayOfWeek[] Weekdays = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    // With a break at noon; 26 November 2026 is a Thursday.
    private static readonly WorkCalendar Shop = Calendar(Weekdays, ("09:00", "12:00"), ("14:00", "18:00")) with { Holidays = [new DateOnly(2026, 11, 26)] };

    private static readonly WorkCalendar AtNight = Calendar(Enum.GetValues<DayOfWeek>(), ("00:00", "06:00"), ("22:00", "24:00"));

    private static readonly WorkCalendar Always = Calendar(Enum.GetValues<DayOfWeek>(), ("00:00", "24:00"));

    // 23 November 2026 is a Monday.
    [Theory]
    [InlineData("2026-11-23T10:00Z", "2026-11-24T00:00Z", "2026-11-23T18:00Z")]
    [InlineData("2026-11-23T13:00Z", "2026-11-24T00:00Z", "2026-11-23T18:00Z")]
    [InlineData("2026-11-23T07:00Z", "2026-11-24T00:00Z", "2026-11-23T18:00Z")]
    [InlineData("2026-11-23T17:59Z", "2026-11-24T00:00Z", "2026-11-23T18:00Z")]
    [InlineData("2026-11-23T18:00Z", "2026-11-25T00:00Z", "2026-11-24T18:00Z")]
    [InlineData("2026-11-23T20:00Z", "2026-11-25T00:00Z", "2026-11-24T18:00Z")]
    [InlineData("2026-11-25T19:00Z", "2026-11-30T00:00Z", "2026-11-27T18:00Z")]
    [InlineData("2026-11-23T10:00Z", "2026-11-23T13:00Z", null)]
    [InlineData("2026-11-23T10:00Z", "2026-11-23T18:00Z", null)]
    [InlineData("2026-11-23T10:00Z", "2026-11-23T18:01Z", "2026-11-23T18:00Z")]
    public void ClosingBetween_is_the_end_of_the_day_and_no_break(string start, string before, string? expected) =>
        Assert.Equal(expected, Closing(start, before, Shop));

    [Theory]
    [InlineData("2026-11-23T23:00Z", "2026-11-24T06:00Z")]
    [InlineData("2026-11-24T03:00Z", "2026-11-24T06:00Z")]
    [InlineData("2026-11-24T06:00Z", "2026-11-25T06:00Z")]
    [InlineData("2026-11-24T12:00Z", "2026-11-25T06:00Z")]
    public void ClosingBetween_gives_the_hours_after_midnight_to_the_day_before(string start, string expected) =>
        Assert.Equal(expected, Closing(start, "2026-11-30T00:00Z", AtNight));

    [Theory]
    [InlineData("2026-11-27T12:00Z", "2026-12-31T00:00Z", "2026-11-28T00:00Z")]
    [InlineData("2026-11-24T12:00Z", "2026-12-31T00:00Z", "2026-11-28T00:00Z")]
    public void ClosingBetween_joins_days_that_are_open_throughout(string start, string before, string expected) =>
        Assert.Equal(expected, Closing(start, before, Calendar(Weekdays, ("00:00", "24:00"))));

    [Fact]
    public void ClosingBetween_finds_none_where_the_location_never_closes()
    {
        Assert.Null(Closing("2026-11-23T10:00Z", "2027-11-23T10:00Z", null));
        Assert.Null(Closing("2026-11-23T10:00Z", "2027-11-23T10:00Z", Always));
        Assert.Null(Closing("2026-11-23T10:00Z", "2029-11-23T10:00Z", new WorkCalendar()));
    }

    // Clocks in Los Angeles go back at 2:00 on 1 November 2026, a Sunday: the day has 25 hours, and 1:30 comes twice.
    [Fact]
    public void ClosingBetween_and_Between_take_the_later_of_an_hour_that_comes_twice()
    {
        var calendar = Calendar([DayOfWeek.Sunday], ("00:00", "01:30"));
        var start = Instant("2026-11-01T07:00Z");

        var closing = WorkingTime.ClosingBetween(start, start.AddDays(1), calendar, "America/Los_Angeles");

        Assert.Equal(Instant("2026-11-01T09:30Z"), closing);
        Assert.Equal(TimeSpan.FromHours(2.5), WorkingTime.Between(start, closing!.Value, calendar, "America/Los_Angeles"));
    }

    [Theory]
    [InlineData("2026-11-23T10:00Z", "2026-11-23T18:00Z", 6)]
    [InlineData("2026-11-23T12:30Z", "2026-11-23T13:30Z", 0)]
    [InlineData("2026-11-23T11:00Z", "2026-11-24T10:00Z", 6)]
    [InlineData("2026-11-23T18:00Z", "2026-11-23T10:00Z", 0)]
    [InlineData("2026-11-25T17:00Z", "2026-11-27T10:00Z", 2)]
    public void Between_counts_the_hours_that_are_worked(string from, string to, double hours) =>
        Assert.Equal(TimeSpan.FromHours(hours), WorkingTime.Between(Instant(from), Instant(to), Shop, "UTC"));

    [Fact]
    public void Between_counts_every_hour_without_a_calendar() =>
        Assert.Equal(TimeSpan.FromHours(30), WorkingTime.Between(Instant("2026-11-23T10:00Z"), Instant("2026-11-24T16:00Z"), null, "UTC"));

    [Fact]
    public void Between_takes_back_what_AddWorkingTime_adds()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var random = new Random(seed);
            var (start, work) = (Instant("2026-10-20T00:00Z").AddMinutes(random.Next(40_000)), TimeSpan.FromMinutes(random.Next(3_000)));
            var calendar = random.Next(2) == 0 ? Shop : AtNight;

            var end = WorkingTime.AddWorkingTime(start, work, calendar, "America/Los_Angeles")!.Value;

            Assert.True(work == WorkingTime.Between(start, end, calendar, "America/Los_Angeles"), $"Seed {seed}");
        }
    }

    private static string? Closing(string start, string before, WorkCalendar? calendar) =>
        WorkingTime.ClosingBetween(Instant(start), Instant(before), calendar, "UTC")?.ToString("yyyy-MM-ddTHH:mm'Z'", CultureInfo.InvariantCulture);

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static WorkCalendar Calendar(DayOfWeek[] days, params (string Opens, string Closes)[] hours) => new()
    {
        Hours = days.ToImmutableDictionary(day => day, _ => hours.Select(stretch => new WorkHours(Time(stretch.Opens), Time(stretch.Closes))).ToImmutableArray()),
    };

    private static TimeOnly Time(string text) => text == "24:00" ? TimeOnly.MaxValue : TimeOnly.ParseExact(text, "HH:mm", CultureInfo.InvariantCulture);
}
