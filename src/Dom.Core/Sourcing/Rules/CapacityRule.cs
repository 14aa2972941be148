namespace Dom.Core.Sourcing.Rules;

/// <summary>A location takes no more orders, lines and units on a day than it is set to itself.</summary>
internal sealed class CapacityRule() : SourcingRule(RuleKind)
{
    /// <summary>The rule's kind.</summary>
    public const string RuleKind = "capacity";

    /// <inheritdoc/>
    public override bool Excludes(in Candidate candidate) => !DayLimit.Of(candidate.Location).Allows(candidate.Load, candidate.More);

    /// <inheritdoc/>
    public override Exclusion Justify(in Candidate candidate) => DayRoom.Justify(candidate, DayLimit.Of(candidate.Location)) with { Rule = Kind, Kind = Kind };
}
