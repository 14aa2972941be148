namespace Dom.Core.Sourcing.Rules;

/// <summary>A location fulfils only by the delivery modes that it offers.</summary>
internal sealed class ModeRule() : SourcingRule(RuleId)
{
    /// <summary>The rule's id.</summary>
    public const string RuleId = "mode";

    /// <inheritdoc/>
    public override bool Excludes(in Candidate candidate) =>
        !candidate.Location.Modes.Contains(candidate.Line.Mode);

    /// <inheritdoc/>
    public override Exclusion Justify(in Candidate candidate) =>
        new(
            RuleId,
            candidate.Location.Modes.IsEmpty
                ? $"'{candidate.Location.LocationId}' offers no delivery mode; the line wants {candidate.Line.Mode}."
                : $"'{candidate.Location.LocationId}' offers {string.Join(", ", candidate.Location.Modes)}; the line wants {candidate.Line.Mode}.");
}
