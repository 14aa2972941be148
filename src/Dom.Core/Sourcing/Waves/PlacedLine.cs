using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Orders;

namespace Dom.Core.Sourcing.Waves;

/// <summary>Units of a line at a location, offered or planned.</summary>
/// <param name="LineId">The line.</param>
/// <param name="Sku">Its SKU.</param>
/// <param name="LocationId">The location.</param>
/// <param name="Quantity">Units, 1 or more.</param>
/// <param name="CountsToday">Whether they count against the day that it now is at the location.</param>
internal sealed record PlacedLine(LineId LineId, Sku Sku, LocationId LocationId, int Quantity, bool CountsToday);
