using Dom.Core.Solving.Prices;

namespace Dom.Core.Solving.Plans;

/// <summary>Everything may be taken but one location, or one slot.</summary>
/// <param name="Location">The location, or -1.</param>
/// <param name="Slot">The slot, or -1.</param>
internal readonly record struct AllBut(int Location, int Slot) : IResources
{
    /// <inheritdoc/>
    public bool AllowsUnlisted => true;

    /// <inheritdoc/>
    public bool IsLimited => Slot >= 0;

    /// <inheritdoc/>
    public bool HasPlace(int location) => location != Location;

    /// <inheritdoc/>
    public bool HasUnits(int slot, int units) => slot != Slot;
}
