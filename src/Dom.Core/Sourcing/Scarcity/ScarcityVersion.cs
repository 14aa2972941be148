using System.Collections.Immutable;
using Dom.Core.Inventory;
using Dom.Core.Network;

namespace Dom.Core.Sourcing.Scarcity;

/// <summary>
/// One learning of scarcity prices: what it learned from, and the prices of locations. The prices of units stand with their SKU, see
/// <see cref="SkuPrices"/>. A version never changes.
/// </summary>
public sealed record ScarcityVersion
{
    /// <summary>Its id: later versions come later in ordinal order.</summary>
    public required string Version { get; init; }

    /// <summary>When it was learned, UTC.</summary>
    public required DateTimeOffset LearnedAt { get; init; }

    /// <summary>The beginning of the demand that it was learned from, UTC.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>The end of that demand, UTC; later than its beginning.</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>The version of the locations and profiles that it was learned with.</summary>
    public required string NetworkVersion { get; init; }

    /// <summary>How many orders it was learned from, 1 or more.</summary>
    public required int Orders { get; init; }

    /// <summary>
    /// How far the newest of that demand had drifted from the rest of it, or, where it is all of one day, from the version before: 0 (not at all) to 1000 (nothing in common).
    /// </summary>
    public required int DriftPerMille { get; init; }

    /// <summary>
    /// What a place is worth at most beyond its price where a location fills before its time, in thousandths of a minor unit, 0 or more. Default 0: prices of places stay as they
    /// were learned, however the day goes.
    /// </summary>
    public long StakeThousandths { get; init; }

    /// <summary>How many orders came in each hour of the day, UTC: 24 numbers. None where that is not known: then prices of places stay as they were learned.</summary>
    public ImmutableArray<int> OrdersByHour { get; init; } = [];

    /// <summary>What an order costs a location's day; a location that is absent costs nothing.</summary>
    public required ImmutableArray<LocationPrice> Places { get; init; }
}

/// <summary>What something at a location is worth to the orders to come.</summary>
/// <param name="LocationId">The location.</param>
/// <param name="Thousandths">The price, in thousandths of a minor unit, above 0.</param>
public sealed record LocationPrice(LocationId LocationId, long Thousandths);

/// <summary>What a unit of a SKU is worth at each location, in one version.</summary>
/// <param name="Sku">The SKU.</param>
/// <param name="Version">The version.</param>
/// <param name="Units">Its prices; a location that is absent costs nothing.</param>
public sealed record SkuPrices(Sku Sku, string Version, ImmutableArray<LocationPrice> Units);
