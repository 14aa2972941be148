namespace Dom.Core.Sourcing.Rules;

/// <summary>A location that has refused a line is not asked for it again.</summary>
internal sealed class RefusedBeforeRule() : SourcingRule(RuleId)
{
    /// <summary>The rule's id.</summary>
    public const string RuleId = "refusedBefore";

    /// <inheritdoc/>
    public override bool Excludes(in Candidate candidate) =>
        !candidate.Line.RefusedBy.IsDefaultOrEmpty && candidate.Line.RefusedBy.Contains(candidate.Location.LocationId);

    /// <inheritdoc/>
    public override Exclusion Justify(in Candidate candidate) =>
        new(RuleId, $"'{candidate.Location.LocationId}' has refused this line before.");
}
