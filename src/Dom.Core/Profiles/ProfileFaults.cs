using System.Collections.Immutable;
using Dom.Core.Profiles.Costs;
using Dom.Core.Profiles.Delivery;
using Dom.Core.Profiles.Rules;
using static System.FormattableString;

namespace Dom.Core.Profiles;

/// <summary>What is wrong with a profile although each of its values by itself is allowed.</summary>
internal static class ProfileFaults
{
    /// <summary>Everything that is wrong.</summary>
    /// <param name="profile">The profile.</param>
    public static IEnumerable<Fault> Of(Profile profile) =>
    [
        .. Days("effective", profile.Effective),
        .. Range("scope.maxAmountMinorUnits", profile.Scope.MinAmountMinorUnits, profile.Scope.MaxAmountMinorUnits),
        .. Range("scope.maxPriority", profile.Scope.MinPriority, profile.Scope.MaxPriority),
        .. profile.Alternate == profile.ProfileId ? new Fault[] { new("alternate", profile.ProfileId.Value, "another profile, or none") } : [],
        .. profile.Rules.SelectMany((rule, index) => OfRule(rule, Invariant($"rules[{index}]"))),
        .. CostFaults.Of(profile.Costs),
        .. DeliveryFaults.Of(profile.Delivery),
    ];

    /// <summary>What is wrong with a range of days.</summary>
    /// <param name="path">Where it stands.</param>
    /// <param name="days">The range.</param>
    public static IEnumerable<Fault> Days(string path, Effective days) => days is { From: { } from, To: { } to } && to < from
        ? [new Fault(path + ".to", Invariant($"{to:O}"), Invariant($"{from:O}, the day on which it begins, or later"))]
        : [];

    private static IEnumerable<Fault> Range(string path, long? least, long? most) =>
        most < least ? [new Fault(path, Invariant($"{most}"), Invariant($"{least}, the least, or more"))] : [];

    private static ImmutableArray<Fault> OfRule(Rule rule, string path)
    {
        var faults = ImmutableArray.CreateBuilder<Fault>();
        faults.AddRange(Days(path + ".effective", rule.Effective));
        if (!rule.At.IsEverywhere && HasNoPlace(rule))
        {
            faults.Add(new Fault(path + ".at", "a choice of locations", "none: the rule is of whole orders or lines, wherever they come from"));
        }

        if (rule is DailyLimit { Orders: null, Lines: null, Units: null })
        {
            faults.Add(new Fault(path, "a daily limit of nothing", "at least one of orders, lines and units"));
        }

        return faults.ToImmutable();
    }

    private static bool HasNoPlace(Rule rule) =>
        rule is PartialOrders or Unsplittable or MinimumParcelValue or MaximumLocationsPerLine or KeepTogether or ExcludeLine;
}
