using System.Globalization;
using System.Text.Json;

namespace Dom.Core.Messages;

/// <content>The fields that are texts in JSON.</content>
internal readonly partial struct JsonField
{
    /// <summary>A text without control characters.</summary>
    /// <param name="most">Most characters. A text of none counts as none.</param>
    public string? Text(int most)
    {
        var text = AnyText(string.Create(CultureInfo.InvariantCulture, $"at most {most} characters"));
        if (text is null || (text.Length <= most && !text.Any(char.IsControl)))
        {
            return string.IsNullOrEmpty(text) ? null : text;
        }

        Refuse(string.Create(CultureInfo.InvariantCulture, $"a text of at most {most} characters, none of them a control character"), text);
        return null;
    }

    /// <summary>A text that a test accepts.</summary>
    /// <param name="isAllowed">The test.</param>
    /// <param name="allowed">What it accepts, in words.</param>
    public string? Text(Func<string, bool> isAllowed, string allowed)
    {
        var text = AnyText(allowed);
        if (text is null || isAllowed(text))
        {
            return text;
        }

        Refuse(allowed, text);
        return null;
    }

    /// <summary>An identifier that may stand in addresses and storage keys.</summary>
    /// <typeparam name="T">The identifier.</typeparam>
    public T? PlainId<T>()
        where T : struct, IIdentifier<T> => Text(Identifier.IsPlain, Identifier.PlainRule) is { } text ? T.From(text) : null;

    /// <summary>An identifier or name of printable characters.</summary>
    public string? Printable() => Text(Identifier.IsPrintable, Identifier.PrintableRule);

    /// <summary>A code of capital letters.</summary>
    /// <param name="length">How many.</param>
    /// <param name="allowed">What is allowed, in words.</param>
    public string? Capitals(int length, string allowed) => Text(text => text.Length == length && text.All(char.IsAsciiLetterUpper), allowed);

    /// <summary>An instant from the year 2000 to 2999, with an offset; returned in UTC.</summary>
    public DateTimeOffset? Instant()
    {
        const string allowed = "an ISO 8601 time with an offset, from the year 2000 to 2999, such as 2026-11-21T10:00:00Z";
        var text = AnyText(allowed);
        if (text is null)
        {
            return null;
        }

        // Without an offset the reader of the framework would take the time zone of the machine.
        if (HasOffset(text) && element.TryGetDateTimeOffset(out var instant) && instant.Year is >= 2000 and <= 2999)
        {
            return instant.ToUniversalTime();
        }

        Refuse(allowed, text);
        return null;
    }

    /// <summary>A day.</summary>
    public DateOnly? Day()
    {
        const string allowed = "an ISO 8601 day, such as 2026-11-25";
        var text = AnyText(allowed);
        if (text is null)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        Refuse(allowed, text);
        return null;
    }

    private static bool HasOffset(string text) =>
        text.Contains('T', StringComparison.Ordinal) && (text[^1] == 'Z' || (text.Length > 6 && text[^6] is '+' or '-' && text[^3] == ':'));

    private string? AnyText(string allowed)
    {
        if (!IsPresent)
        {
            return null;
        }

        if (element.ValueKind == JsonValueKind.String)
        {
            try
            {
                return element.GetString();
            }
            catch (InvalidOperationException)
            {
                // An escape for half of a surrogate pair: JSON allows it, Unicode has no such text.
            }
        }

        // Said, because 1001 without quotes looks like the text that is wanted.
        Refuse(element.ValueKind == JsonValueKind.String ? allowed : "a text in quotes: " + allowed);
        return null;
    }
}
