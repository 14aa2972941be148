using static System.FormattableString;

namespace Dom.Core.Sourcing.Rules;

/// <summary>A location must have the whole quantity above what it keeps back, or one unit of a line that may be split.</summary>
internal sealed class StockRule() : SourcingRule(RuleId)
{
    /// <summary>The rule's id.</summary>
    public const string RuleId = "stock";

    /// <inheritdoc/>
    public override bool Excludes(in Candidate candidate) =>
        candidate.AvailableUnits - candidate.Rules.MinInventoryUnits < (candidate.MayBeSplit ? 1 : candidate.Line.Quantity);

    /// <inheritdoc/>
    public override Exclusion Justify(in Candidate candidate) =>
        new(
            RuleId,
            Invariant($"'{candidate.Location.LocationId}' has {candidate.AvailableUnits} of '{candidate.Line.Sku}' available and keeps {candidate.Rules.MinInventoryUnits} back; {candidate.Line.Quantity} are wanted."))
        {
            Limit = Math.Max(0, candidate.AvailableUnits - candidate.Rules.MinInventoryUnits),
            Actual = candidate.Line.Quantity,
        };
}
