using Dom.Core.Profiles.Rules;
using static System.FormattableString;

namespace Dom.Core.Profiles.Lint;

/// <summary>Rules that never hold: their days are past, they are switched off, or no location, product or mode is theirs.</summary>
internal static class DeadRuleLint
{
    private const string Dead = "deadRule";

    /// <summary>What is found.</summary>
    /// <param name="subject">The profile.</param>
    public static IEnumerable<LintFinding> Of(LintSubject subject) =>
        subject.Profile.Rules.Index().SelectMany(rule => OfRule(subject, rule.Item, Invariant($"rules[{rule.Index}]")));

    private static IEnumerable<LintFinding> OfRule(LintSubject subject, Rule rule, string path)
    {
        if (rule.IsDisabled)
        {
            return [LintSubject.Finding(LintSeverity.Hint, Dead, path + ".isDisabled", $"Rule '{rule.Id}' is switched off.")];
        }

        var scope = new DeadScope(subject, Dead, $"Rule '{rule.Id}'", path);
        return [.. scope.Days(rule.Effective), .. scope.Places(rule.At), .. scope.Modes(rule.For.Modes, ".for.modes"), .. scope.Products(rule.For)];
    }
}
