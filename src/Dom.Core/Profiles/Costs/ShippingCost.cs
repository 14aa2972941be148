using System.Collections.Immutable;
using Dom.Core.Network;

namespace Dom.Core.Profiles.Costs;

/// <summary>
/// What a parcel costs to send: the sum of a flat amount, an amount by distance, that of its tier, that of its zone and weight, and surcharges. What is
/// charged by distance is rounded once, half a minor unit up. A distance at the limit of a tier or zone belongs below it, and so does a weight.
/// </summary>
public sealed record ShippingCost
{
    /// <summary>Names it within the profile, unique among costs.</summary>
    public required string Id { get; init; }

    /// <summary>The modes that it prices; none named means all that send.</summary>
    public ImmutableArray<DeliveryMode> Modes { get; init; } = [];

    /// <summary>The locations that it prices parcels of. Default all.</summary>
    public PlaceScope At { get; init; } = PlaceScope.Everywhere;

    /// <summary>When it holds. Default always.</summary>
    public Effective Effective { get; init; }

    /// <summary>Cost of each parcel, 0 or more.</summary>
    public long ParcelMinorUnits { get; init; }

    /// <summary>Cost by distance, in minor units for 100 km, 0 or more.</summary>
    public long MinorUnitsPer100Km { get; init; }

    /// <summary>Cost by how far it goes, ascending; none where distance is not tiered. Beyond the last one nothing is sent, unless its limit is open.</summary>
    public ImmutableArray<DistanceTier> Tiers { get; init; } = [];

    /// <summary>Cost by zone and weight; none where it does not matter.</summary>
    public RateTable? Rates { get; init; }

    /// <summary>Cubic centimetres that count as a kilogram: a parcel is charged by the greater of its weight and its volume over this. None means by weight alone.</summary>
    public int? DimensionalDivisor { get; init; }

    /// <summary>What comes on top.</summary>
    public ImmutableArray<Surcharge> Surcharges { get; init; } = [];
}

/// <summary>The cost of distances up to a limit.</summary>
/// <param name="MaxKm">Farthest distance, kilometres, above that of the tier before; none, in the last one, for no limit.</param>
/// <param name="MinorUnits">Cost of each parcel, 0 or more.</param>
/// <param name="MinorUnitsPer100Km">Cost by distance, in minor units for 100 km, 0 or more.</param>
public readonly record struct DistanceTier(double? MaxKm, long MinorUnits, long MinorUnitsPer100Km);
