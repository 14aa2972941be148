using Dom.Core.Profiles.Rules;
using static System.FormattableString;

namespace Dom.Core.Sourcing.Rules;

/// <summary>
/// Whether an order may be fulfilled in part, its lines in part or from several locations, and from how many locations it may come. It holds for the whole
/// order where it holds for any line of it; that lines may be split it says of those that it holds for.
/// </summary>
internal sealed class PartialOrdersRule() : OrderRule(RuleKind)
{
    /// <summary>The rule's kind.</summary>
    public const string RuleKind = "partialOrders";

    /// <inheritdoc/>
    public override bool IsOf(Rule rule) => rule is PartialOrders;

    /// <inheritdoc/>
    public override void Limit(OrderLimitsBuilder limits, Rule rule, int[] lines)
    {
        var partial = (PartialOrders)rule;
        limits.AtMost(partial.MaximumLocations ?? int.MaxValue);
        limits.MustAssignAll |= !partial.Orders;
        limits.Split(lines, AllowsSplit(partial));
    }

    /// <inheritdoc/>
    public override string? Breach(PlacedOrder plan, Rule rule, int[] lines)
    {
        var partial = (PartialOrders)rule;
        var left = plan.IsRouted.Index().Count(line => line.Item && !plan.IsWhole(line.Index));
        if (!partial.Orders && left > 0 && plan.Parts.Count > 0)
        {
            return Invariant($"The order is fulfilled in part, {left} of its lines are not whole, and was to be fulfilled whole or not at all.");
        }

        if (plan.LocationCount > partial.MaximumLocations)
        {
            return Invariant($"The order comes from {plan.LocationCount} locations, and was to come from at most {partial.MaximumLocations}.");
        }

        return !AllowsSplit(partial) && Array.Find(lines, plan.IsSplit) is var line && lines.Any(plan.IsSplit)
            ? $"Line '{plan.Request.Lines[line].LineId}' is split, and was to come whole from one location."
            : null;
    }

    // Parts of lines make sense only where parts of orders do, and where there is a second location to come from.
    private static bool AllowsSplit(PartialOrders rule) => rule is { Lines: true, Orders: true, MaximumLocations: null or > 1 };
}
