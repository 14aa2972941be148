using static System.FormattableString;

namespace Dom.Core.Sourcing.Rules;

/// <summary>A location takes no more orders on a day than it is set to.</summary>
internal sealed class CapacityRule() : SourcingRule(RuleId)
{
    /// <summary>The rule's id.</summary>
    public const string RuleId = "capacity";

    /// <inheritdoc/>
    public override bool Excludes(in Candidate candidate) =>
        candidate.OrdersToday >= candidate.Location.OrdersPerDay;

    /// <inheritdoc/>
    public override Exclusion Justify(in Candidate candidate) =>
        new(
            RuleId,
            Invariant($"'{candidate.Location.LocationId}' has taken {candidate.OrdersToday} orders today and takes {candidate.Location.OrdersPerDay} a day."))
        {
            Limit = candidate.Location.OrdersPerDay,
            Actual = candidate.OrdersToday,
        };
}
