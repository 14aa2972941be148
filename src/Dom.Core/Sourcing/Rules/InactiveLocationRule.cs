namespace Dom.Core.Sourcing.Rules;

/// <summary>A location that is switched off fulfils nothing.</summary>
internal sealed class InactiveLocationRule() : SourcingRule(RuleKind)
{
    /// <summary>The rule's kind.</summary>
    public const string RuleKind = "inactive";

    /// <inheritdoc/>
    public override bool Excludes(in Candidate candidate) =>
        !candidate.Location.IsActive;

    /// <inheritdoc/>
    public override Exclusion Justify(in Candidate candidate) =>
        new(RuleKind, $"'{candidate.Location.LocationId}' is not active.");
}
