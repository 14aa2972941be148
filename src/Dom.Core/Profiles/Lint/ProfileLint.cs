using System.Collections.Immutable;

namespace Dom.Core.Profiles.Lint;

/// <summary>
/// Looks through a profile for what is allowed and hardly meant: rules that never bite, or exclude everything; locations that are never asked; limits that
/// overlap; costs out of scale, or charged by nobody; alternates that lead nowhere; refusals that come to no end.
/// </summary>
public static class ProfileLint
{
    /// <summary>Everything that is found, the worst first.</summary>
    /// <param name="profile">The profile; each of its values is allowed (<see cref="ProfileReader"/>).</param>
    /// <param name="surroundings">What it is held against.</param>
    public static ImmutableArray<LintFinding> Of(Profile profile, LintSurroundings surroundings)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(surroundings);
        var subject = new LintSubject(profile, surroundings);
        IEnumerable<LintFinding>[] found =
        [
            AlternateLint.Of(subject),
            PartialOrderLint.Of(subject),
            ReachLint.Of(subject),
            DeadRuleLint.Of(subject),
            DeadCostLint.Of(subject),
            ShadowLint.Of(subject),
            OverlapLint.Of(subject),
            CostLint.Of(subject),
            WaveLint.Of(subject),
            DeliveryLint.Of(subject),
            AcceptanceLint.Of(subject),
        ];
        return [.. found.SelectMany(findings => findings).OrderByDescending(finding => finding.Severity)];
    }
}
