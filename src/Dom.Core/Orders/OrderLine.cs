using Dom.Core.Inventory;
using Dom.Core.Network;

namespace Dom.Core.Orders;

/// <summary>A quantity of one SKU by one delivery mode.</summary>
public sealed record OrderLine
{
    /// <summary>Its identifier within the order.</summary>
    public required LineId LineId { get; init; }

    /// <summary>What is ordered.</summary>
    public required Sku Sku { get; init; }

    /// <summary>How many units, at least 1.</summary>
    public required int Quantity { get; init; }

    /// <summary>Price of one unit in minor units of the order's currency, 0 or more.</summary>
    public long UnitPriceMinorUnits { get; init; }

    /// <summary>Weight of one unit in grams, 0 or more.</summary>
    public int UnitGrams { get; init; }

    /// <summary>How the goods reach the customer.</summary>
    public required DeliveryMode Mode { get; init; }

    /// <summary>Where the customer collects them, for pickup and ship to store.</summary>
    public LocationId? PickupLocationId { get; init; }

    /// <summary>Lines of one order with the same mark come from one location.</summary>
    public string? KeepTogether { get; init; }
}
