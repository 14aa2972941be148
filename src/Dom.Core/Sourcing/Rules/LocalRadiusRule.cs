using Dom.Core.Profiles;
using Dom.Core.Profiles.Rules;

namespace Dom.Core.Sourcing.Rules;

/// <summary>Locations within the radius count as equally near. It excludes nobody: <see cref="Screening.Metres"/> is 0 within it.</summary>
internal sealed class LocalRadiusRule() : SourcingRule(RuleKind)
{
    /// <summary>The rule's kind.</summary>
    public const string RuleKind = "localRadius";

    /// <inheritdoc/>
    public override bool IsOf(Rule rule) => rule is LocalRadius;

    /// <inheritdoc/>
    public override void Take(Demands demands, Rule rule, int rank, RuleConflicts conflicts)
    {
        var other = (LocalRadius)rule;
        demands.Radius = demands.Radius is { } known && known.Km >= other.Km ? known : other;
    }

    /// <inheritdoc/>
    public override bool Concerns(LineScene scene, Demands[] demands) => false;

    /// <inheritdoc/>
    public override bool Excludes(in Candidate candidate) => false;

    /// <inheritdoc/>
    public override Exclusion Justify(in Candidate candidate) => throw new InvalidOperationException("A local radius excludes no location.");

    /// <summary>What a distance counts for.</summary>
    /// <param name="demands">What is demanded of the location.</param>
    /// <param name="metres">The distance, in metres.</param>
    public static int Counted(Demands demands, int metres) => demands.Radius is { } rule && metres <= rule.Km * 1000 ? Math.Min(metres, 0) : metres;
}
