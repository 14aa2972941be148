using Dom.Core.Profiles.Delivery;

namespace Dom.Core.Sourcing.Rules;

/// <summary>Where a profile names location groups, locations send or hand over only as a group of theirs does. What goes to a store is sent by one location and handed over by the other.</summary>
internal sealed class LocationGroupRule() : SourcingRule(RuleKind)
{
    /// <summary>The rule's kind.</summary>
    public const string RuleKind = "locationGroup";

    /// <inheritdoc/>
    public override bool Concerns(LineScene scene, Demands[] demands) => scene.Uses is not null;

    /// <inheritdoc/>
    public override bool Excludes(in Candidate candidate)
    {
        var needed = candidate.Scene.IsSent ? LocationUse.Ships : LocationUse.HandsOver;
        return candidate.Scene.Uses is { } uses && ((uses[candidate.Index] & needed) == 0 || !IsHandedOver(candidate.Scene, uses));
    }

    /// <inheritdoc/>
    public override Exclusion Justify(in Candidate candidate)
    {
        if (!IsHandedOver(candidate.Scene, candidate.Scene.Uses!))
        {
            return new Exclusion(Kind, $"'{candidate.Line.PickupLocationId}', where the customer collects, is in none of the groups that hand over by the profile.");
        }

        var groups = candidate.Location.Groups.IsEmpty ? "in no group" : $"in {string.Join(", ", candidate.Location.Groups.Select(group => $"'{group}'"))}";
        return new Exclusion(Kind, $"'{candidate.Location.LocationId}' is {groups}, and in none that {(candidate.Scene.IsSent ? "sends" : "hands over")} by the profile.");
    }

    private static bool IsHandedOver(LineScene scene, LocationUse[] uses) =>
        scene.Kind != DeliveryKind.ShipToStore || scene.Store < 0 || (uses[scene.Store] & LocationUse.HandsOver) != 0;
}
