using Dom.Core.Profiles.Rules;
using static System.FormattableString;

namespace Dom.Core.Sourcing.Rules;

/// <summary>Where an order is split, the goods of each location are worth at least so much.</summary>
internal sealed class MinimumParcelValueRule() : OrderRule(RuleKind)
{
    /// <summary>The rule's kind.</summary>
    public const string RuleKind = "minimumParcelValue";

    /// <inheritdoc/>
    public override bool IsOf(Rule rule) => rule is MinimumParcelValue;

    /// <inheritdoc/>
    public override void Limit(OrderLimitsBuilder limits, Rule rule, int[] lines) => limits.WorthAtLeast(((MinimumParcelValue)rule).MinorUnits);

    /// <inheritdoc/>
    public override string? Breach(PlacedOrder plan, Rule rule, int[] lines) =>
        ((MinimumParcelValue)rule).MinorUnits is var least && plan.LocationCount > 1 && plan.LeastValueMinorUnits < least
            ? Invariant($"The order is split, and the goods of a location are worth {plan.LeastValueMinorUnits} minor units; each was to be worth at least {least}.")
            : null;
}
