using System.Collections.Immutable;

namespace Dom.Core.Network;

/// <summary>Adds working time of a location to an instant, and tells which day it is there.</summary>
public static partial class WorkingTime
{
    /// <summary>How far ahead work is looked for. A calendar that has not worked long enough by then counts as closed for good.</summary>
    public static readonly TimeSpan Horizon = TimeSpan.FromDays(3 * 366);

    /// <summary>The instant at which a location has worked for a given time.</summary>
    /// <param name="start">When the time begins to run.</param>
    /// <param name="work">Working time, 0 or more. None ends at once, whether the location is open or not.</param>
    /// <param name="calendar">When the location works; none means around the clock.</param>
    /// <param name="timeZone">IANA name of the location's time zone.</param>
    /// <returns>
    /// The instant, UTC; none when the calendar does not work that long within <see cref="Horizon"/>. The hour that a clock change leaves out is
    /// not worked; the hour that it repeats is worked twice.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="work"/> is negative, or the time zone is unknown.</exception>
    public static DateTimeOffset? AddWorkingTime(DateTimeOffset start, TimeSpan work, WorkCalendar? calendar, string timeZone)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(work, TimeSpan.Zero);
        var zone = Zone(timeZone);
        var now = start.ToUniversalTime();
        if (calendar is null || work == TimeSpan.Zero)
        {
            return now + work;
        }

        var today = DayOf(now, zone);
        var lastDay = DayOf(now + Horizon, zone);
        var left = work;

        // From the day before: where clocks are set back over midnight, its last hour comes a second time.
        for (var day = today.AddDays(-1); day <= lastDay; day = day.AddDays(1))
        {
            foreach (var hours in HoursOf(day, calendar))
            {
                var (opens, closes) = (Opening(day, hours, zone), Closing(day, hours, zone));
                var begins = opens > now ? opens : now;
                if (closes - begins >= left)
                {
                    return begins + left;
                }

                left -= closes > begins ? closes - begins : TimeSpan.Zero;
                now = closes > now ? closes : now;
            }
        }

        return null;
    }

    /// <summary>The day that it is at a location: the one on which its capacity counts.</summary>
    /// <param name="instant">When.</param>
    /// <param name="timeZone">IANA name of the location's time zone.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time zone is unknown.</exception>
    public static DateOnly LocalDay(DateTimeOffset instant, string timeZone) => DayOf(instant, Zone(timeZone));

    /// <summary>What the clocks of a location show.</summary>
    /// <param name="instant">When.</param>
    /// <param name="timeZone">IANA name of the location's time zone.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time zone is unknown.</exception>
    public static TimeOnly LocalTime(DateTimeOffset instant, string timeZone) =>
        TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone(timeZone)).DateTime);

    /// <summary>The first instant of a day at a location, UTC: midnight, or where clocks are set forward over it the instant of the change.</summary>
    /// <param name="day">The day.</param>
    /// <param name="timeZone">IANA name of the location's time zone.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time zone is unknown.</exception>
    public static DateTimeOffset StartOfDay(DateOnly day, string timeZone) => Instant(day.ToDateTime(TimeOnly.MinValue), Zone(timeZone), isLater: false);

    /// <summary>Whether a time zone is known here.</summary>
    /// <param name="timeZone">IANA name.</param>
    public static bool IsTimeZone(string timeZone) => TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out _);

    private static TimeZoneInfo Zone(string timeZone) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var zone)
            ? zone
            : throw new ArgumentOutOfRangeException(nameof(timeZone), timeZone, "The time zone is unknown; allowed are IANA names such as America/Los_Angeles.");

    private static DateOnly DayOf(DateTimeOffset instant, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);

    private static ImmutableArray<WorkHours> HoursOf(DateOnly day, WorkCalendar calendar) =>
        !calendar.Holidays.Contains(day) && calendar.Hours.TryGetValue(day.DayOfWeek, out var hours) ? hours : [];

    private static DateTimeOffset Opening(DateOnly day, WorkHours hours, TimeZoneInfo zone) =>
        Instant(day.ToDateTime(hours.Opens), zone, isLater: false);

    private static DateTimeOffset Closing(DateOnly day, WorkHours hours, TimeZoneInfo zone) =>
        Instant(hours.Closes == TimeOnly.MaxValue ? day.AddDays(1).ToDateTime(TimeOnly.MinValue) : day.ToDateTime(hours.Closes), zone, isLater: true);

    // A time that a clock change leaves out stands for the instant of the change. Of a time that it repeats, one instant must be chosen.
    private static DateTimeOffset Instant(DateTime local, TimeZoneInfo zone, bool isLater)
    {
        if (zone.IsInvalidTime(local))
        {
            // Clocks change at whole minutes.
            var lastValid = local.AddTicks(-(local.Ticks % TimeSpan.TicksPerMinute));
            while (zone.IsInvalidTime(lastValid))
            {
                lastValid = lastValid.AddMinutes(-1);
            }

            return new DateTimeOffset(lastValid, zone.GetUtcOffset(lastValid)).AddMinutes(1).ToUniversalTime();
        }

        if (zone.IsAmbiguousTime(local))
        {
            var offsets = zone.GetAmbiguousTimeOffsets(local);
            return new DateTimeOffset(local, isLater ? offsets.Min() : offsets.Max()).ToUniversalTime();
        }

        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
