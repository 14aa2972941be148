using System.Collections.Immutable;
using System.Globalization;
using Dom.Core.Profiles;

namespace Dom.LocalHost.Profiles;

/// <summary>Under which names profiles stand in a folder: different profiles have different ones, on file systems that know no letter case too.</summary>
internal static class ProfileFileNames
{
    /// <summary>
    /// The name of each profile's file: its id and <c>.json</c>. What cannot stand in a name everywhere is written as <c>%</c> and its two hexadecimal
    /// digits, as in addresses: a colon, and the capitals of ids that differ in nothing else.
    /// </summary>
    /// <param name="profiles">All profiles that there are, each once.</param>
    public static ImmutableDictionary<ProfileId, string> Of(IEnumerable<ProfileId> profiles) => profiles
        .GroupBy(profile => profile.Value, StringComparer.OrdinalIgnoreCase)
        .SelectMany(alike => alike.Select(profile => (profile, isAlone: !alike.Skip(1).Any())))
        .ToImmutableDictionary(item => item.profile, item => string.Concat(item.profile.Value.Select(letter => Written(letter, item.isAlone))) + ".json");

    // No id has a percent sign of its own, so each name is read back in one way.
    private static string Written(char letter, bool isAlone) =>
        letter == ':' || (!isAlone && char.IsAsciiLetterUpper(letter))
            ? "%" + ((int)letter).ToString("X2", CultureInfo.InvariantCulture)
            : letter.ToString();
}
