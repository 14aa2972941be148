using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Dom.Core.Network;

namespace Dom.Core.Sourcing;

/// <summary>Tells locations apart by their kind, time zone and hours of work, and by nothing else.</summary>
internal static class Openings
{
    // A memory, not a state: a calendar never changes, and what is asked again with one location otherwise has all others' calendars.
    private static readonly ConditionalWeakTable<WorkCalendar, string> Known = [];

    /// <summary>A number for each location, from 0, the same where all three are the same. Calendars are compared by what they say: each location brings one of its own.</summary>
    /// <param name="locations">The locations.</param>
    public static int[] Number(Location[] locations)
    {
        var numbers = new Dictionary<(LocationType Type, string TimeZone, string Hours), int>();
        return Array.ConvertAll(locations, location =>
        {
            var key = (location.Type, location.TimeZone, location.Calendar is { } calendar ? Known.GetValue(calendar, Words) : "");
            return numbers.TryGetValue(key, out var number) ? number : numbers[key] = numbers.Count;
        });
    }

    private static string Words(WorkCalendar calendar)
    {
        var words = new StringBuilder("on");
        foreach (var (day, stretches) in calendar.Hours.OrderBy(day => day.Key))
        {
            words.Append(CultureInfo.InvariantCulture, $" {day}");
            foreach (var hours in stretches)
            {
                words.Append(CultureInfo.InvariantCulture, $" {hours.Opens.Ticks}-{hours.Closes.Ticks}");
            }
        }

        foreach (var holiday in calendar.Holidays)
        {
            words.Append(CultureInfo.InvariantCulture, $" {holiday.DayNumber}");
        }

        return words.ToString();
    }
}
