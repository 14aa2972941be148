using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dom.Core.Profiles.Forms;

namespace Dom.Core.Profiles;

/// <summary>The JSON Schema (draft 2020-12) of the document of a profile: made of the same forms that <see cref="ProfileReader"/> judges by, so it never refuses what that takes.</summary>
public static class ProfileSchema
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The schema as the text of a file.</summary>
    public static string Write()
    {
        var definitions = new JsonObject();
        var root = ProfileForm.Root.FieldsSchema(definitions);
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
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
        return schema.ToJsonString(Indented) + "\n";
    }
}
