using Dom.Core.Profiles.Delivery;

namespace Dom.Core.Sourcing.Rules;

/// <summary>What is sent needs a known place to go to.</summary>
internal sealed class DestinationRule() : SourcingRule(RuleKind)
{
    /// <summary>The rule's kind.</summary>
    public const string RuleKind = "destination";

    /// <inheritdoc/>
    public override bool Concerns(LineScene scene, Demands[] demands) => scene.IsSent;

    /// <inheritdoc/>
    public override bool Excludes(in Candidate candidate) =>
        candidate.Scene.IsSent && candidate.Metres < 0;

    /// <inheritdoc/>
    public override Exclusion Justify(in Candidate candidate) =>
        new(
            RuleKind,
            candidate.Scene.Kind != DeliveryKind.ShipToStore ? "The order names no destination."
            : candidate.Line.PickupLocationId is { } store ? $"The line goes to '{store}', which is not in the network."
            : "The line names no location where the customer collects it.");
}
