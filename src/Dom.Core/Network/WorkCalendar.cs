using System.Collections.Immutable;

namespace Dom.Core.Network;

/// <summary>When a location works, in its own time zone.</summary>
public sealed record WorkCalendar
{
    /// <summary>Working hours by day of the week, in order and without overlap; a day that is left out is closed.</summary>
    public ImmutableDictionary<DayOfWeek, ImmutableArray<WorkHours>> Hours { get; init; } = ImmutableDictionary<DayOfWeek, ImmutableArray<WorkHours>>.Empty;

    /// <summary>Days on which it is closed whatever the day of the week.</summary>
    public ImmutableSortedSet<DateOnly> Holidays { get; init; } = [];
}

/// <summary>A stretch of work within one day, local time.</summary>
/// <param name="Opens">First minute of work.</param>
/// <param name="Closes">End of work, later than <paramref name="Opens"/>; midnight at the end of the day is <see cref="TimeOnly.MaxValue"/>.</param>
public readonly record struct WorkHours(TimeOnly Opens, TimeOnly Closes);
