using Dom.Core.Profiles;
using Dom.Core.Profiles.Rules;
using static System.FormattableString;

namespace Dom.Core.Sourcing.Rules;

/// <summary>What is sent comes from no farther than the profile allows, as it lies on the ground. Collecting is not sending.</summary>
internal sealed class MaximumDistanceRule() : SourcingRule(RuleKind)
{
    /// <summary>The rule's kind.</summary>
    public const string RuleKind = "maximumDistance";

    /// <inheritdoc/>
    public override bool IsOf(Rule rule) => rule is MaximumDistance;

    /// <inheritdoc/>
    public override void Take(Demands demands, Rule rule, int rank, RuleConflicts conflicts)
    {
        var other = (MaximumDistance)rule;
        demands.Distance = demands.Distance is { } known && known.Km <= other.Km ? known : other;
    }

    /// <inheritdoc/>
    public override bool Concerns(LineScene scene, Demands[] demands) => scene.IsSent && Array.Exists(demands, demand => demand.Distance is not null);

    /// <inheritdoc/>
    public override bool Excludes(in Candidate candidate) =>
        candidate.Scene.IsSent && candidate.Demands.Distance is { } rule && candidate.Metres > rule.Km * 1000;

    /// <inheritdoc/>
    public override Exclusion Justify(in Candidate candidate)
    {
        var rule = candidate.Demands.Distance!;
        var sentence = Invariant($"'{candidate.Location.LocationId}' lies {candidate.Metres / 1000.0:0.###} km from the destination; at most {rule.Km:0.###} km are allowed.");
        return Because(rule, sentence) with { Limit = rule.Km, Actual = candidate.Metres / 1000.0 };
    }

    /// <inheritdoc/>
    public override Rule? Cause(in Candidate candidate) => candidate.Demands.Distance;
}
