namespace Dom.Core.Sourcing.Rules;

/// <summary>A location that is switched off fulfils nothing.</summary>
internal sealed class InactiveLocationRule() : SourcingRule(RuleId)
{
    /// <summary>The rule's id.</summary>
    public const string RuleId = "inactive";

    /// <inheritdoc/>
    public override bool Excludes(in Candidate candidate) =>
        !candidate.Location.IsActive;

    /// <inheritdoc/>
    public override Exclusion Justify(in Candidate candidate) =>
        new(RuleId, $"'{candidate.Location.LocationId}' is not active.");
}
