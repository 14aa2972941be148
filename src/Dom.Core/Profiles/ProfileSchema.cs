using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dom.Core.Profiles.Forms;

namespace Dom.Core.Profiles;

/// <summary>The JSON Schema (draft 2020-12) of the document of a profile: made of the same forms that <see cref="ProfileReader"/> judges by, so it never refuses what that takes.</summary>
public static class ProfileSchema
{
    /// <summary>The name by which a document tells an editor where its schema is. It says nothing else.</summary>
    internal const string Keyword = "$schema";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const string Example =
        """
        {
          "profileId": "us", "name": "United States", "effective": { "from": "2026-12-01" }, "scope": { "channels": ["web"], "countries": ["US"] },
          "rules": [
            { "rule": "maximumDistance", "id": "near", "km": 800, "isHard": false, "importance": 3, "for": { "modes": ["ship"] } },
            { "rule": "minimumInventory", "id": "keep", "units": 2, "at": { "types": ["store"] } },
            { "rule": "dailyLimit", "id": "day", "orders": 40, "at": { "groups": ["small"] } }
          ],
          "delivery": { "modes": [{ "mode": "ship", "kind": "ship", "handling": "04:00:00", "cutOff": "14:00:00", "transit": [{ "maxKm": 300, "days": 1 }, { "days": 4 }], "restDays": ["sunday"] }] },
          "costs": {
            "currency": "USD",
            "shipping": [{ "id": "ground", "modes": ["ship"], "tiers": [{ "maxKm": 300, "minorUnits": 550 }, { "minorUnits": 900 }] }],
            "handling": [{ "id": "pick", "unitMinorUnits": 35 }],
            "splitMinorUnits": 150
          },
          "acceptance": { "acceptWithin": "02:00:00", "maxRejects": 5 }
        }
        """;

    /// <summary>The schema as the text of a file.</summary>
    public static string Write()
    {
        var definitions = new JsonObject();
        var root = ProfileForm.Root.FieldsSchema(definitions);
        root["properties"]!.AsObject().Insert(
            0, Keyword, new JsonObject { ["description"] = "where an editor finds this schema; passed over", ["type"] = new JsonArray("string", "null") });
        var schema = new JsonObject
        {
            [Keyword] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = "urn:dom:schema:profile",
            ["title"] = "Profile",
            ["description"] = "How a retailer wants orders fulfilled. Null is the same as left out; names that are not here are refused. What stands in more than one place (that ids are unique, tiers ascend, days are in order) is checked besides.",
        };
        foreach (var (name, value) in root.ToArray())
        {
            root.Remove(name);
            schema[name] = value;
        }

        schema["$defs"] = definitions;
        schema["examples"] = new JsonArray(JsonNode.Parse(Example));
        return schema.ToJsonString(Indented) + "\n";
    }
}
