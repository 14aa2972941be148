namespace Dom.Core.Sourcing.Delivery;

/// <summary>When goods are where the customer gets them: on a day, never, or nobody knows when. Default unknown.</summary>
internal readonly record struct Arrival
{
    private Arrival(DateOnly? day, bool isNever) => (Day, IsNever) = (day, isNever);

    /// <summary>The profile does not tell how long it takes, or it is not known how far it goes.</summary>
    public static Arrival Unknown => default;

    /// <summary>They do not get there: it is too far, or the location or the carrier does not work.</summary>
    public static Arrival Never { get; } = new(null, isNever: true);

    /// <summary>The day; none where it is unknown or never comes.</summary>
    public DateOnly? Day { get; }

    /// <summary>Whether they do not get there.</summary>
    public bool IsNever { get; }

    /// <summary>An arrival on a day.</summary>
    /// <param name="day">The day; none for never.</param>
    public static Arrival On(DateOnly? day) => day is null ? Never : new(day, isNever: false);

    /// <summary>Whether they are known to be there by a day.</summary>
    /// <param name="day">The day, included.</param>
    public bool IsBy(DateOnly day) => Day <= day;

    /// <summary>Days after a day, 0 or more, at most as many as are counted: never is that late, and what is unknown is not late.</summary>
    /// <param name="wanted">The day by which they are wanted.</param>
    /// <param name="most">Most days that are counted.</param>
    public int DaysLate(DateOnly wanted, int most) => IsNever ? most : Day is { } day ? Math.Clamp(day.DayNumber - wanted.DayNumber, 0, most) : 0;
}
