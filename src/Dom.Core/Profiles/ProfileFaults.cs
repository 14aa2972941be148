using System.Text.Json;
using Dom.Core.Fulfillment;
using Dom.Core.Profiles.Costs;
using Dom.Core.Profiles.Delivery;
using Dom.Core.Profiles.Rules;
using static Dom.Core.Profiles.ShapeFaults;

namespace Dom.Core.Profiles;

/// <summary>What is wrong with a profile although each of its values by itself is allowed.</summary>
internal static class ProfileFaults
{
    /// <summary>Everything that is wrong.</summary>
    /// <param name="profile">The profile.</param>
    public static IEnumerable<Fault> Of(Profile profile)
    {
        var faults = new ShapeFaults();
        faults.Days("effective", profile.Effective);
        AddRange(faults, "scope.maxAmountMinorUnits", profile.Scope.MinAmountMinorUnits, profile.Scope.MaxAmountMinorUnits);
        AddRange(faults, "scope.maxPriority", profile.Scope.MinPriority, profile.Scope.MaxPriority);
        if (profile.Alternate == profile.ProfileId)
        {
            faults.Add("alternate", profile.ProfileId.Value, "another profile, or none");
        }

        foreach (var (index, rule) in profile.Rules.Index())
        {
            AddRule(faults, Text($"rules[{index}]"), rule);
        }

        return [.. faults.Found, .. CostFaults.Of(profile.Costs), .. DeliveryFaults.Of(profile.Delivery), .. Reasons(profile.Acceptance)];
    }

    private static void AddRange(ShapeFaults faults, string path, long? least, long? most)
    {
        if (most < least)
        {
            faults.Add(path, Text($"{most}"), Text($"{least}, the least, or more"));
        }
    }

    private static void AddRule(ShapeFaults faults, string path, Rule rule)
    {
        faults.Days(path + ".effective", rule.Effective);
        if (!rule.At.IsEverywhere && HasNoPlace(rule))
        {
            faults.Add(path + ".at", "a choice of locations", "none: the rule is of whole orders or lines, wherever they come from");
        }

        if (rule is DailyLimit { Orders: null, Lines: null, Units: null })
        {
            faults.Add(path, "a daily limit of nothing", "at least one of orders, lines and units");
        }
    }

    // What an expiry says about the stock is for the retailer to set; what a cancellation or a move did to it would be nobody's intention.
    private static IEnumerable<Fault> Reasons(AcceptancePolicy policy) => policy.Reasons
        .Where(reason => ShipmentEntry.IsOfDom(reason.Key) && reason.Key != ShipmentEntry.ExpiredReason)
        .OrderBy(reason => reason.Key, StringComparer.Ordinal)
        .Select(reason => new Fault(
            "acceptance.reasons." + reason.Key,
            JsonNamingPolicy.CamelCase.ConvertName(reason.Value.ToString()),
            $"nothing of the name '{reason.Key}': Dom says it of what it takes back itself, whatever the stock is"));

    private static bool HasNoPlace(Rule rule) =>
        rule is PartialOrders or Unsplittable or MinimumParcelValue or MaximumLocationsPerLine or KeepTogether or ExcludeLine;
}
