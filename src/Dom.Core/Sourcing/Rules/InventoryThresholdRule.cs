using Dom.Core.Profiles;
using Dom.Core.Profiles.Rules;
using static System.FormattableString;

namespace Dom.Core.Sourcing.Rules;

/// <summary>A location with less of a SKU than the threshold takes no line of it; one with as much may give all that it has.</summary>
internal sealed class InventoryThresholdRule() : SourcingRule(RuleKind)
{
    /// <summary>The rule's kind.</summary>
    public const string RuleKind = "inventoryThreshold";

    /// <inheritdoc/>
    public override bool IsOfStock => true;

    /// <inheritdoc/>
    public override bool IsOf(Rule rule) => rule is InventoryThreshold;

    /// <inheritdoc/>
    public override void Take(Demands demands, Rule rule, int rank, RuleConflicts conflicts) =>
        demands.Threshold = demands.Threshold.With((InventoryThreshold)rule, rank, (known, other) => other.Units > known.Units);

    /// <inheritdoc/>
    public override bool Concerns(LineScene scene, Demands[] demands) => Array.Exists(demands, demand => demand.Threshold.Rule is { Units: > 0 });

    /// <inheritdoc/>
    public override bool Excludes(in Candidate candidate) => candidate.AvailableUnits < candidate.Demands.Threshold.Rule?.Units;

    /// <inheritdoc/>
    public override Exclusion Justify(in Candidate candidate)
    {
        var rule = candidate.Demands.Threshold.Rule!;
        var sentence = Invariant($"'{candidate.Location.LocationId}' has {candidate.AvailableUnits} of '{candidate.Line.Sku}' available; below {rule.Units} it takes no line of it.");
        return Because(rule, sentence) with { Limit = rule.Units, Actual = candidate.AvailableUnits };
    }

    /// <inheritdoc/>
    public override Rule? Cause(in Candidate candidate) => candidate.Demands.Threshold.Rule;
}
