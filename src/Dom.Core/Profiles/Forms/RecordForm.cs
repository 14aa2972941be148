using System.Text.Json.Nodes;
using Dom.Core.Messages;

namespace Dom.Core.Profiles.Forms;

/// <summary>An object with fields. A name that is not one of them is a fault: what is mistyped must not be passed over.</summary>
/// <param name="words">What the object is, with its article: <c>a rule</c>.</param>
/// <param name="fields">Its fields.</param>
/// <param name="definition">Its name in the schema, where it stands in more than one place.</param>
internal sealed class RecordForm(string words, IReadOnlyList<FormField> fields, string? definition = null) : Form
{
    /// <summary>Its fields.</summary>
    public IReadOnlyList<FormField> Fields => fields;

    /// <inheritdoc/>
    public override string Allowed => $"{words}: a JSON object";

    /// <inheritdoc/>
    public override JsonNode? Read(JsonField field) => field.IsObject(Allowed) ? ReadFields(field, []) : null;

    /// <summary>Reads the fields of an object.</summary>
    /// <param name="field">The object.</param>
    /// <param name="besides">Names that may stand there besides.</param>
    public JsonObject ReadFields(JsonField field, IReadOnlyCollection<string> besides)
    {
        RefuseUnknown(field, besides);
        var read = new JsonObject();
        foreach (var known in fields)
        {
            var member = field.Member(known.Name);
            if ((known.IsRequired ? member.Required(known.Form.Allowed) : member).IsPresent && known.Form.Read(member) is { } value)
            {
                read[known.Name] = value;
            }
        }

        return read;
    }

    /// <inheritdoc/>
    public override JsonObject Schema(JsonObject definitions)
    {
        if (definition is null)
        {
            return FieldsSchema(definitions);
        }

        if (!definitions.ContainsKey(definition))
        {
            var schema = FieldsSchema(definitions);
            schema["type"] = new JsonArray("object", "null");
            definitions[definition] = schema;
        }

        return new() { ["$ref"] = $"#/$defs/{definition}" };
    }

    /// <summary>The schema of an object with these fields.</summary>
    /// <param name="definitions">Where forms with a name of their own are gathered.</param>
    /// <param name="kind">The field that names its kind, and the kind, where it has one.</param>
    public JsonObject FieldsSchema(JsonObject definitions, (string Field, string Value)? kind = null)
    {
        var properties = new JsonObject();
        if (kind is { } named)
        {
            properties[named.Field] = new JsonObject { ["const"] = named.Value };
        }

        foreach (var field in fields)
        {
            properties[field.Name] = FieldSchema(field, definitions);
        }

        var schema = new JsonObject { ["type"] = "object", ["additionalProperties"] = false };
        string[] required = [.. kind is { } own ? new[] { own.Field } : [], .. fields.Where(field => field.IsRequired).Select(field => field.Name)];
        if (required.Length > 0)
        {
            schema["required"] = new JsonArray([.. required.Select(name => (JsonNode)name)]);
        }

        schema["properties"] = properties;
        return schema;
    }

    /// <inheritdoc/>
    public override string Say(JsonNode value) =>
        string.Join(", ", fields.Where(field => !IsNothing(value[field.Name])).Select(field => $"{field.Words} {field.Form.Say(value[field.Name]!)}")) is { Length: > 0 } said
            ? said
            : "nothing set";

    /// <inheritdoc/>
    public override void Compare(JsonNode? before, JsonNode? after, FormPlace place, ICollection<string> sentences) =>
        CompareFields(before, after, place.AsThing, sentences);

    /// <summary>Tells what became of the fields of an object.</summary>
    /// <param name="before">The object as it was, where there was one.</param>
    /// <param name="after">The object as it is, where there is one.</param>
    /// <param name="thing">What it is called; empty for the profile itself.</param>
    /// <param name="sentences">Where the sentences go.</param>
    public void CompareFields(JsonNode? before, JsonNode? after, string thing, ICollection<string> sentences)
    {
        foreach (var field in fields)
        {
            field.Form.Compare(before?[field.Name], after?[field.Name], new FormPlace(thing, field.Words), sentences);
        }
    }

    private static bool IsNothing(JsonNode? value) => value is null or JsonArray { Count: 0 } || (value is JsonObject record && record.All(field => IsNothing(field.Value)));

    private static JsonObject FieldSchema(FormField field, JsonObject definitions)
    {
        var schema = field.Form.Schema(definitions);
        schema.Insert(0, "description", field.Words);
        if (!field.IsRequired && schema["type"] is JsonValue type)
        {
            schema["type"] = new JsonArray(type.DeepClone(), "null");
            (schema["enum"] as JsonArray)?.Add(null);
        }

        return schema;
    }

    private void RefuseUnknown(JsonField field, IReadOnlyCollection<string> besides)
    {
        string[] known = [.. besides, .. fields.Select(one => one.Name)];
        foreach (var name in field.Names().Where(name => !known.Contains(name)))
        {
            field.Member(name).Refuse(NearestName.Of(name, known) is { } near
                ? $"nothing of the name '{name}'; the nearest that is known is '{near}'"
                : $"nothing of the name '{name}'; known are {string.Join(", ", known)}");
        }
    }
}
