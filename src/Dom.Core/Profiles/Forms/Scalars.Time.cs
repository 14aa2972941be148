using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using static System.FormattableString;

namespace Dom.Core.Profiles.Forms;

internal static partial class Scalars
{
    private const string SpanPattern = @"^(\d{1,4}\.)?([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,7})?)?$";
    private const string ClockPattern = @"^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$";

    /// <summary>A day.</summary>
    public static Form Day { get; } = new ScalarForm(
        "an ISO 8601 day, such as 2026-11-25",
        field => field.Day() is { } day ? JsonValue.Create(day.ToString("O", CultureInfo.InvariantCulture)) : null,
        () => new() { ["type"] = "string", ["pattern"] = @"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$" },
        value => (string)value!);

    /// <summary>A time of the day, local to whatever it is for.</summary>
    public static Form Clock { get; } = Time(
        "a time of the day such as 14:00 or 14:00:00", ClockPattern, ClockText(), text => Write(TimeOnly.Parse(text, CultureInfo.InvariantCulture)));

    /// <summary>The days of the week.</summary>
    public static Form DayOfWeek { get; } = Word([.. Enum.GetNames<DayOfWeek>().Select(JsonNamingPolicy.CamelCase.ConvertName)]);

    /// <summary>A length of time.</summary>
    /// <param name="least">Shortest.</param>
    /// <param name="most">Longest.</param>
    /// <param name="above">Whether the shortest itself is too short.</param>
    public static Form Span(TimeSpan least, TimeSpan most, bool above = false)
    {
        var range = above ? Invariant($"above {least:c}, up to {most:c}") : Invariant($"from {least:c} to {most:c}");
        return Time(
            $"a length of time such as 02:30:00, or with days before it 1.00:00:00, {range}",
            SpanPattern,
            SpanText(),
            text => TimeSpan.Parse(text, CultureInfo.InvariantCulture) is var span && span <= most && (above ? span > least : span >= least) ? Write(span) : null);
    }

    private static ScalarForm Time(string allowed, string pattern, Regex isTime, Func<string, string?> write) => new(
        allowed,
        field => field.Text(text => isTime.IsMatch(text) && write(text) is not null, allowed) is { } text ? JsonValue.Create(write(text)) : null,
        () => new() { ["type"] = "string", ["pattern"] = pattern },
        value => (string)value!);

    // As the serializer spells them, so that what is read can be compared with what is stored.
    private static string Write<T>(T time) => JsonSerializer.SerializeToNode(time, DomJson.Options)!.GetValue<string>();

    [GeneratedRegex(SpanPattern, RegexOptions.CultureInvariant)]
    private static partial Regex SpanText();

    [GeneratedRegex(ClockPattern, RegexOptions.CultureInvariant)]
    private static partial Regex ClockText();
}
