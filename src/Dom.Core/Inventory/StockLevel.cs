using Dom.Core.Network;

namespace Dom.Core.Inventory;

/// <summary>The stock of one SKU at one location, in units.</summary>
/// <param name="LocationId">Where it lies.</param>
/// <param name="OnHand">Units that are there, 0 or more.</param>
/// <param name="Held">Units of them that are promised to orders, 0 or more. More than <paramref name="OnHand"/> only after a count found less than was promised.</param>
public readonly record struct StockLevel(LocationId LocationId, int OnHand, int Held)
{
    /// <summary>Units that may still be promised, 0 or more.</summary>
    public int Available => Math.Max(0, OnHand - Held);
}
