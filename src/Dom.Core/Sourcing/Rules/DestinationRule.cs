using Dom.Core.Network;

namespace Dom.Core.Sourcing.Rules;

/// <summary>What is sent needs a known place to go to.</summary>
internal sealed class DestinationRule() : SourcingRule(RuleId)
{
    /// <summary>The rule's id.</summary>
    public const string RuleId = "destination";

    /// <inheritdoc/>
    public override bool Excludes(in Candidate candidate) =>
        candidate.Line.Mode != DeliveryMode.Pickup && candidate.Metres < 0;

    /// <inheritdoc/>
    public override Exclusion Justify(in Candidate candidate) =>
        new(
            RuleId,
            candidate.Line.Mode != DeliveryMode.ShipToStore ? "The order names no destination."
            : candidate.Line.PickupLocationId is { } store ? $"The line goes to '{store}', which is not in the network."
            : "The line names no location where the customer collects it.");
}
