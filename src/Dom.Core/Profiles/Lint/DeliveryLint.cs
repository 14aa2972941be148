using Dom.Core.Profiles.Rules;
using static System.FormattableString;

namespace Dom.Core.Profiles.Lint;

/// <summary>What is said of days that nobody can reckon, and of modes and groups that no location has.</summary>
internal static class DeliveryLint
{
    /// <summary>What is found.</summary>
    /// <param name="subject">The profile.</param>
    public static IEnumerable<LintFinding> Of(LintSubject subject)
    {
        var (profile, network) = (subject.Profile, subject.Surroundings.Network);
        if (!profile.Delivery.Modes.Any(mode => mode.Kind == Delivery.DeliveryKind.Pickup || !mode.Transit.IsEmpty))
        {
            foreach (var rule in subject.Rules.Where(rule => rule.Rule is DeliveryDate))
            {
                yield return LintSubject.Finding(
                    LintSeverity.Warning, "deadRule", rule.Path, $"Rule {rule.Words}: of no delivery mode it is known how many days it takes (delivery.modes, transit).");
            }

            if (profile.Costs.Lateness.LineDayMinorUnits > 0)
            {
                yield return LintSubject.Finding(
                    LintSeverity.Warning, "deadCost", "costs.lateness", Invariant($"Lateness costs {profile.Costs.Lateness.LineDayMinorUnits} minor units a day, but of no delivery mode it is known how many days it takes."));
            }
        }

        foreach (var (index, use) in profile.Delivery.Groups.Index().Where(use => !network.IsEmpty && !network.Any(location => location.Groups.Contains(use.Item.Group))))
        {
            yield return LintSubject.Finding(LintSeverity.Warning, "unknownPlace", Invariant($"delivery.groups[{index}].group"), $"No location belongs to group '{use.Group}'.");
        }
    }
}
