using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace Dom.Core.Orders;

/// <summary>
/// Tells whether two messages say the same of an order. Every field is written in one order and one spelling, fields that are absent or stand at
/// their default are left out: so a field that a later version adds changes no fingerprint of a message that does not use it.
/// </summary>
internal static class OrderFingerprint
{
    /// <summary>64 lower-case hexadecimal digits: the SHA-256 of an order's content.</summary>
    /// <param name="order">The order.</param>
    /// <param name="hasCoordinates">Whether the message named the destination's coordinates; those of a postal code are not part of what it said.</param>
    public static string Of(Order order, bool hasCoordinates)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("orderId", order.OrderId.Value);
            json.WriteString("channel", order.Channel);
            Write(json, "legalEntity", order.LegalEntity);
            json.WriteString("placedAt", order.PlacedAt.UtcDateTime);
            json.WriteString("currency", order.Currency);
            Write(json, "priority", order.Priority);
            Write(json, "customerTier", order.CustomerTier);
            Write(json, "onHold", order.OnHold ? 1 : 0);
            Write(json, "requestedDeliveryDate", order.RequestedDeliveryDate?.ToString("O", CultureInfo.InvariantCulture));
            if (order.Destination is { } destination)
            {
                Write(json, destination, hasCoordinates);
            }

            json.WriteStartArray("lines");
            foreach (var line in order.Lines)
            {
                Write(json, line);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Convert.ToHexStringLower(SHA256.HashData(buffer.WrittenSpan));
    }

    private static void Write(Utf8JsonWriter json, Destination destination, bool hasCoordinates)
    {
        json.WriteStartObject("destination");
        Write(json, "name", destination.Name);
        Write(json, "line1", destination.Line1);
        Write(json, "city", destination.City);
        Write(json, "region", destination.Region);
        Write(json, "postalCode", destination.PostalCode);
        Write(json, "country", destination.Country);
        if (hasCoordinates)
        {
            json.WriteNumber("latitude", destination.Position.Latitude);
            json.WriteNumber("longitude", destination.Position.Longitude);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, OrderLine line)
    {
        json.WriteStartObject();
        json.WriteString("lineId", line.LineId.Value);
        json.WriteString("sku", line.Sku.Value);
        Write(json, "quantity", line.Quantity);
        Write(json, "unitPrice", line.UnitPriceMinorUnits);
        Write(json, "unitGrams", line.UnitGrams);
        json.WriteString("mode", line.Mode.Value);
        Write(json, "pickupLocationId", line.PickupLocationId?.Value);
        Write(json, "keepTogether", line.KeepTogether);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void Write(Utf8JsonWriter json, string name, long value)
    {
        if (value != 0)
        {
            json.WriteNumber(name, value);
        }
    }
}
