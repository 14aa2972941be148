using Dom.Core.Profiles.Rules;
using static System.FormattableString;

namespace Dom.Core.Sourcing.Rules;

/// <summary>The units of one line come from no more locations than this.</summary>
internal sealed class MaximumLocationsPerLineRule() : OrderRule(RuleKind)
{
    /// <summary>The rule's kind.</summary>
    public const string RuleKind = "maximumLocationsPerLine";

    /// <inheritdoc/>
    public override bool IsOf(Rule rule) => rule is MaximumLocationsPerLine;

    /// <inheritdoc/>
    public override void Limit(OrderLimitsBuilder limits, Rule rule, int[] lines) => limits.AtMost(((MaximumLocationsPerLine)rule).Locations, lines);

    /// <inheritdoc/>
    public override string? Breach(PlacedOrder plan, Rule rule, int[] lines)
    {
        var most = ((MaximumLocationsPerLine)rule).Locations;
        foreach (var line in lines)
        {
            if (plan.LocationsOf(line).Count() is var used && used > most)
            {
                return Invariant($"Line '{plan.Request.Lines[line].LineId}' comes from {used} locations, and was to come from at most {most}.");
            }
        }

        return null;
    }
}
