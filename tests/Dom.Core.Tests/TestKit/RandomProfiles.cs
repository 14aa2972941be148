using System.Text;
using System.Text.Json.Nodes;
using Dom.Core.Profiles;

namespace Dom.Core.Tests.TestKit;

/// <summary>Documents of profiles by chance, made from their JSON Schema, so that every field comes up.</summary>
internal sealed class RandomProfiles(int seed)
{
    private static readonly JsonObject Schema = JsonNode.Parse(ProfileSchema.Write())!.AsObject();
    private static readonly string[] Placeless = ["partialOrders", "unsplittable", "minimumParcelValue", "maximumLocationsPerLine", "keepTogether", "excludeLine"];

    private static readonly string[] Keys = ["id", "name", "mode", "group"];

    private readonly Random _random = new(seed);

    /// <summary>A document that the reader takes.</summary>
    public JsonObject Document()
    {
        var document = Value(Schema)!.AsObject();
        document["profileId"] = "p1";
        document.Remove("$schema");
        Mend(document);
        return document;
    }

    /// <summary>A profile.</summary>
    public Profile Profile() => Read(Document());

    /// <summary>A value somewhere in a document: what it stands in, and its name or place there.</summary>
    public (JsonNode Parent, string? Name, int Index) Somewhere(JsonObject document)
    {
        var all = new List<(JsonNode, string?, int)>();
        Gather(document, all);
        return all[_random.Next(all.Count)];
    }

    public static Profile Read(JsonObject document) => ProfileReader.Read(Encoding.UTF8.GetBytes(document.ToJsonString())).Match(
        read => read.Value,
        refused => throw new InvalidOperationException(string.Join('\n', refused.Faults.Select(fault => fault.ToSentence())) + "\n" + document.ToJsonString()));

    private static void Gather(JsonNode node, List<(JsonNode, string?, int)> all)
    {
        if (node is JsonObject record)
        {
            foreach (var (name, value) in record)
            {
                all.Add((node, name, 0));
                if (value is not null)
                {
                    Gather(value, all);
                }
            }
        }
        else if (node is JsonArray list)
        {
            for (var index = 0; index < list.Count; index++)
            {
                all.Add((node, null, index));
                if (list[index] is { } value)
                {
                    Gather(value, all);
                }
            }
        }
    }

    private JsonNode? Value(JsonObject schema)
    {
        schema = schema["$ref"] is { } to ? Schema["$defs"]![((string)to!).Split('/')[^1]]!.AsObject() : schema;
        return schema["const"] is { } only ? only.DeepClone()
            : schema["oneOf"] is JsonArray kinds ? Value(kinds[_random.Next(kinds.Count)]!.AsObject())
            : schema["enum"] is JsonArray words ? words.Where(word => word is not null).ElementAt(_random.Next(words.Count(word => word is not null)))!.DeepClone()
            : Type(schema) switch
            {
                "object" when schema["properties"] is JsonObject properties => Record(schema, properties),
                "object" => new JsonObject([.. Enumerable.Range(0, _random.Next(1, 4)).Select(number => KeyValuePair.Create($"r{number}", Value(schema["additionalProperties"]!.AsObject())))]),
                "array" => List(schema),
                "boolean" => _random.Next(2) == 0,
                "integer" => Whole((long)schema["minimum"]!, (long)schema["maximum"]!),
                "number" => Math.Round(_random.NextDouble() * 20_000, 1) + 0.5,
                "string" => Text((string?)schema["pattern"] ?? ""),
                var other => throw new InvalidOperationException($"A schema of type {other} is not known here."),
            };
    }

    private static string Type(JsonObject schema) => schema["type"] is JsonArray types ? (string)types[0]! : (string)schema["type"]!;

    private JsonObject Record(JsonObject schema, JsonObject properties)
    {
        var required = (schema["required"] as JsonArray ?? []).Select(name => (string)name!).ToHashSet();
        return new JsonObject([.. properties.Where(one => required.Contains(one.Key) || _random.Next(3) > 0).Select(one => KeyValuePair.Create(one.Key, Value(one.Value!.AsObject())))]);
    }

    private JsonArray List(JsonObject schema)
    {
        var items = schema["items"]!.AsObject();
        var isSet = schema["uniqueItems"] is not null;
        var made = Enumerable.Range(0, _random.Next((int?)schema["minItems"] ?? 0, 4)).Select(_ => Value(items)).ToList();
        return [.. isSet ? made.DistinctBy(item => item!.ToJsonString()) : made];
    }

    private long Whole(long least, long most) => _random.Next(4) == 0 ? least : _random.Next(8) == 0 ? most : Math.Clamp(_random.Next(1, 900), least, most);

    private string Text(string pattern)
    {
        string[] made = pattern switch
        {
            "^[A-Z]{3}$" => ["USD", "EUR"],
            "^[A-Z]{2}$" => ["US", "CA", "DE"],
            _ when pattern.Contains("/[A-Za", StringComparison.Ordinal) => ["shoes", "shoes/running", "home/kitchen", "clearance"],
            _ when pattern.StartsWith("^[A-Za", StringComparison.Ordinal) => ["web", "ship", "b-1", "n.2", "pickup"],
            _ when pattern.Contains(@"\d{4}-", StringComparison.Ordinal) => ["2026-11-22", "2027-01-01", "2026-12-24"],
            _ when pattern.Contains(@"\d{1,4}\.", StringComparison.Ordinal) => ["00:04:00", "00:03:59", "00:01:30.5"],
            _ when pattern.StartsWith("^([01]", StringComparison.Ordinal) => ["14:00", "09:30:15"],
            _ => ["Ö'l", "café noir", "x", "y z"],
        };
        return made[_random.Next(made.Length)];
    }

    /// <summary>Sets right what the schema does not say.</summary>
    private void Mend(JsonNode node)
    {
        switch (node)
        {
            case JsonArray list:
                MendList(list);
                break;
            case JsonObject record:
                foreach (var (_, value) in record)
                {
                    if (value is not null)
                    {
                        Mend(value);
                    }
                }

                MendRecord(record);
                break;
            default:
                break;
        }
    }

    private void MendList(JsonArray list)
    {
        for (var index = 0; index < list.Count; index++)
        {
            if (list[index] is JsonObject item)
            {
                foreach (var key in Keys.Where(item.ContainsKey))
                {
                    item[key] = $"{key}{index}";
                }

                // A tier, or a zone of transit.
                if (item.ContainsKey("days") || (!item.ContainsKey("id") && !item.ContainsKey("name") && (item.ContainsKey("minorUnits") || item.ContainsKey("minorUnitsPer100Km") || item.ContainsKey("maxKm"))))
                {
                    item["maxKm"] = (index + 1) * 100.5;
                }

                Mend(item);
            }
        }
    }

    private void MendRecord(JsonObject record)
    {
        Ascend(record, "from", "to");
        Ascend(record, "minAmountMinorUnits", "maxAmountMinorUnits");
        Ascend(record, "minPriority", "maxPriority");
        if ((string?)record["rule"] is { } kind)
        {
            record.Remove(Placeless.Contains(kind) ? "at" : "nothing");
            if (kind == "dailyLimit" && !record.ContainsKey("orders"))
            {
                record["orders"] = _random.Next(50);
            }
        }

        if (record["alternate"] is not null)
        {
            record["alternate"] = "p2";
        }

        if (record["tiers"] is JsonArray tiers)
        {
            foreach (var (index, tier) in tiers.Index().SkipLast(1))
            {
                tier!["maxKm"] = (index + 1) * 100.5;
            }
        }

        foreach (var (index, cost) in (record["shipping"] as JsonArray ?? []).Index())
        {
            cost!["id"] = $"s{index}";
        }

        foreach (var (index, cost) in (record["handling"] as JsonArray ?? []).Index())
        {
            cost!["id"] = $"h{index}";
        }

        if (record.ContainsKey("zoneKm"))
        {
            record["zoneKm"] = new JsonArray(120.5, 900, null);
            record["bandGrams"] = new JsonArray(500, 2000);
            record["minorUnits"] = new JsonArray([.. Enumerable.Range(0, 6).Select(_ => (JsonNode)_random.Next(5000))]);
        }
    }

    private static void Ascend(JsonObject record, string least, string most)
    {
        if (record[least] is JsonValue low && record[most] is JsonValue high
            && (low.GetValueKind() == System.Text.Json.JsonValueKind.String ? string.CompareOrdinal((string)low!, (string)high!) > 0 : (long)low > (long)high))
        {
            (record[least], record[most]) = (high.DeepClone(), low.DeepClone());
        }
    }
}
