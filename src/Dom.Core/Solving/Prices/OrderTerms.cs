using Dom.Core.Solving.Pools;

namespace Dom.Core.Solving.Prices;

/// <summary>What an order asks of its plan.</summary>
/// <param name="Shape">Its states.</param>
/// <param name="MaxParts">Most locations that may serve it, 1 or more.</param>
/// <param name="ShipComplete">Whether it comes whole or not at all.</param>
/// <param name="IsSkuShared">Whether several of its lines want one SKU.</param>
internal readonly record struct OrderTerms(OrderShape Shape, int MaxParts, bool ShipComplete, bool IsSkuShared);
