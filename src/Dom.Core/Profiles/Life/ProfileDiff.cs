using System.Collections.Immutable;
using Dom.Core.Profiles.Forms;

namespace Dom.Core.Profiles.Life;

/// <summary>Tells in sentences what differs between two versions of a profile, or a version and the draft.</summary>
public static class ProfileDiff
{
    /// <summary>What differs, from the top of the document down; nothing where nothing does. Version and note are no difference.</summary>
    /// <param name="before">The one.</param>
    /// <param name="after">The other.</param>
    public static ImmutableArray<string> Of(Profile before, Profile after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var sentences = new List<string>();
        ProfileForm.Root.CompareFields(
            ProfileWriter.Full(before with { Version = 0, Note = null }), ProfileWriter.Full(after with { Version = 0, Note = null }), "", sentences);
        return [.. sentences];
    }
}
