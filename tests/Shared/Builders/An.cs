using Dom.Core.Network;
using Dom.Core.Orders;

namespace Dom.Tests;

/// <summary>Orders with safe defaults; a test states only what matters to it.</summary>
internal static class An
{
    /// <summary>An order of the web shop to Reno, without lines.</summary>
    public static Order Order(string orderId = "W-1001") => new()
    {
        OrderId = new OrderId(orderId),
        Channel = "web",
        PlacedAt = A.Moment,
        Currency = "USD",
        Destination = new Destination { City = "Reno", Region = "NV", PostalCode = "89501", Country = "US", Position = new GeoPoint(39.5296, -119.8138) },
        Lines = [],
    };
}
