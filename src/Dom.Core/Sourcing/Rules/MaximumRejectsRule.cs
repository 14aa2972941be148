using Dom.Core.Profiles;
using Dom.Core.Profiles.Rules;
using static System.FormattableString;

namespace Dom.Core.Sourcing.Rules;

/// <summary>A location that refused a SKU often enough, in whatever order, cools off before it is asked for it again.</summary>
internal sealed class MaximumRejectsRule() : SourcingRule(RuleKind)
{
    /// <summary>The rule's kind.</summary>
    public const string RuleKind = "maximumRejects";

    /// <inheritdoc/>
    public override bool IsOf(Rule rule) => rule is MaximumRejects;

    /// <inheritdoc/>
    public override void Take(Demands demands, Rule rule, int rank, RuleConflicts conflicts)
    {
        var (known, other) = (demands.Rejects, (MaximumRejects)rule);
        if (known is null || other.Refusals < known.Refusals || (other.Refusals == known.Refusals && other.CoolingOff > known.CoolingOff))
        {
            demands.Rejects = other;
        }
    }

    /// <inheritdoc/>
    public override bool Concerns(LineScene scene, Demands[] demands) => scene.Refusals is not null && Array.Exists(demands, demand => demand.Rejects is not null);

    /// <inheritdoc/>
    public override bool Excludes(in Candidate candidate) =>
        candidate.Demands.Rejects is { } rule
        && candidate.Scene.Refusals is { } refusals && refusals.TryGetValue(candidate.Index, out var refused)
        && refused.Count >= rule.Refusals
        && candidate.Scene.At - refused.LastAt < rule.CoolingOff;

    /// <inheritdoc/>
    public override Exclusion Justify(in Candidate candidate)
    {
        var (rule, refused) = (candidate.Demands.Rejects!, candidate.Scene.Refusals![candidate.Index]);
        var sentence = Invariant($"'{candidate.Location.LocationId}' has refused '{candidate.Line.Sku}' {refused.Count} times, most recently at {refused.LastAt:u}; ")
            + Invariant($"after {rule.Refusals} it is not asked for {rule.CoolingOff:c}.");
        return Because(rule, sentence) with { Limit = rule.Refusals, Actual = refused.Count };
    }

    /// <inheritdoc/>
    public override Rule? Cause(in Candidate candidate) => candidate.Demands.Rejects;
}
