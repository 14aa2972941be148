using Dom.Core.Solving.Pools;
using Dom.Core.Solving.Prices;

namespace Dom.Core.Solving.Plans;

/// <summary>Everything may be taken but one location, or one slot.</summary>
/// <param name="Location">The location, or -1.</param>
/// <param name="Code">The code of the slot, or <see cref="SlotCode.Nothing"/>.</param>
internal readonly record struct AllBut(int Location, int Code) : IResources
{
    /// <inheritdoc/>
    public bool AllowsUnlisted => true;

    /// <inheritdoc/>
    public bool IsLimited => Code != SlotCode.Nothing;

    /// <inheritdoc/>
    public bool HasPlace(int location) => location != Location;

    /// <inheritdoc/>
    public bool HasUnits(int code, int units) => code != Code;
}
