namespace Dom.Core.Sourcing.Rules;

/// <summary>A location that has refused a line is not asked for it again.</summary>
internal sealed class RefusedBeforeRule() : SourcingRule(RuleKind)
{
    /// <summary>The rule's kind.</summary>
    public const string RuleKind = "refusedBefore";

    /// <inheritdoc/>
    public override bool Concerns(LineScene scene, Demands[] demands) => !scene.Line.RefusedBy.IsDefaultOrEmpty;

    /// <inheritdoc/>
    public override bool Excludes(in Candidate candidate) =>
        !candidate.Line.RefusedBy.IsDefaultOrEmpty && candidate.Line.RefusedBy.Contains(candidate.Location.LocationId);

    /// <inheritdoc/>
    public override Exclusion Justify(in Candidate candidate) =>
        new(RuleKind, $"'{candidate.Location.LocationId}' has refused this line before.");
}
