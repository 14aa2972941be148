using System.Collections.Immutable;
using Dom.Core.Inventory;

namespace Dom.Core.Sourcing.Scarcity;

/// <summary>What a learning found.</summary>
/// <param name="Places">What an order costs a location's day.</param>
/// <param name="Units">What a unit costs by SKU, only those that cost anything anywhere, in ordinal order.</param>
/// <param name="Gap">How far the plan behind the prices may be from the cheapest, as a share of its cost.</param>
public sealed record LearnedPrices(ImmutableArray<LocationPrice> Places, ImmutableArray<SkuUnitPrices> Units, double Gap);

/// <summary>What a unit of a SKU costs at locations.</summary>
/// <param name="Sku">The SKU.</param>
/// <param name="Prices">The prices, at least one.</param>
public sealed record SkuUnitPrices(Sku Sku, ImmutableArray<LocationPrice> Prices);
