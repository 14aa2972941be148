namespace Dom.Core.Sourcing.Rules;

/// <summary>A location that closes before its time to accept is over is not asked, where the acceptance policy wants its full time.</summary>
internal sealed class ClosingRule() : SourcingRule(RuleKind)
{
    /// <summary>The rule's kind.</summary>
    public const string RuleKind = "closing";

    /// <inheritdoc/>
    public override bool Concerns(LineScene scene, Demands[] demands) => scene.HasFullTime is not null;

    /// <inheritdoc/>
    public override bool Excludes(in Candidate candidate) => candidate.Scene.HasFullTime is { } has && !has[candidate.Index];

    /// <inheritdoc/>
    public override Exclusion Justify(in Candidate candidate) =>
        new(Kind, $"'{candidate.Location.LocationId}' closes before its time to accept would be over.");
}
