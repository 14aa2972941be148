using Dom.Core.Profiles;
using Dom.Core.Profiles.Rules;
using static System.FormattableString;

namespace Dom.Core.Sourcing.Rules;

/// <summary>A floor: what is wanted must be there above what the location keeps back.</summary>
internal sealed class MinimumInventoryRule() : SourcingRule(RuleKind)
{
    /// <summary>The rule's kind.</summary>
    public const string RuleKind = "minimumInventory";

    /// <inheritdoc/>
    public override bool IsOfStock => true;

    /// <inheritdoc/>
    public override bool IsOf(Rule rule) => rule is MinimumInventory;

    /// <inheritdoc/>
    public override void Take(Demands demands, Rule rule, int rank, RuleConflicts conflicts) =>
        demands.Floor = demands.Floor.With((MinimumInventory)rule, rank, (known, other) => other.Units > known.Units);

    /// <inheritdoc/>
    public override bool Concerns(LineScene scene, Demands[] demands) => Array.Exists(demands, demand => demand.FloorUnits > 0);

    /// <inheritdoc/>
    public override bool Excludes(in Candidate candidate) =>
        candidate.Demands.FloorUnits is > 0 and var floor && (long)candidate.AvailableUnits - floor < candidate.WantedUnits;

    /// <inheritdoc/>
    public override Exclusion Justify(in Candidate candidate)
    {
        var rule = candidate.Demands.Floor.Rule!;
        var sentence = Invariant($"'{candidate.Location.LocationId}' has {candidate.AvailableUnits} of '{candidate.Line.Sku}' available and keeps {rule.Units} back; ")
            + Invariant($"{candidate.WantedUnits} are wanted.");
        return Because(rule, sentence) with { Limit = Math.Max(0L, (long)candidate.AvailableUnits - rule.Units), Actual = candidate.WantedUnits };
    }

    /// <inheritdoc/>
    public override Rule? Cause(in Candidate candidate) => candidate.Demands.Floor.Rule;
}
