using Dom.Core.Profiles.Rules;
using static System.FormattableString;

namespace Dom.Core.Sourcing.Rules;

/// <summary>An order of a small amount, or with certain products, comes from one location.</summary>
internal sealed class UnsplittableRule() : OrderRule(RuleKind)
{
    /// <summary>The rule's kind.</summary>
    public const string RuleKind = "unsplittable";

    /// <inheritdoc/>
    public override bool IsOf(Rule rule) => rule is Unsplittable;

    /// <inheritdoc/>
    public override void Limit(OrderLimitsBuilder limits, Rule rule, int[] lines)
    {
        if (IsFor(limits.Request, rule))
        {
            limits.AtMost(1);
        }
    }

    /// <inheritdoc/>
    public override string? Breach(PlacedOrder plan, Rule rule, int[] lines)
    {
        if (!IsFor(plan.Request, rule) || plan.LocationCount <= 1)
        {
            return null;
        }

        return ((Unsplittable)rule).BelowMinorUnits is { } limit
            ? Invariant($"The order of {plan.Request.Order.AmountMinorUnits} minor units comes from {plan.LocationCount} locations; below {limit} it was to come from one.")
            : Invariant($"The order has goods that are not split, such as '{plan.Request.Lines[lines[0]].Sku}', and comes from {plan.LocationCount} locations.");
    }

    private static bool IsFor(SourcingRequest request, Rule rule) => !(request.Order.AmountMinorUnits >= ((Unsplittable)rule).BelowMinorUnits);
}
