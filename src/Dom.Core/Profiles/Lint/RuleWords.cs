using Dom.Core.Profiles.Rules;
using static System.FormattableString;

namespace Dom.Core.Profiles.Lint;

/// <summary>What rules set, for people.</summary>
internal static class RuleWords
{
    /// <summary>What a rule sets, with its numbers.</summary>
    /// <param name="rule">The rule.</param>
    public static string Of(Rule rule) => rule switch
    {
        MinimumInventory floor => Invariant($"minimum inventory of {floor.Units}"),
        InventoryThreshold threshold => Invariant($"inventory threshold of {threshold.Units}"),
        LocationPriority priority => Invariant($"priority {priority.Priority}"),
        PartialOrders partial => Invariant($"partial orders {Yes(partial.Orders)}, partial lines {Yes(partial.Lines)}, {(partial.MaximumLocations is { } most ? Invariant($"at most {most} locations") : "any number of locations")}"),
        Unsplittable { BelowMinorUnits: { } below } => Invariant($"not split below {below} minor units"),
        Unsplittable => "not split",
        MinimumParcelValue least => Invariant($"at least {least.MinorUnits} minor units from each location"),
        OfflineLocation => "offline",
        MaximumRejects rejects => Invariant($"{rejects.Refusals} refusals, {rejects.CoolingOff:c} of cooling-off"),
        MaximumDistance distance => Invariant($"{distance.Km} km"),
        DailyLimit limit => string.Join(", ", new[] { Count(limit.Orders, "orders"), Count(limit.Lines, "lines"), Count(limit.Units, "units") }.Where(text => text.Length > 0)) + " a day",
        MaximumLocationsPerLine most => Invariant($"at most {most.Locations} locations a line"),
        KeepTogether => "kept together",
        DeliveryDate date => Invariant($"delivery date with {date.GraceDays} days of grace"),
        LocalRadius radius => Invariant($"local within {radius.Km} km"),
        ExcludeLine => "not routed",
        _ => throw new ArgumentException($"Rules of kind {rule.GetType().Name} have no words here.", nameof(rule)),
    };

    private static string Yes(bool isYes) => isYes ? "yes" : "no";

    private static string Count(int? count, string what) => count is { } some ? Invariant($"{some} {what}") : "";
}
