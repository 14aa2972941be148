using System.Collections.Immutable;
using System.Globalization;
using Dom.Core.Messages;

namespace Dom.Core.Network;

/// <summary>How calendars are written in documents: days by three letters, hours as <c>09:00-18:00</c>, the end of the day as <c>24:00</c>.</summary>
internal static class CalendarText
{
    private const int MaxStretches = 10;
    private const int MaxHolidays = 1_000;
    private const string AllowedHours = "hours within one day such as 09:00-18:00, the later time last, 24:00 for midnight at its end; hours over midnight go in two days";

    /// <summary>The days as documents name them, Monday first.</summary>
    public static ImmutableArray<(string Name, DayOfWeek Day)> Days { get; } =
    [
        ("mon", DayOfWeek.Monday),
        ("tue", DayOfWeek.Tuesday),
        ("wed", DayOfWeek.Wednesday),
        ("thu", DayOfWeek.Thursday),
        ("fri", DayOfWeek.Friday),
        ("sat", DayOfWeek.Saturday),
        ("sun", DayOfWeek.Sunday),
    ];

    /// <summary>Writes a stretch of work.</summary>
    /// <param name="hours">The stretch.</param>
    public static string Write(WorkHours hours) =>
        string.Create(CultureInfo.InvariantCulture, $"{hours.Opens:HH:mm}-{(hours.Closes == TimeOnly.MaxValue ? "24:00" : hours.Closes.ToString("HH:mm", CultureInfo.InvariantCulture))}");

    /// <summary>Reads a calendar.</summary>
    /// <param name="field">The field that it stands in.</param>
    /// <returns>The calendar; none when there is none.</returns>
    public static WorkCalendar? Read(JsonField field)
    {
        const string allowedDays = "hours by mon, tue, wed, thu, fri, sat and sun, at least one of them; without a calendar a location works around the clock";
        if (!field.IsObject("a calendar: a JSON object"))
        {
            return null;
        }

        var hours = field.Member("hours").Required(allowedDays);
        var byDay = ImmutableDictionary.CreateBuilder<DayOfWeek, ImmutableArray<WorkHours>>();
        if (hours.IsObject(allowedDays))
        {
            foreach (var (name, day) in Days)
            {
                if (ReadDay(hours.Member(name)) is { IsEmpty: false } stretches)
                {
                    byDay.Add(day, stretches);
                }
            }

            // A misspelt day must not close the location without a word.
            foreach (var name in hours.Names().Where(name => !Days.Any(day => day.Name == name)))
            {
                hours.Member(name).Refuse("mon, tue, wed, thu, fri, sat or sun as the day");
            }

            if (hours.Names().Count == 0)
            {
                hours.Refuse(allowedDays);
            }
        }

        const string allowedHolidays = "a list of at most 1000 days";
        var holidays = field.Member("holidays").Elements(0, MaxHolidays, allowedHolidays).Select(holiday => holiday.Required(allowedHolidays).Day()).OfType<DateOnly>();
        return new WorkCalendar { Hours = byDay.ToImmutable(), Holidays = [.. holidays] };
    }

    private static ImmutableArray<WorkHours> ReadDay(JsonField field)
    {
        var stretches = ImmutableArray.CreateBuilder<WorkHours>();
        foreach (var element in field.Elements(0, MaxStretches, "a list of at most 10 stretches of hours"))
        {
            var text = element.Required(AllowedHours).Text(text => TryRead(text, out _), AllowedHours);
            if (text is null || !TryRead(text, out var hours))
            {
                continue;
            }

            if (stretches.Count > 0 && hours.Opens < stretches[^1].Closes)
            {
                element.Refuse("hours in order and without overlap");
            }

            stretches.Add(hours);
        }

        return stretches.ToImmutable();
    }

    private static bool TryRead(string text, out WorkHours hours)
    {
        hours = default;
        if (text.Length != 11 || text[5] != '-' || !TryReadTime(text[..5], out var opens) || !TryReadTime(text[6..], out var closes) || closes <= opens)
        {
            return false;
        }

        hours = new WorkHours(opens, closes);
        return true;
    }

    private static bool TryReadTime(string text, out TimeOnly time)
    {
        time = TimeOnly.MaxValue;
        return text == "24:00" || TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
    }
}
