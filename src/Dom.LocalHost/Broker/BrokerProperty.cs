using System.Globalization;
using System.Runtime.Serialization;

namespace Dom.LocalHost.Broker;

/// <summary>Application properties as text that keeps their type: a letter, a colon, the value.</summary>
internal static class BrokerProperty
{
    /// <summary>Writes a value.</summary>
    /// <param name="name">The property's name, for the error.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="SerializationException">Service Bus does not carry values of this type.</exception>
    public static string Write(string name, object value) => value switch
    {
        string text => "s:" + text,
        bool flag => flag ? "b:1" : "b:0",
        byte number => "y:" + Text(number),
        short number => "h:" + Text(number),
        int number => "i:" + Text(number),
        long number => "l:" + Text(number),
        float number => "f:" + number.ToString("R", CultureInfo.InvariantCulture),
        double number => "d:" + number.ToString("R", CultureInfo.InvariantCulture),
        decimal number => "m:" + Text(number),
        Guid id => "g:" + id.ToString("D"),
        TimeSpan span => "t:" + Text(span.Ticks),
        DateTime time => "u:" + Text(time.ToUniversalTime().Ticks),
        DateTimeOffset time => "o:" + Text(time.UtcTicks),
        _ => throw new SerializationException(
            $"Application property '{name}' is a {value.GetType().Name}; allowed are text, numbers, booleans, Guid, TimeSpan, "
            + "DateTime and DateTimeOffset."),
    };

    /// <summary>Reads a value.</summary>
    /// <param name="text">What <see cref="Write"/> wrote.</param>
    /// <exception cref="FormatException">It was written by something else.</exception>
    public static object Read(string text)
    {
        if (text.Length < 2 || text[1] != ':')
        {
            throw new FormatException($"'{text}' is no application property.");
        }

        var value = text[2..];
        return text[0] switch
        {
            's' => value,
            'b' => value == "1",
            'y' => byte.Parse(value, CultureInfo.InvariantCulture),
            'h' => short.Parse(value, CultureInfo.InvariantCulture),
            'i' => int.Parse(value, CultureInfo.InvariantCulture),
            'l' => Number(value),
            'f' => float.Parse(value, CultureInfo.InvariantCulture),
            'd' => double.Parse(value, CultureInfo.InvariantCulture),
            'm' => decimal.Parse(value, CultureInfo.InvariantCulture),
            'g' => Guid.Parse(value, CultureInfo.InvariantCulture),
            't' => new TimeSpan(Number(value)),
            'u' => new DateTime(Number(value), DateTimeKind.Utc),
            'o' => new DateTimeOffset(Number(value), TimeSpan.Zero),
            _ => throw new FormatException($"'{text}' is no application property."),
        };
    }

    private static string Text(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
