namespace Dom.Core.Solving;

/// <summary>
/// Units available, row by row: the row of SKU s are the slots from <c>RowStart[s]</c> up to, not including, <c>RowStart[s + 1]</c>,
/// ascending by location. A slot is one SKU at one location.
/// </summary>
public sealed class StockColumns
{
    /// <summary>The SKUs, unique; those that are stocked nowhere have an empty row.</summary>
    public required string[] Skus { get; init; }

    /// <summary>Where each SKU's row starts; one more entry than there are SKUs.</summary>
    public required int[] RowStart { get; init; }

    /// <summary>The location of each slot.</summary>
    public required int[] Location { get; init; }

    /// <summary>Units available in each slot, after floors and holds, 0 or more.</summary>
    public required int[] Available { get; init; }

    /// <summary>The slot of a SKU at a location; negative where there is none.</summary>
    /// <param name="sku">The SKU.</param>
    /// <param name="location">The location.</param>
    public int Find(int sku, int location) =>
        Array.BinarySearch(Location, RowStart[sku], RowStart[sku + 1] - RowStart[sku], location);

    /// <summary>The SKU of a slot.</summary>
    /// <param name="slot">The slot.</param>
    public int SkuOf(int slot)
    {
        // The last row that starts no later than the slot: those before it that start there too are empty.
        var (low, high) = (0, Skus.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = RowStart[middle] <= slot ? (middle, high) : (low, middle - 1);
        }

        return low;
    }
}
