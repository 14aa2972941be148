using Dom.Core.Profiles;
using Dom.Core.Profiles.Rules;

namespace Dom.Core.Sourcing.Rules;

/// <summary>
/// Where a hard rule gives locations priorities for a line, those without any are not used. In which order those with one are tried is no
/// question of one location: <see cref="OrderLimits.PriorityOfLocation"/>.
/// </summary>
internal sealed class LocationPriorityRule() : SourcingRule(RuleKind)
{
    /// <summary>The rule's kind.</summary>
    public const string RuleKind = "locationPriority";

    /// <inheritdoc/>
    public override bool IsOf(Rule rule) => rule is LocationPriority;

    /// <inheritdoc/>
    public override void Take(Demands demands, Rule rule, int rank, RuleConflicts conflicts) =>
        demands.Priority = demands.Priority.With((LocationPriority)rule, rank, (known, other) => other.Priority < known.Priority);

    /// <inheritdoc/>
    public override bool Concerns(LineScene scene, Demands[] demands) => Array.Exists(demands, demand => demand.NeedsPriority is not null);

    /// <inheritdoc/>
    public override bool Excludes(in Candidate candidate) => candidate.Demands is { NeedsPriority: not null, Priority.Rule: null };

    /// <inheritdoc/>
    public override Exclusion Justify(in Candidate candidate) =>
        Because(candidate.Demands.NeedsPriority!, $"'{candidate.Location.LocationId}' has no priority for '{candidate.Line.Sku}', and only locations with one are used.");

    /// <inheritdoc/>
    public override Rule? Cause(in Candidate candidate) => candidate.Demands.NeedsPriority;
}
