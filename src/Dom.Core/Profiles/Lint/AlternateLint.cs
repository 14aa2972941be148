namespace Dom.Core.Profiles.Lint;

/// <summary>Alternates that are missing, lead in a circle, reckon in another currency, or serve nobody.</summary>
internal static class AlternateLint
{
    /// <summary>What is found.</summary>
    /// <param name="subject">The profile.</param>
    public static IEnumerable<LintFinding> Of(LintSubject subject)
    {
        var profile = subject.Profile;
        var others = subject.Surroundings.Published.Where(other => other.ProfileId != profile.ProfileId)
            .GroupBy(other => other.ProfileId).ToDictionary(other => other.Key, other => other.ToList());
        if (profile.Alternate is { } alternate)
        {
            if (!others.TryGetValue(alternate, out var versions))
            {
                yield return LintSubject.Finding(LintSeverity.Error, "alternateMissing", "alternate", $"No version of profile '{alternate}' is in force or to come.");
            }
            else if (versions.FirstOrDefault(other => other.Costs.Currency != profile.Costs.Currency) is { } foreign)
            {
                yield return LintSubject.Finding(
                    LintSeverity.Error, "alternateCurrency", "alternate", $"Profile '{alternate}' reckons in {foreign.Costs.Currency}, this one in {profile.Costs.Currency}.");
            }

            if (Circle(profile, others) is { } circle)
            {
                yield return LintSubject.Finding(LintSeverity.Error, "alternateCircle", "alternate", $"The alternates go in a circle: {string.Join(", then ", circle)}.");
            }
        }

        if (profile.IsOnlyAlternate && !others.Values.Any(versions => versions.Any(other => other.Alternate == profile.ProfileId)))
        {
            yield return LintSubject.Finding(
                LintSeverity.Warning, "alternateOfNone", "isOnlyAlternate", "The profile is only an alternate, and no published profile names it: it decides nothing.");
        }
    }

    /// <summary>The profiles of a circle that the profile is part of; none where there is no such circle.</summary>
    private static List<ProfileId>? Circle(Profile profile, Dictionary<ProfileId, List<Profile>> others)
    {
        var way = new List<ProfileId> { profile.ProfileId };
        return Leads(profile.Alternate) ? way : null;

        bool Leads(ProfileId? next)
        {
            if (next is not { } id || (way.Contains(id) && id != profile.ProfileId))
            {
                return false;
            }

            way.Add(id);
            if (id == profile.ProfileId || (others.TryGetValue(id, out var versions) && versions.Exists(version => Leads(version.Alternate))))
            {
                return true;
            }

            way.RemoveAt(way.Count - 1);
            return false;
        }
    }
}
