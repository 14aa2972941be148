using System.Collections.Immutable;

namespace Dom.Core.Sourcing.Scarcity;

/// <summary>Which share of a location's day of orders has usually come by a moment: its day begins at its own midnight, orders come by the hours of UTC.</summary>
internal sealed class DayProgress
{
    /// <summary>Hours of a day.</summary>
    public const int Hours = 24;

    private const int MinutesPerHour = 60;
    private const int MinutesPerDay = Hours * MinutesPerHour;
    private readonly long[] _before;
    private readonly DateTimeOffset _at;
    private readonly Dictionary<string, int> _ofZone = new(StringComparer.Ordinal);

    private DayProgress(ImmutableArray<int> ordersByHour, DateTimeOffset at)
    {
        _at = at;
        _before = new long[MinutesPerDay + 1];
        for (var minute = 0; minute < MinutesPerDay; minute++)
        {
            _before[minute + 1] = _before[minute] + ordersByHour[minute / MinutesPerHour];
        }
    }

    /// <summary>The progress at a moment; none where it is not known when orders come.</summary>
    /// <param name="ordersByHour">Orders of each hour of the day, UTC, each 0 or more: 24 numbers, or none.</param>
    /// <param name="at">The moment.</param>
    public static DayProgress? Of(ImmutableArray<int> ordersByHour, DateTimeOffset at) =>
        ordersByHour.IsDefault || ordersByHour.Length != Hours || ordersByHour.All(orders => orders == 0) ? null : new DayProgress(ordersByHour, at);

    /// <summary>The share, 0 (the day begins) to 1000 (nothing is to come), rounded down.</summary>
    /// <param name="timeZone">IANA name of the location's time zone.</param>
    /// <exception cref="TimeZoneNotFoundException">The time zone is unknown.</exception>
    public int PerMille(string timeZone)
    {
        if (!_ofZone.TryGetValue(timeZone, out var share))
        {
            share = Share((int)TimeZoneInfo.ConvertTime(_at, TimeZoneInfo.FindSystemTimeZoneById(timeZone)).TimeOfDay.TotalMinutes);
            _ofZone.Add(timeZone, share);
        }

        return share;
    }

    // What comes in a minute counts once the minute is over. Where clocks are put forward or back, the day counts as if they were not.
    private int Share(int sinceMidnight)
    {
        var now = (int)_at.UtcDateTime.TimeOfDay.TotalMinutes;
        var midnight = (now - sinceMidnight + MinutesPerDay) % MinutesPerDay;
        var come = _before[now] - _before[midnight] + (midnight > now ? _before[MinutesPerDay] : 0);
        return (int)(1000 * come / _before[MinutesPerDay]);
    }
}
