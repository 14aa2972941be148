using Dom.Core.Network;
using static System.FormattableString;

namespace Dom.Core.Sourcing.Rules;

/// <summary>What is sent comes from no farther than the profile allows. Collecting is not sending.</summary>
internal sealed class MaximumDistanceRule() : SourcingRule(RuleId)
{
    /// <summary>The rule's id.</summary>
    public const string RuleId = "maxDistance";

    /// <inheritdoc/>
    public override bool Excludes(in Candidate candidate) =>
        candidate.Line.Mode != DeliveryMode.Pickup && candidate.Metres > candidate.Rules.MaxDistanceKm * 1000;

    /// <inheritdoc/>
    public override Exclusion Justify(in Candidate candidate) =>
        new(
            RuleId,
            Invariant($"'{candidate.Location.LocationId}' lies {candidate.Metres / 1000.0:0.###} km from the destination; at most {candidate.Rules.MaxDistanceKm:0.###} km are allowed."))
        {
            Limit = candidate.Rules.MaxDistanceKm,
            Actual = candidate.Metres / 1000.0,
        };
}
