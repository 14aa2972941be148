using System.Collections.Immutable;
using Dom.Core.Inventory;

namespace Dom.Core.Sourcing.Scarcity;

/// <summary>What a learning found from one horizon of demand, or the mean of several.</summary>
/// <param name="Places">What an order costs a location's day.</param>
/// <param name="Units">What a unit costs by SKU, only those that cost anything anywhere, in ordinal order.</param>
/// <param name="Gap">How far the plan behind the prices may be from the cheapest, as a share of its cost.</param>
public sealed record LearnedPrices(ImmutableArray<LocationPrice> Places, ImmutableArray<SkuUnitPrices> Units, double Gap)
{
    /// <summary>What a place is worth at most beyond its price where a location fills before its time, in thousandths of a minor unit, 0 or more.</summary>
    public long StakeThousandths { get; init; }

    /// <summary>How many orders came in each hour of the day, UTC: 24 numbers, or none where that is not known.</summary>
    public ImmutableArray<int> OrdersByHour { get; init; } = [];
}

/// <summary>What a unit of a SKU costs at locations.</summary>
/// <param name="Sku">The SKU.</param>
/// <param name="Prices">The prices, at least one.</param>
public sealed record SkuUnitPrices(Sku Sku, ImmutableArray<LocationPrice> Prices);
