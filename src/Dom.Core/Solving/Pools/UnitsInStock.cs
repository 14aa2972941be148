namespace Dom.Core.Solving.Pools;

/// <summary>All units that there are.</summary>
/// <param name="available">Units by slot.</param>
internal readonly struct UnitsInStock(int[] available) : ISlotUnits
{
    /// <inheritdoc/>
    public int Of(int slot) => available[slot];
}
