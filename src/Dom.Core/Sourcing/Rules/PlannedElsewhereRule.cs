namespace Dom.Core.Sourcing.Rules;

/// <summary>A line that a wave has planned at some locations comes from no other, as long as they have it.</summary>
internal sealed class PlannedElsewhereRule() : SourcingRule(RuleKind)
{
    /// <summary>The rule's kind.</summary>
    public const string RuleKind = "plannedElsewhere";

    /// <inheritdoc/>
    public override bool Concerns(LineScene scene, Demands[] demands) => !scene.Line.PlannedAt.IsDefaultOrEmpty;

    /// <inheritdoc/>
    public override bool Excludes(in Candidate candidate) =>
        !candidate.Line.PlannedAt.IsDefaultOrEmpty && !candidate.Line.PlannedAt.Contains(candidate.Location.LocationId);

    /// <inheritdoc/>
    public override Exclusion Justify(in Candidate candidate) =>
        new(RuleKind, $"A wave has planned this line at {string.Join(" and ", candidate.Line.PlannedAt.Select(location => $"'{location}'"))}, which saves more than moving it costs.");
}
