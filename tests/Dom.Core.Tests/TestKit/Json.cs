using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;

namespace Dom.Core.Tests.TestKit;

/// <summary>Documents as people post them, with one thing changed.</summary>
internal static class Json
{
    public const string Order = """
        { "orderId": "W-1001", "channel": "web", "legalEntity": "us01", "placedAt": "2026-11-21T10:00:00Z", "currency": "USD", "priority": 0, "onHold": false,
          "requestedDeliveryDate": "2026-11-25",
          "destination": { "name": "Ada", "line1": "1 Main St", "city": "Reno", "region": "NV", "postalCode": "89501", "country": "US", "latitude": 39.5296, "longitude": -119.8138 },
          "lines": [ { "lineId": "1", "sku": "SKU-1", "quantity": 2, "unitPrice": 1999, "unitGrams": 450, "mode": "ship", "pickupLocationId": null, "keepTogether": null } ] }
        """;

    public const string Location = """
        { "locationId": "S1", "name": "Reno", "type": "store", "latitude": 39.5296, "longitude": -119.8138, "timeZone": "America/Los_Angeles", "modes": ["ship", "pickup"], "groups": ["west"],
          "calendar": { "hours": { "mon": ["09:00-12:00", "13:00-18:00"], "sat": ["10:00-24:00"] }, "holidays": ["2026-12-25"] }, "capacity": { "ordersPerDay": 40, "linesPerDay": 90, "unitsPerDay": 200 }, "active": true }
        """;

    public static ReadOnlyMemory<byte> Bytes(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>The document with another value (JSON, or null to leave it out) at a path such as <c>lines[0].sku</c>.</summary>
    public static string With(string document, string path, string? value)
    {
        var root = JsonNode.Parse(document)!;
        var node = root;
        var steps = path.Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Split('.');
        foreach (var step in steps[..^1])
        {
            node = node is JsonArray list ? list[int.Parse(step, null)]! : node![step]!;
        }

        if (node is JsonArray array)
        {
            array[int.Parse(steps[^1], null)] = JsonNode.Parse(value!);
        }
        else if (value is null)
        {
            node!.AsObject().Remove(steps[^1]);
        }
        else
        {
            node![steps[^1]] = JsonNode.Parse(value);
        }

        return root.ToJsonString();
    }

    public static string[] Fields(ImmutableArray<Fault> faults) => [.. faults.Select(fault => fault.Field)];
}
