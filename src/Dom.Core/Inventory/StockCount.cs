using Dom.Core.Network;

namespace Dom.Core.Inventory;

/// <summary>How much of a SKU was counted at a location.</summary>
/// <param name="Sku">The SKU.</param>
/// <param name="LocationId">The location.</param>
/// <param name="OnHand">Units that are there, 0 or more.</param>
public sealed record StockCount(Sku Sku, LocationId LocationId, int OnHand);
