using Dom.Core.Profiles.Rules;
using static System.FormattableString;

namespace Dom.Core.Sourcing.Rules;

/// <summary>Refuses rules with numbers that mean nothing.</summary>
internal static class RuleRanges
{
    /// <summary>What is wrong with a rule, with the value and what is allowed; none where nothing is.</summary>
    /// <param name="rule">The rule.</param>
    public static string? FaultOf(Rule rule) =>
        Identifier.IsPlain(rule.Id) ? Out(rule.Importance, 1, 10, "Importance") ?? OwnFault(rule) : $"Its id is not {Identifier.PlainRule}.";

    private static string? OwnFault(Rule rule) => rule switch
    {
        MinimumInventory floor => Below(floor.Units, 0, "Units"),
        InventoryThreshold threshold => Below(threshold.Units, 0, "Units"),
        LocationPriority priority => Out(priority.Priority, 1, 10, "Priority"),
        PartialOrders partial => Below(partial.MaximumLocations ?? 1, 1, "MaximumLocations"),
        Unsplittable small => Below(small.BelowMinorUnits ?? 0, 0, "BelowMinorUnits"),
        MinimumParcelValue value => Below(value.MinorUnits, 0, "MinorUnits"),
        MaximumRejects rejects => Below(rejects.Refusals, 1, "Refusals") ?? (rejects.CoolingOff > TimeSpan.Zero ? null : $"CoolingOff is {rejects.CoolingOff:c}; allowed is more than 0."),
        MaximumDistance distance => distance.Km >= 0 ? null : Invariant($"Km is {distance.Km}; allowed is 0 or more."),
        LocalRadius radius => radius.Km > 0 ? null : Invariant($"Km is {radius.Km}; allowed is more than 0."),
        DailyLimit daily => Below(daily.Orders ?? 0, 0, "Orders") ?? Below(daily.Lines ?? 0, 0, "Lines") ?? Below(daily.Units ?? 0, 0, "Units"),
        MaximumLocationsPerLine line => Below(line.Locations, 1, "Locations"),
        DeliveryDate date => Below(date.GraceDays, 0, "GraceDays"),
        _ => null,
    };

    private static string? Below(long value, long least, string name) => value < least ? Invariant($"{name} is {value}; allowed is {least} or more.") : null;

    private static string? Out(int value, int least, int most, string name) => value < least || value > most ? Invariant($"{name} is {value}; allowed is {least} to {most}.") : null;
}
