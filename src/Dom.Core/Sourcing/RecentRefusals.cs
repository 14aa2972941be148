using Dom.Core.Inventory;
using Dom.Core.Network;

namespace Dom.Core.Sourcing;

/// <summary>What a location has lately refused of a SKU, in any order.</summary>
/// <param name="Sku">The SKU.</param>
/// <param name="LocationId">The location.</param>
/// <param name="Count">Refusals that are remembered, 1 or more.</param>
/// <param name="LastAt">When the last of them was, UTC.</param>
public sealed record RecentRefusals(Sku Sku, LocationId LocationId, int Count, DateTimeOffset LastAt);
