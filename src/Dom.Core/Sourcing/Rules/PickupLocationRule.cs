using Dom.Core.Network;

namespace Dom.Core.Sourcing.Rules;

/// <summary>What the customer collects comes from the stock of the location where it is collected.</summary>
internal sealed class PickupLocationRule() : SourcingRule(RuleId)
{
    /// <summary>The rule's id.</summary>
    public const string RuleId = "pickupLocation";

    /// <inheritdoc/>
    public override bool Excludes(in Candidate candidate) =>
        candidate.Line.Mode == DeliveryMode.Pickup && candidate.Line.PickupLocationId != candidate.Location.LocationId;

    /// <inheritdoc/>
    public override Exclusion Justify(in Candidate candidate) =>
        new(
            RuleId,
            candidate.Line.PickupLocationId is { } store
                ? $"The customer collects at '{store}', not at '{candidate.Location.LocationId}'."
                : "The line names no location where the customer collects it.");
}
