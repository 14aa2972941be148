using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dom.Core.Profiles.Forms;

namespace Dom.Core.Profiles;

/// <summary>Writes the document of a profile: what <see cref="ProfileReader"/> reads back to the same profile. Lists and objects with nothing in them are left out.</summary>
public static class ProfileWriter
{
    private static readonly JsonSerializerOptions ForFiles = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The document.</summary>
    /// <param name="profile">The profile. One of version 0 is a draft: its version is left out.</param>
    public static JsonObject Write(Profile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        var document = Full(profile);
        if (profile.Version == 0)
        {
            document.Remove("version");
        }

        return Written(ProfileForm.Root, document)!.AsObject();
    }

    /// <summary>The document as the text of a file, for people to read and change.</summary>
    /// <param name="profile">The profile.</param>
    public static string WriteText(Profile profile) => Write(profile).ToJsonString(ForFiles) + "\n";

    /// <summary>Everything that a profile says, defaults and empty lists too.</summary>
    /// <param name="profile">The profile.</param>
    internal static JsonObject Full(Profile profile) => JsonSerializer.SerializeToNode(profile, DomJson.Options)!.AsObject();

    private static JsonNode? Written(Form form, JsonNode value) => form switch
    {
        RecordForm record => Fields(record, value.AsObject(), []),
        KindForm kind => Fields(kind.Kinds[(string)value[kind.Discriminator]!], value.AsObject(), [KeyValuePair.Create(kind.Discriminator, value[kind.Discriminator]?.DeepClone())]),
        ListForm list => new JsonArray([.. value.AsArray().Select(element => element is null ? null : Written(list.Item, element))]),
        // A dictionary has another order in every process, and tags are made of what is written.
        MapForm => new JsonObject([.. value.AsObject().OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => KeyValuePair.Create(one.Key, one.Value?.DeepClone()))]),
        _ => value.DeepClone(),
    };

    private static JsonObject Fields(RecordForm form, JsonObject value, IEnumerable<KeyValuePair<string, JsonNode?>> first)
    {
        var written = new JsonObject(first);
        foreach (var field in form.Fields)
        {
            if (value[field.Name] is { } there && Written(field.Form, there) is { } said && (field.Form is MapForm || said is not (JsonArray { Count: 0 } or JsonObject { Count: 0 })))
            {
                written[field.Name] = said;
            }
        }

        return written;
    }
}
