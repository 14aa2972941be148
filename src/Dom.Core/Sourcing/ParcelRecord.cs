using Dom.Core.Network;

namespace Dom.Core.Sourcing;

/// <summary>A parcel that a plan sends.</summary>
public sealed record ParcelRecord
{
    /// <summary>The location that sends it.</summary>
    public required LocationId LocationId { get; init; }

    /// <summary>The delivery mode.</summary>
    public required DeliveryMode Mode { get; init; }

    /// <summary>The store that it goes to; none where it goes to the customer.</summary>
    public LocationId? StoreId { get; init; }

    /// <summary>Units in it, at least 1.</summary>
    public required long Units { get; init; }

    /// <summary>Its weight, as far as it is known, grams.</summary>
    public required long Grams { get; init; }

    /// <summary>How far it goes, in kilometres, rounded to 0.1.</summary>
    public required double DistanceKm { get; init; }

    /// <summary>What sending it costs, minor units.</summary>
    public required long MinorUnits { get; init; }

    /// <summary>What it emits, grams of CO2 equivalent, as far as the profile tells.</summary>
    public required long CarbonGrams { get; init; }
}
