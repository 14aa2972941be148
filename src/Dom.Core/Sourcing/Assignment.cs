using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Orders;

namespace Dom.Core.Sourcing;

/// <summary>Units of a line that a location is to fulfil. A line that may be split has one for each location that it comes from.</summary>
/// <param name="LineId">The line.</param>
/// <param name="Sku">What it asks for.</param>
/// <param name="LocationId">The location.</param>
/// <param name="Mode">How the goods reach the customer.</param>
/// <param name="Quantity">Units, at least 1.</param>
public sealed record Assignment(LineId LineId, Sku Sku, LocationId LocationId, DeliveryMode Mode, int Quantity);
