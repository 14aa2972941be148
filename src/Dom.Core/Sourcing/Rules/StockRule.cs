using static System.FormattableString;

namespace Dom.Core.Sourcing.Rules;

/// <summary>A location must have what is wanted of it: the whole quantity, or a unit where the line may be split.</summary>
internal sealed class StockRule() : SourcingRule(RuleKind)
{
    /// <summary>The rule's kind.</summary>
    public const string RuleKind = "stock";

    /// <inheritdoc/>
    public override bool IsOfStock => true;

    /// <inheritdoc/>
    public override bool Excludes(in Candidate candidate) => candidate.AvailableUnits < candidate.WantedUnits;

    /// <inheritdoc/>
    public override Exclusion Justify(in Candidate candidate) =>
        new(
            Kind,
            Invariant($"'{candidate.Location.LocationId}' has {candidate.AvailableUnits} of '{candidate.Line.Sku}' available; {candidate.WantedUnits} are wanted."))
        {
            Limit = candidate.AvailableUnits,
            Actual = candidate.WantedUnits,
        };
}
