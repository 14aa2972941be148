using System.Globalization;

namespace Dom.LocalHost.Hosting.Triggers;

/// <summary>
/// An NCRONTAB expression of six fields: second, minute, hour, day, month, day of week (0 is Sunday). A field is <c>*</c>, a number,
/// a range <c>a-b</c>, a step <c>*/n</c> or <c>a-b/n</c>, or a list of those with commas. Times are UTC.
/// Source: Azure Functions documentation, "Timer trigger", NCRONTAB expressions.
/// </summary>
internal sealed class NcrontabSchedule
{
    // 29 February on a given weekday comes every 28 years, over a century's end every 40.
    private const int LongestGapYears = 41;

    private static readonly (string Name, int Min, int Max)[] Fields =
        [("second", 0, 59), ("minute", 0, 59), ("hour", 0, 23), ("day", 1, 31), ("month", 1, 12), ("day of week", 0, 6)];

    private readonly bool[][] _allowed;

    private NcrontabSchedule(bool[][] allowed) => _allowed = allowed;

    /// <summary>Reads an expression.</summary>
    /// <param name="expression">Six fields with spaces between.</param>
    /// <exception cref="FormatException">A field is not readable or outside its range; the message names it.</exception>
    public static NcrontabSchedule Parse(string expression)
    {
        var fields = expression.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length == Fields.Length
            ? new([.. fields.Select((field, index) => Read(field, Fields[index]))])
            : throw new FormatException(
                $"'{expression}' has {fields.Length} fields; allowed are six: second minute hour day month day-of-week.");
    }

    /// <summary>The first time after another.</summary>
    /// <param name="after">The other time.</param>
    /// <returns>UTC; null when there is none, such as on 31 February.</returns>
    public DateTimeOffset? Next(DateTimeOffset after)
    {
        var utc = after.UtcDateTime;
        var time = new DateTime(utc.Ticks - (utc.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Utc).AddSeconds(1);
        var end = time.AddYears(LongestGapYears);
        while (time < end)
        {
            if (!_allowed[4][time.Month])
            {
                time = new DateTime(time.Year, time.Month, 1, 0, 0, 0, DateTimeKind.Utc).AddMonths(1);
            }
            else if (!_allowed[3][time.Day] || !_allowed[5][(int)time.DayOfWeek])
            {
                time = time.Date.AddDays(1);
            }
            else if (!_allowed[2][time.Hour])
            {
                time = time.Date.AddHours(time.Hour + 1);
            }
            else if (!_allowed[1][time.Minute])
            {
                time = time.Date.AddHours(time.Hour).AddMinutes(time.Minute + 1);
            }
            else if (!_allowed[0][time.Second])
            {
                time = time.AddSeconds(1);
            }
            else
            {
                return new(time, TimeSpan.Zero);
            }
        }

        return null;
    }

    private static bool[] Read(string text, (string Name, int Min, int Max) field)
    {
        var allowed = new bool[field.Max + 1];
        foreach (var part in text.Split(','))
        {
            var (range, step) = part.Split('/') switch
            {
                [var whole] => (whole, 1),
                [var whole, var every] => (whole, Number(every, text, field, 1, field.Max)),
                _ => throw Wrong(text, field),
            };
            var (from, to) = range.Split('-') switch
            {
                ["*"] => (field.Min, field.Max),
                [var one] when part.Contains('/', StringComparison.Ordinal) =>
                    (Number(one, text, field, field.Min, field.Max), field.Max),
                [var one] => (Number(one, text, field, field.Min, field.Max), Number(one, text, field, field.Min, field.Max)),
                [var low, var high] =>
                    (Number(low, text, field, field.Min, field.Max), Number(high, text, field, field.Min, field.Max)),
                _ => throw Wrong(text, field),
            };
            if (from > to)
            {
                throw Wrong(text, field);
            }

            for (var value = from; value <= to; value += step)
            {
                allowed[value] = true;
            }
        }

        return allowed;
    }

    private static int Number(string number, string text, (string Name, int Min, int Max) field, int min, int max) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max
            ? value
            : throw Wrong(text, field);

    private static FormatException Wrong(string text, (string Name, int Min, int Max) field) =>
        new(FormattableString.Invariant(
            $"The {field.Name} '{text}' is not readable; allowed are numbers from {field.Min} to {field.Max}, *, ranges a-b, steps */n, and lists."));
}
