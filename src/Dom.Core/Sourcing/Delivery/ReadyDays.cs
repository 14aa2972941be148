using Dom.Core.Network;

namespace Dom.Core.Sourcing.Delivery;

/// <summary>On which day a location that is asked at one moment has worked the handling time. Locations that open and close alike are worked out once.</summary>
/// <param name="at">The moment at which it is asked.</param>
/// <param name="handling">Working time that it needs, 0 or more.</param>
/// <param name="cutOff">Local time until which work begins the same day; none means at any time.</param>
internal sealed class ReadyDays(DateTimeOffset at, TimeSpan handling, TimeOnly? cutOff)
{
    private readonly Dictionary<int, DateOnly?> _days = [];

    /// <summary>The day, at the location; none where it does not work that long in years to come.</summary>
    /// <param name="location">The location.</param>
    /// <param name="opening">Its number by <see cref="Openings"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">Its time zone is unknown.</exception>
    public DateOnly? Of(Location location, int opening)
    {
        if (!_days.TryGetValue(opening, out var day))
        {
            day = Of(Begins(location.TimeZone), handling, location);
            _days.Add(opening, day);
        }

        return day;
    }

    /// <summary>The day on which a location has worked for a time: the day of the last moment of that work, or the first working day at all where there is nothing to do.</summary>
    /// <param name="begins">When the work may begin.</param>
    /// <param name="work">Working time, 0 or more.</param>
    /// <param name="location">The location.</param>
    /// <returns>The day, at the location; none where it does not work that long in years to come.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time zone is unknown.</exception>
    public static DateOnly? Of(DateTimeOffset begins, TimeSpan work, Location location)
    {
        // One tick stands for no work: it is done when the location opens. The tick is taken off again, for work that ends at midnight belongs to the day before.
        var least = work > TimeSpan.Zero ? work : TimeSpan.FromTicks(1);
        return WorkingTime.AddWorkingTime(begins, least, location.Calendar, location.TimeZone) is { } ends
            ? WorkingTime.LocalDay(ends.AddTicks(-1), location.TimeZone)
            : null;
    }

    private DateTimeOffset Begins(string timeZone) => cutOff is { } last && WorkingTime.LocalTime(at, timeZone) > last
        ? WorkingTime.StartOfDay(WorkingTime.LocalDay(at, timeZone).AddDays(1), timeZone)
        : at;
}
