using System.Collections.Immutable;
using Dom.Core.Network;
using Dom.Core.Profiles.Rules;
using static System.FormattableString;

namespace Dom.Core.Profiles.Lint;

/// <summary>Limits that hold at once, where neither leaves the other nothing to do: the retailer should know which counts.</summary>
internal static class OverlapLint
{
    /// <summary>What is found.</summary>
    /// <param name="subject">The profile.</param>
    public static IEnumerable<LintFinding> Of(LintSubject subject)
    {
        foreach (var one in subject.Rules.Where(rule => rule.Rule is DailyLimit or MaximumDistance or PartialOrders))
        {
            foreach (var other in subject.Rules.Where(other => other.Index > one.Index && other.Rule.GetType() == one.Rule.GetType()))
            {
                if (RuleCover.Meet(one.Rule, other.Rule) && !ShadowLint.Shadows(subject, one, other) && !ShadowLint.Shadows(subject, other, one) && Where(subject, one, other) is { } where)
                {
                    yield return LintSubject.Finding(
                        LintSeverity.Hint, "overlappingLimits", other.Path, $"Rules {one.Words} and {other.Words} hold at once {where}; {Counts(subject, one.Rule)}.");
                }
            }
        }
    }

    private static string? Where(LintSubject subject, LiveRule one, LiveRule other)
    {
        var (common, all) = (one.Locations.Intersect(other.Locations), subject.Surroundings.Network.Length);
        return one.Rule.At.IsEverywhere && other.Rule.At.IsEverywhere ? "everywhere"
            : common.IsEmpty ? null
            : Invariant($"at {common.Count} of {all} locations ({LintSubject.Some(Sorted(common))})");
    }

    private static string Counts(LintSubject subject, Rule rule) => rule switch
    {
        DailyLimit when subject.Profile.Conflicts.HighestDailyLimitCounts => "the highest counts",
        PartialOrders => "each of them counts",
        _ => "the lowest counts",
    };

    private static ImmutableArray<LocationId> Sorted(IEnumerable<LocationId> locations) => [.. locations.OrderBy(location => location.Value, StringComparer.Ordinal)];
}
