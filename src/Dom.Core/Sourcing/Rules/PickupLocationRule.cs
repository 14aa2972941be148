namespace Dom.Core.Sourcing.Rules;

/// <summary>What the customer collects comes from the stock of the location where it is collected.</summary>
internal sealed class PickupLocationRule() : SourcingRule(RuleKind)
{
    /// <summary>The rule's kind.</summary>
    public const string RuleKind = "pickupLocation";

    /// <inheritdoc/>
    public override bool Concerns(LineScene scene, Demands[] demands) => !scene.IsSent;

    /// <inheritdoc/>
    public override bool Excludes(in Candidate candidate) =>
        !candidate.Scene.IsSent && candidate.Line.PickupLocationId != candidate.Location.LocationId;

    /// <inheritdoc/>
    public override Exclusion Justify(in Candidate candidate) =>
        new(
            RuleKind,
            candidate.Line.PickupLocationId is { } store
                ? $"The customer collects at '{store}', not at '{candidate.Location.LocationId}'."
                : "The line names no location where the customer collects it.");
}
