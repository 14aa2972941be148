namespace Dom.Core.Sourcing.Rules;

/// <summary>A location fulfils only by the delivery modes that it offers.</summary>
internal sealed class ModeRule() : SourcingRule(RuleKind)
{
    /// <summary>The rule's kind.</summary>
    public const string RuleKind = "mode";

    /// <inheritdoc/>
    public override bool Excludes(in Candidate candidate) =>
        candidate.Scene.Offers is not { } offers || !offers[candidate.Index];

    /// <inheritdoc/>
    public override Exclusion Justify(in Candidate candidate) =>
        new(
            RuleKind,
            candidate.Location.Modes.IsEmpty
                ? $"'{candidate.Location.LocationId}' offers no delivery mode; the line wants {candidate.Line.Mode}."
                : $"'{candidate.Location.LocationId}' offers {string.Join(", ", candidate.Location.Modes)}; the line wants {candidate.Line.Mode}.");
}
