using System.Globalization;
using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Orders;

namespace Dom.Tests;

/// <summary>Says what is different about an order.</summary>
internal static class OrderExtensions
{
    /// <summary>The order with one more line; lines are numbered from 1.</summary>
    public static Order WithLine(this Order order, string sku, int quantity, DeliveryMode? mode = null, string? pickupAt = null) => order with
    {
        Lines = order.Lines.Add(new OrderLine
        {
            LineId = new LineId((order.Lines.Length + 1).ToString(CultureInfo.InvariantCulture)),
            Sku = new Sku(sku),
            Quantity = quantity,
            UnitPriceMinorUnits = 1999,
            UnitGrams = 450,
            Mode = mode ?? DeliveryMode.Ship,
            PickupLocationId = pickupAt is null ? null : new LocationId(pickupAt),
        }),
    };
}
