using Dom.Core.Profiles.Rules;

namespace Dom.Core.Sourcing.Rules;

/// <summary>Lines come from one location, or none of them is fulfilled. Lines with the same mark are kept together without a rule.</summary>
internal sealed class KeepTogetherRule() : OrderRule(RuleKind)
{
    /// <summary>The rule's kind.</summary>
    public const string RuleKind = "keepTogether";

    /// <inheritdoc/>
    public override bool IsOf(Rule rule) => rule is KeepTogether;

    /// <inheritdoc/>
    public override void Limit(OrderLimitsBuilder limits, Rule rule, int[] lines) => limits.Join(lines);

    /// <inheritdoc/>
    public override string? Breach(PlacedOrder plan, Rule rule, int[] lines)
    {
        int[] kept = [.. lines.Where(line => plan.IsRouted[line])];
        var isTogether = Array.TrueForAll(kept, line => plan.UnitsOf(line) == 0)
            || (Array.TrueForAll(kept, plan.IsWhole) && kept.SelectMany(plan.LocationsOf).Distinct().Count() == 1);
        return isTogether ? null : $"Lines {string.Join(", ", kept.Select(line => $"'{plan.Request.Lines[line].LineId}'"))} do not come together, and were to be kept together.";
    }
}
