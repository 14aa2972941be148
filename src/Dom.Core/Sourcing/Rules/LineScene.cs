using Dom.Core.Profiles.Delivery;

namespace Dom.Core.Sourcing.Rules;

/// <summary>A line as the rules see it, whatever the location.</summary>
internal sealed class LineScene
{
    /// <summary>The line.</summary>
    public required DemandLine Line { get; init; }

    /// <summary>Its index in the request.</summary>
    public required int Index { get; init; }

    /// <summary>What its mode does.</summary>
    public required DeliveryKind Kind { get; init; }

    /// <summary>When it is sourced.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>By location: whether it offers the line's mode; none where no location does.</summary>
    public required bool[]? Offers { get; init; }

    /// <summary>By location: what it does for the profile; none where every location does everything.</summary>
    public required LocationUse[]? Uses { get; init; }

    /// <summary>Index of the store where the customer collects; negative where it is not in the network, or there is none.</summary>
    public required int Store { get; init; }

    /// <summary>What locations have refused of the SKU, by index of the location; none where none did.</summary>
    public required IReadOnlyDictionary<int, RecentRefusals>? Refusals { get; init; }

    /// <summary>The day on which the customer wants it; none where none is named.</summary>
    public required DateOnly? WantedBy { get; init; }

    /// <summary>By location: whether it has its whole time to accept before it closes for the day; none where the profile does not ask for that.</summary>
    public required bool[]? HasFullTime { get; init; }

    /// <summary>When goods arrive.</summary>
    public required IArrivals Arrivals { get; init; }

    /// <summary>Whether a parcel goes from the location.</summary>
    public bool IsSent => Kind != DeliveryKind.Pickup;
}
