using Dom.Core.Network;
using Dom.Core.Profiles.Rules;

namespace Dom.Core.Profiles.Lint;

/// <summary>Rules that never bite because another of their kind is as strict or stricter, or more particular, wherever and whenever they hold.</summary>
internal static class ShadowLint
{
    /// <summary>What is found.</summary>
    /// <param name="subject">The profile.</param>
    public static IEnumerable<LintFinding> Of(LintSubject subject)
    {
        foreach (var rule in subject.Rules)
        {
            if (subject.Rules.FirstOrDefault(other => Shadows(subject, other, rule) && !(other.Index > rule.Index && Shadows(subject, rule, other))) is not { } by)
            {
                continue;
            }

            yield return !rule.Rule.IsHard && by.Rule.IsHard
                ? LintSubject.Finding(
                    LintSeverity.Warning, "softWithoutEffect", rule.Path, $"Rule {rule.Words} is soft, and hard rule {by.Words} is as strict wherever and whenever it holds: letting it fall changes nothing.")
                : LintSubject.Finding(
                    LintSeverity.Warning, "shadowedRule", rule.Path, $"Rule {rule.Words} never bites: rule {by.Words} counts instead wherever and whenever it holds.");
        }

        foreach (var rule in subject.Rules.Where(rule => rule.Rule is LocalRadius { IsHard: false }))
        {
            yield return LintSubject.Finding(
                LintSeverity.Hint, "softWithoutEffect", rule.Path + ".isHard", $"Rule {rule.Words} is soft; a radius keeps nothing out, so there is nothing that could fall.");
        }
    }

    /// <summary>Whether a rule leaves nothing for another to do.</summary>
    /// <param name="subject">The profile.</param>
    /// <param name="one">The one rule.</param>
    /// <param name="other">The other.</param>
    public static bool Shadows(LintSubject subject, LiveRule one, LiveRule other) =>
        one.Index != other.Index
        && one.Rule.GetType() == other.Rule.GetType()
        && RuleCover.Covers(one, other, subject.Surroundings.Today)
        && (one.Rule is MinimumInventory or InventoryThreshold or LocationPriority
            ? IsMoreParticular(subject, one, other)
            : IsAsStrict(one.Rule, other.Rule, subject.Profile.Conflicts.HighestDailyLimitCounts));

    private static bool IsAsStrict(Rule one, Rule other, bool highestCounts) => (one, other) switch
    {
        (MaximumDistance near, MaximumDistance far) => near.Km <= far.Km,
        (DailyLimit low, DailyLimit high) => Bounds(low.Orders, high.Orders, highestCounts) && Bounds(low.Lines, high.Lines, highestCounts) && Bounds(low.Units, high.Units, highestCounts),
        (MaximumLocationsPerLine few, MaximumLocationsPerLine many) => few.Locations <= many.Locations,
        (MaximumRejects early, MaximumRejects late) => early.Refusals < late.Refusals || (early.Refusals == late.Refusals && early.CoolingOff >= late.CoolingOff),
        (MinimumParcelValue high, MinimumParcelValue low) => high.MinorUnits >= low.MinorUnits,
        (LocalRadius wide, LocalRadius narrow) => wide.Km >= narrow.Km,
        (DeliveryDate strict, DeliveryDate lax) => strict.GraceDays <= lax.GraceDays,
        (Unsplittable wide, Unsplittable narrow) => wide.BelowMinorUnits is not { } below || below >= narrow.BelowMinorUnits,
        (PartialOrders strict, PartialOrders lax) =>
            (!strict.Orders || lax.Orders) && (!strict.Lines || lax.Lines) && (strict.MaximumLocations ?? int.MaxValue) <= (lax.MaximumLocations ?? int.MaxValue),
        _ => true,
    };

    private static bool Bounds(int? one, int? other, bool highestCounts) => other is null || (highestCounts ? one >= other : one <= other);

    /// <summary>Whether one of two rules of which the most particular counts is the one that counts at every location of the other.</summary>
    private static bool IsMoreParticular(LintSubject subject, LiveRule one, LiveRule other) =>
        RuleCover.AreEqual(one.Rule.For, other.Rule.For)
        && other.Locations.Count > 0
        && subject.Surroundings.Network.Where(location => other.Locations.Contains(location.LocationId)).All(location => CountsAt(location, one.Rule, other.Rule));

    private static bool CountsAt(Location location, Rule one, Rule other) => one.At.Match(location) is { } particular && other.At.Match(location) is { } others
        && (particular > others || (particular == others && (one, other) switch
        {
            (MinimumInventory high, MinimumInventory low) => high.Units >= low.Units,
            (InventoryThreshold high, InventoryThreshold low) => high.Units >= low.Units,
            (LocationPriority best, LocationPriority worse) => best.Priority <= worse.Priority,
            _ => false,
        }));
}
