using System.Collections.Immutable;
using Dom.Core.Network;
using Dom.Core.Profiles.Delivery;
using Dom.Core.Profiles.Rules;
using static System.FormattableString;

namespace Dom.Core.Profiles.Lint;

/// <summary>Locations that are never asked, and rules that leave no location, or no line, at all.</summary>
internal static class ReachLint
{
    /// <summary>What is found.</summary>
    /// <param name="subject">The profile.</param>
    public static IEnumerable<LintFinding> Of(LintSubject subject) => [.. Everything(subject), .. Locations(subject)];

    private static IEnumerable<LintFinding> Everything(LintSubject subject)
    {
        foreach (var rule in subject.Rules.Where(rule => rule.Rule.IsHard && rule.Rule.At.IsEverywhere && rule.Rule.For.IsEverything))
        {
            var shutsOut = rule.Rule switch
            {
                ExcludeLine => "no line is routed",
                OfflineLocation => "no location fulfils anything",
                MaximumDistance { Km: 0 } => "only what is collected, or sent to the very spot where a location is, can be fulfilled",
                DailyLimit limit when limit.Orders == 0 || limit.Lines == 0 || limit.Units == 0 => "no location takes anything on any day",
                _ => null,
            };
            if (shutsOut is not null)
            {
                yield return LintSubject.Finding(LintSeverity.Warning, "excludesEverything", rule.Path, $"While rule {rule.Words} holds, {shutsOut}.");
            }
        }
    }

    private static IEnumerable<LintFinding> Locations(LintSubject subject)
    {
        var network = subject.Surroundings.Network;
        var unreached = network
            .Select(location => (location.LocationId, Cause: Cause(subject, location)))
            .Where(location => location.Cause is not null)
            .GroupBy(location => location.Cause!.Value, location => location.LocationId)
            .Select(cause => (cause.Key.Path, cause.Key.Words, Locations: cause.OrderBy(id => id.Value, StringComparer.Ordinal).ToImmutableArray()))
            .ToList();
        foreach (var (path, words, locations) in unreached)
        {
            yield return LintSubject.Finding(
                path.Length == 0 ? LintSeverity.Hint : LintSeverity.Warning,
                "unreachableLocation",
                path,
                Invariant($"{locations.Length} of {network.Length} locations {(locations.Length == 1 ? "is" : "are")} never asked, {words}: {LintSubject.Some(locations)}."));
        }

        if (network.Length > 0 && unreached.Sum(cause => cause.Locations.Length) == network.Length)
        {
            yield return LintSubject.Finding(LintSeverity.Warning, "excludesEverything", "", Invariant($"None of the {network.Length} locations can ever fulfil anything by this profile."));
        }
    }

    /// <summary>The first thing that keeps a location out for good; none where nothing does.</summary>
    private static (string Path, string Words)? Cause(LintSubject subject, Location location)
    {
        var profile = subject.Profile;
        ImmutableArray<DeliveryMode> modes = [.. location.Modes.Where(mode => profile.Scope.Modes.IsEmpty || profile.Scope.Modes.Contains(mode))];
        if (!location.IsActive)
        {
            return ("", "being set inactive");
        }

        if (modes.IsEmpty)
        {
            return location.Modes.IsEmpty ? ("", "having no delivery mode") : ("scope.modes", "offering none of the profile's delivery modes");
        }

        if (!profile.Delivery.Groups.IsEmpty && !modes.Any(mode => IsUsed(profile.Delivery, location, mode)))
        {
            return ("delivery.groups", "belonging to no group that fulfils by this profile");
        }

        if (location.OrdersPerDay == 0 || location.LinesPerDay == 0 || location.UnitsPerDay == 0)
        {
            return ("", "having a capacity of 0");
        }

        return RuleAgainst(subject, location);
    }

    private static (string Path, string Words)? RuleAgainst(LintSubject subject, Location location)
    {
        var rules = subject.Rules.Where(rule => subject.IsForGood(rule.Rule) && rule.Rule.For.IsEverything).ToList();
        var against = rules.Find(rule => rule.Locations.Contains(location.LocationId) && (rule.Rule is OfflineLocation
            || (!subject.Profile.Conflicts.HighestDailyLimitCounts && rule.Rule is DailyLimit limit && (limit.Orders == 0 || limit.Lines == 0 || limit.Units == 0))));
        if (against is not null)
        {
            return (against.Path, $"by rule {against.Words}");
        }

        // A priority for some products, or one that comes later, gives a location work too.
        var priority = rules.Find(rule => rule.Rule is LocationPriority);
        return priority is not null && !subject.Rules.Any(rule => rule.Rule is LocationPriority && rule.Locations.Contains(location.LocationId))
            ? (priority.Path, "having no priority while there are hard rules of priority")
            : null;
    }

    private static bool IsUsed(DeliveryPolicy delivery, Location location, DeliveryMode mode)
    {
        var handsOver = delivery.Of(mode).Kind == DeliveryKind.Pickup;
        return delivery.Groups.Any(use => location.Groups.Contains(use.Group) && (handsOver ? use.HandsOver : use.Ships));
    }
}
