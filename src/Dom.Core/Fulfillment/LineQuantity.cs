using Dom.Core.Orders;

namespace Dom.Core.Fulfillment;

/// <summary>Units of an order line.</summary>
/// <param name="LineId">The line.</param>
/// <param name="Quantity">The units, 0 or more.</param>
public readonly record struct LineQuantity(LineId LineId, int Quantity);
