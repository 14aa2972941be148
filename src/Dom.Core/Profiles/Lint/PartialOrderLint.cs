using Dom.Core.Profiles.Rules;

namespace Dom.Core.Profiles.Lint;

/// <summary>Combinations of partial orders, partial lines and locations that contradict themselves, or that D365 does not have.</summary>
internal static class PartialOrderLint
{
    /// <summary>What is found.</summary>
    /// <param name="subject">The profile.</param>
    public static IEnumerable<LintFinding> Of(LintSubject subject)
    {
        foreach (var rule in subject.Rules)
        {
            switch (rule.Rule)
            {
                case PartialOrders { Orders: false, Lines: true }:
                    yield return LintSubject.Finding(
                        LintSeverity.Warning, "partialLines", rule.Path + ".lines", $"Rule {rule.Words}: an order that is fulfilled whole or not at all has no lines in part; 'lines' says nothing.");
                    break;
                case PartialOrders { Orders: true, Lines: true, MaximumLocations: 1 }:
                    yield return LintSubject.Finding(
                        LintSeverity.Warning, "partialLines", rule.Path + ".lines", $"Rule {rule.Words}: a line cannot be split over one location; D365 does not have this combination.");
                    break;
                case PartialOrders { Orders: true, Lines: false, MaximumLocations: 1 }:
                    yield return LintSubject.Finding(
                        LintSeverity.Hint, "partialOrders", rule.Path, $"Rule {rule.Words}: some lines, each whole, all from one location; D365 does not have this combination.");
                    break;
                default:
                    break;
            }
        }
    }
}
