using Dom.Core.Messages;
using Dom.Core.Network;

namespace Dom.Core.Orders;

/// <summary>Reads the address of an order, and finds out where it lies.</summary>
internal static class DestinationReader
{
    private const int MaxTextLength = 200;
    private const int MaxPostalCodeLength = 20;

    /// <summary>Reads an address.</summary>
    /// <param name="field">The field that it stands in.</param>
    /// <param name="hasCoordinates">Whether it names its own coordinates.</param>
    /// <returns>The address; none when there is none or it is faulty.</returns>
    public static Destination? Read(JsonField field, out bool hasCoordinates)
    {
        hasCoordinates = false;
        if (!field.IsObject("an address: a JSON object"))
        {
            return null;
        }

        var country = field.Member("country").Required("two capital letters").Capitals(2, "two capital letters, an ISO 3166-1 code such as US");
        var postalCode = field.Member("postalCode").Text(MaxPostalCodeLength)?.Trim();
        var position = ReadCoordinates(field, out var isNamed);
        hasCoordinates = isNamed;
        if (!isNamed && country is not null)
        {
            position = Locate(field, country, postalCode);
        }

        var (name, line1) = (field.Member("name").Text(MaxTextLength), field.Member("line1").Text(MaxTextLength));
        var (city, region) = (field.Member("city").Text(MaxTextLength), field.Member("region").Text(MaxTextLength));
        return country is null || position is not { } point
            ? null
            : new Destination { Name = name, Line1 = line1, City = city, Region = region, PostalCode = postalCode, Country = country, Position = point };
    }

    private static GeoPoint? ReadCoordinates(JsonField field, out bool isNamed)
    {
        var (latitude, longitude) = (field.Member("latitude"), field.Member("longitude"));
        isNamed = latitude.IsPresent || longitude.IsPresent;
        if (isNamed)
        {
            latitude.Required("a number from -90 to 90, since longitude is given");
            longitude.Required("a number from -180 to 180, since latitude is given");
        }

        return latitude.Number(-90, 90) is { } north && longitude.Number(-180, 180) is { } east ? new GeoPoint(north, east) : null;
    }

    private static GeoPoint? Locate(JsonField field, string country, string? postalCode)
    {
        if (string.IsNullOrEmpty(postalCode))
        {
            field.Member("postalCode").Refuse("a postal code, or latitude and longitude, to tell where the address lies");
            return null;
        }

        if (PostalCentroids.Find(country, postalCode) is { } point)
        {
            return point;
        }

        field.Member("postalCode").Refuse(country == "US"
            ? "a postal code of the US such as 89501; if this is one, give latitude and longitude as well"
            : $"any of {country} if latitude and longitude are given as well, since postal codes of {country} are not known here");
        return null;
    }
}
