namespace Dom.Core.Network;

public static partial class WorkingTime
{
    /// <summary>When a location closes for the day: for the one on which it is open, else for the next on which it opens.</summary>
    /// <remarks>
    /// A break within a day is no end of it. Hours that run on over midnight belong to the day on which they began: a place that is open from 22:00
    /// to 6:00 closes at 6:00.
    /// </remarks>
    /// <param name="start">From when on.</param>
    /// <param name="before">Until when it matters: a later closing is not looked for.</param>
    /// <param name="calendar">When the location works; none means around the clock.</param>
    /// <param name="timeZone">IANA name of the location's time zone.</param>
    /// <returns>The instant, UTC, after <paramref name="start"/> and before <paramref name="before"/>; none where it does not close in between.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time zone is unknown.</exception>
    public static DateTimeOffset? ClosingBetween(DateTimeOffset start, DateTimeOffset before, WorkCalendar? calendar, string timeZone)
    {
        var zone = Zone(timeZone);
        if (calendar is null)
        {
            return null;
        }

        (DateOnly Day, DateTimeOffset Closes)? shift = null;
        foreach (var (day, opens, closes) in Stretches(start, calendar, zone))
        {
            if (shift is { } ended && ended.Closes > start && ended.Day != day && opens > ended.Closes)
            {
                return ended.Closes;
            }

            shift = (shift is { } open && opens <= open.Closes ? open.Day : day, closes);
            if (closes >= before)
            {
                return null;
            }
        }

        return shift is { } last && last.Closes > start ? last.Closes : null;
    }

    /// <summary>How long a location works between two instants.</summary>
    /// <param name="from">The first.</param>
    /// <param name="to">The second; one that is not later leaves no time.</param>
    /// <param name="calendar">When the location works; none means around the clock.</param>
    /// <param name="timeZone">IANA name of the location's time zone.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time zone is unknown.</exception>
    public static TimeSpan Between(DateTimeOffset from, DateTimeOffset to, WorkCalendar? calendar, string timeZone)
    {
        var zone = Zone(timeZone);
        if (to <= from)
        {
            return TimeSpan.Zero;
        }

        if (calendar is null)
        {
            return to - from;
        }

        var (work, worked) = (TimeSpan.Zero, from);
        foreach (var (_, opens, closes) in Stretches(from, calendar, zone).TakeWhile(stretch => stretch.Opens < to))
        {
            // Where clocks are set back over midnight, stretches overlap: no instant counts twice.
            var begins = opens > worked ? opens : worked;
            var ends = closes < to ? closes : to;
            work += ends > begins ? ends - begins : TimeSpan.Zero;
            worked = ends > worked ? ends : worked;
        }

        return work;
    }

    /// <summary>Stretches of work in order, from the day before an instant to the horizon after it.</summary>
    private static IEnumerable<(DateOnly Day, DateTimeOffset Opens, DateTimeOffset Closes)> Stretches(DateTimeOffset start, WorkCalendar calendar, TimeZoneInfo zone)
    {
        var lastDay = DayOf(start.ToUniversalTime() + Horizon, zone);
        for (var day = DayOf(start, zone).AddDays(-1); day <= lastDay; day = day.AddDays(1))
        {
            foreach (var hours in HoursOf(day, calendar))
            {
                yield return (day, Opening(day, hours, zone), Closing(day, hours, zone));
            }
        }
    }
}
