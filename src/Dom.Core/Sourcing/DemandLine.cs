using System.Collections.Immutable;
using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Orders;

namespace Dom.Core.Sourcing;

/// <summary>What of an order line is still to be sourced.</summary>
public sealed record DemandLine
{
    /// <summary>The order line.</summary>
    public required LineId LineId { get; init; }

    /// <summary>What is wanted.</summary>
    public required Sku Sku { get; init; }

    /// <summary>Units still to be sourced, at least 1. They come whole from one location unless the profile lets lines be split.</summary>
    public required int Quantity { get; init; }

    /// <summary>Price of one unit in minor units of the order's currency, 0 or more.</summary>
    public long UnitPriceMinorUnits { get; init; }

    /// <summary>Weight of one unit in grams, 0 or more; 0 takes the product's.</summary>
    public int UnitGrams { get; init; }

    /// <summary>How the goods reach the customer.</summary>
    public required DeliveryMode Mode { get; init; }

    /// <summary>Where the customer collects them, for pickup and ship to store.</summary>
    public LocationId? PickupLocationId { get; init; }

    /// <summary>Lines with the same mark come from one location, or none of them does.</summary>
    public string? KeepTogether { get; init; }

    /// <summary>Locations that have refused this line before and are not asked again.</summary>
    public ImmutableArray<LocationId> RefusedBy { get; init; } = [];

    /// <summary>The locations that it may come from, because a wave has planned it there; none means any.</summary>
    public ImmutableArray<LocationId> PlannedAt { get; init; } = [];

    /// <summary>The location that is made cheaper for it: by a what-if, or because it is offered there. None where all cost what they cost.</summary>
    public FavouredLocation? Favoured { get; init; }
}
