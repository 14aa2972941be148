using System.Collections.Immutable;
using Dom.Core.Messages;

namespace Dom.Core.Network;

/// <summary>Reads the document of a location, as operators post it.</summary>
/// <remarks>Names are camelCase and letter case counts; names that are not known are ignored; null is the same as not there.</remarks>
public static class LocationReader
{
    /// <summary>Most orders, lines or units that a location can be set to take on a day.</summary>
    public const int MaxPerDay = 1_000_000;

    private const int MaxNameLength = 200;
    private const string AllowedNames = "a name of 1 to 200 characters, none of them a control character";
    private const string AllowedTypes = "store, warehouse or dc";

    /// <summary>Reads a location.</summary>
    /// <param name="utf8">JSON in UTF-8.</param>
    /// <param name="locationId">The location that the document must be of, where that is known: the document may then leave its id out.</param>
    /// <returns>The location, or everything that is wrong.</returns>
    public static Reading<Location> Read(ReadOnlyMemory<byte> utf8, LocationId? locationId = null) =>
        JsonDocumentReader.Read(utf8, root => ReadLocation(root, locationId));

    private static Location? ReadLocation(JsonField root, LocationId? expected)
    {
        if (!root.Required("a location").IsObject("a location: a JSON object"))
        {
            return null;
        }

        var id = ReadId(root.Member("locationId"), expected);
        var name = root.Member("name").Required(AllowedNames).Text(IsName, AllowedNames);
        var type = root.Member("type").Required(AllowedTypes).Text(text => text is "store" or "warehouse" or "dc", AllowedTypes);
        var latitude = root.Member("latitude").Required("a number from -90 to 90").Number(-90, 90);
        var longitude = root.Member("longitude").Required("a number from -180 to 180").Number(-180, 180);
        var timeZone = root.Member("timeZone").Text(WorkingTime.IsTimeZone, "an IANA name of a time zone such as America/Los_Angeles");
        var modes = ReadNames(root.Member("modes"), 20, Identifier.PlainRule, Identifier.IsPlain);
        var groups = ReadNames(root.Member("groups"), 100, Identifier.PrintableRule, Identifier.IsPrintable);
        var calendar = CalendarText.Read(root.Member("calendar"));
        var capacity = root.Member("capacity");
        var hasCapacity = capacity.IsObject("a capacity: a JSON object");
        var ordersPerDay = hasCapacity ? capacity.Member("ordersPerDay").Whole(0, MaxPerDay) : null;
        var linesPerDay = hasCapacity ? capacity.Member("linesPerDay").Whole(0, MaxPerDay) : null;
        var unitsPerDay = hasCapacity ? capacity.Member("unitsPerDay").Whole(0, MaxPerDay) : null;
        var isActive = root.Member("active").Flag();
        return id is not { } locationId || name is null || type is null || latitude is not { } north || longitude is not { } east
            ? null
            : new Location
            {
                LocationId = locationId,
                Name = name,
                Type = Enum.Parse<LocationType>(type, ignoreCase: true),
                Position = new GeoPoint(north, east),
                TimeZone = timeZone ?? "UTC",
                Modes = [.. modes.Select(mode => new DeliveryMode(mode))],
                Groups = groups,
                Calendar = calendar,
                OrdersPerDay = ordersPerDay,
                LinesPerDay = linesPerDay,
                UnitsPerDay = unitsPerDay,
                IsActive = isActive ?? true,
            };
    }

    private static bool IsName(string text) => text.Length is >= 1 and <= MaxNameLength && !text.Any(char.IsControl);

    private static LocationId? ReadId(JsonField field, LocationId? expected)
    {
        if (expected is null)
        {
            return field.Required(Identifier.PlainRule).PlainId<LocationId>();
        }

        var id = field.PlainId<LocationId>();
        if (id is not null && id != expected)
        {
            field.Refuse($"'{expected}', the location that is written, or none");
        }

        return expected;
    }

    private static ImmutableArray<string> ReadNames(JsonField field, int most, string rule, Func<string, bool> isAllowed)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        foreach (var element in field.Elements(0, most, FormattableString.Invariant($"a list of at most {most} names")))
        {
            if (element.Required(rule).Text(isAllowed, rule) is not { } name)
            {
                continue;
            }

            if (names.Contains(name))
            {
                element.Refuse("each name once");
            }

            names.Add(name);
        }

        return names.ToImmutable();
    }
}
