using System.Collections.Immutable;
using Dom.Core.Network;

namespace Dom.Core.Profiles.Delivery;

/// <summary>One delivery mode: what it does, and how long it takes.</summary>
/// <remarks>
/// Goods that a location is asked for by its cut-off leave it on the day on which it has worked the handling time; after the cut-off the work begins on its next
/// working day. They arrive transit days after the carrier has taken them over, days on which it does not work left out: goods that are ready on such a day go on
/// the next. What is collected where it lies is there on the day on which it is ready. What is sent to a store is there when the store, too, has worked its own
/// handling time; from the store's own shelf nothing travels.
/// </remarks>
public sealed record ModeDelivery
{
    /// <summary>The mode.</summary>
    public required DeliveryMode Mode { get; init; }

    /// <summary>What it does.</summary>
    public required DeliveryKind Kind { get; init; }

    /// <summary>Working time that a location needs from being asked to having the goods ready. Default none.</summary>
    public TimeSpan Handling { get; init; }

    /// <summary>Local time of a location after which work begins on its next working day, that moment itself being in time; none means none.</summary>
    public TimeOnly? CutOff { get; init; }

    /// <summary>Working time that the store where the customer collects needs from the day on which goods arrive there to having them ready. Default none.</summary>
    public TimeSpan StoreHandling { get; init; }

    /// <summary>Days in transit by how far it goes, ascending; none where it is not known. Beyond the last one it never arrives, unless its limit is open.</summary>
    public ImmutableArray<TransitZone> Transit { get; init; } = [];

    /// <summary>Days of the week on which nothing travels or arrives. Default none.</summary>
    public ImmutableArray<DayOfWeek> RestDays { get; init; } = [];

    /// <summary>Days on which nothing travels or arrives. Default none.</summary>
    public ImmutableSortedSet<DateOnly> Holidays { get; init; } = [];

    /// <summary>Whether a mode is one that every profile has, and none of the retailer's own.</summary>
    /// <param name="mode">The mode.</param>
    public static bool IsStandard(DeliveryMode mode) => mode == DeliveryMode.Ship || mode == DeliveryMode.Pickup || mode == DeliveryMode.ShipToStore;

    /// <summary>What holds for a mode of which nothing is set.</summary>
    /// <param name="mode">The mode.</param>
    public static ModeDelivery Default(DeliveryMode mode) => new()
    {
        Mode = mode,
        Kind = mode == DeliveryMode.Pickup ? DeliveryKind.Pickup : mode == DeliveryMode.ShipToStore ? DeliveryKind.ShipToStore : DeliveryKind.Ship,
    };
}

/// <summary>What a delivery mode does.</summary>
public enum DeliveryKind
{
    /// <summary>A parcel goes from the location to the customer.</summary>
    Ship,

    /// <summary>The customer collects at the location.</summary>
    Pickup,

    /// <summary>A parcel goes from the location to the store where the customer collects it.</summary>
    ShipToStore,
}

/// <summary>How long a parcel is under way.</summary>
/// <param name="MaxKm">Farthest distance, kilometres, above that of the zone before; none, in the last one, for no limit.</param>
/// <param name="Days">Days on which it travels, 0 or more.</param>
public readonly record struct TransitZone(double? MaxKm, int Days);
