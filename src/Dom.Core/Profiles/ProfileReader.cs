using System.Text.Json;
using Dom.Core.Messages;
using Dom.Core.Profiles.Forms;

namespace Dom.Core.Profiles;

/// <summary>Reads the document of a profile, as retailers write it.</summary>
/// <remarks>
/// Names are camelCase and letter case counts; null is the same as not there, and what is not there has its default. Unlike in messages a name that is not
/// known is a fault: a mistyped rule would otherwise be no rule. The JSON Schema of the document is <see cref="ProfileSchema"/>'s.
/// </remarks>
public static class ProfileReader
{
    /// <summary>Reads a profile.</summary>
    /// <param name="utf8">JSON in UTF-8.</param>
    /// <param name="profileId">The profile that the document must be of, where that is known: the document may then leave its id out.</param>
    /// <returns>The profile, or everything that is wrong. Its version is 0 where the document tells none: it is a draft.</returns>
    public static Reading<Profile> Read(ReadOnlyMemory<byte> utf8, ProfileId? profileId = null) =>
        JsonDocumentReader.Read(utf8, root => ReadProfile(root, profileId));

    private static Profile? ReadProfile(JsonField root, ProfileId? expected)
    {
        if (!root.Required(ProfileForm.Root.Allowed).IsObject(ProfileForm.Root.Allowed))
        {
            return null;
        }

        var id = root.Member("profileId");
        if (expected is { } known)
        {
            // What is no id at all is refused below.
            id.Text(text => text == known.Value || !Identifier.IsPlain(text), $"'{known}', the profile that is written, or none");
        }
        else
        {
            id.Required(Identifier.PlainRule);
        }

        // Files name it for their editors.
        root.Member(ProfileSchema.Keyword).Text(_ => true, "a text: where an editor finds the schema");

        var document = ProfileForm.Root.ReadFields(root, [ProfileSchema.Keyword]);
        document["profileId"] ??= expected?.Value;
        document["version"] ??= 0;

        // A document that is faulty in its parts is not weighed as a whole: half of it would be missing.
        if (!root.IsFaultless)
        {
            return null;
        }

        var profile = document.Deserialize<Profile>(DomJson.Options)!;
        foreach (var fault in ProfileFaults.Of(profile))
        {
            root.Add(fault);
        }

        return profile;
    }
}
