using Dom.Core.Profiles;
using Dom.Core.Profiles.Rules;

namespace Dom.Core.Sourcing.Rules;

/// <summary>A line that is not routed comes from nowhere.</summary>
internal sealed class ExcludeLineRule() : SourcingRule(RuleKind)
{
    /// <summary>The rule's kind.</summary>
    public const string RuleKind = "excludeLine";

    /// <inheritdoc/>
    public override bool IsOf(Rule rule) => rule is ExcludeLine;

    /// <inheritdoc/>
    public override void Take(Demands demands, Rule rule, int rank, RuleConflicts conflicts) => demands.Exclude ??= (ExcludeLine)rule;

    /// <inheritdoc/>
    public override bool Concerns(LineScene scene, Demands[] demands) => Array.Exists(demands, demand => demand.Exclude is not null);

    /// <inheritdoc/>
    public override bool Excludes(in Candidate candidate) => candidate.Demands.Exclude is not null;

    /// <inheritdoc/>
    public override Exclusion Justify(in Candidate candidate) =>
        Because(candidate.Demands.Exclude!, $"Lines such as '{candidate.Line.LineId}' of '{candidate.Line.Sku}' are not routed: people see to them.");

    /// <inheritdoc/>
    public override Rule? Cause(in Candidate candidate) => candidate.Demands.Exclude;
}
