using Dom.Core.Profiles;
using Dom.Core.Profiles.Rules;

namespace Dom.Core.Sourcing.Rules;

/// <summary>A location that a rule takes off fulfils nothing while it holds.</summary>
internal sealed class OfflineLocationRule() : SourcingRule(RuleKind)
{
    /// <summary>The rule's kind.</summary>
    public const string RuleKind = "offlineLocation";

    /// <inheritdoc/>
    public override bool IsOf(Rule rule) => rule is OfflineLocation;

    /// <inheritdoc/>
    public override void Take(Demands demands, Rule rule, int rank, RuleConflicts conflicts) => demands.Offline ??= (OfflineLocation)rule;

    /// <inheritdoc/>
    public override bool Concerns(LineScene scene, Demands[] demands) => Array.Exists(demands, demand => demand.Offline is not null);

    /// <inheritdoc/>
    public override bool Excludes(in Candidate candidate) => candidate.Demands.Offline is not null;

    /// <inheritdoc/>
    public override Exclusion Justify(in Candidate candidate)
    {
        var rule = candidate.Demands.Offline!;
        return Because(
            rule,
            rule.Effective.To is { } last
                ? $"'{candidate.Location.LocationId}' is offline until {last.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)}."
                : $"'{candidate.Location.LocationId}' is offline.");
    }

    /// <inheritdoc/>
    public override Rule? Cause(in Candidate candidate) => candidate.Demands.Offline;
}
