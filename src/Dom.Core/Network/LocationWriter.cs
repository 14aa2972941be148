using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Dom.Core.Network;

/// <summary>Writes the document of a location: what <see cref="LocationReader"/> reads back to the same location.</summary>
public static class LocationWriter
{
    /// <summary>The document of a location as JSON in UTF-8.</summary>
    /// <param name="location">The location.</param>
    public static byte[] Write(Location location)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            Write(json, location);
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Writes the document of a location as an object of a larger one.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="location">The location.</param>
    public static void Write(Utf8JsonWriter json, Location location)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(location);
        json.WriteStartObject();
        json.WriteString("locationId", location.LocationId.Value);
        json.WriteString("name", location.Name);
        json.WriteString("type", JsonNamingPolicy.CamelCase.ConvertName(location.Type.ToString()));
        json.WriteNumber("latitude", location.Position.Latitude);
        json.WriteNumber("longitude", location.Position.Longitude);
        json.WriteString("timeZone", location.TimeZone);
        WriteList(json, "modes", location.Modes.Select(mode => mode.Value));
        WriteList(json, "groups", location.Groups);
        if (location.Calendar is { } calendar)
        {
            WriteCalendar(json, calendar);
        }

        if ((location.OrdersPerDay ?? location.LinesPerDay ?? location.UnitsPerDay) is not null)
        {
            json.WriteStartObject("capacity");
            WriteNumber(json, "ordersPerDay", location.OrdersPerDay);
            WriteNumber(json, "linesPerDay", location.LinesPerDay);
            WriteNumber(json, "unitsPerDay", location.UnitsPerDay);
            json.WriteEndObject();
        }

        json.WriteBoolean("active", location.IsActive);
        json.WriteEndObject();
    }

    private static void WriteCalendar(Utf8JsonWriter json, WorkCalendar calendar)
    {
        json.WriteStartObject("calendar");
        json.WriteStartObject("hours");
        foreach (var (name, day) in CalendarText.Days)
        {
            if (calendar.Hours.TryGetValue(day, out var stretches))
            {
                WriteList(json, name, stretches.Select(CalendarText.Write));
            }
        }

        json.WriteEndObject();
        WriteList(json, "holidays", calendar.Holidays.Select(day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }

    private static void WriteList(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
