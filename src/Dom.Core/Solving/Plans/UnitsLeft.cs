using Dom.Core.Solving.Pools;

namespace Dom.Core.Solving.Plans;

/// <summary>The units that a ledger has left.</summary>
/// <param name="ledger">The ledger.</param>
internal readonly struct UnitsLeft(Ledger ledger) : ISlotUnits
{
    /// <inheritdoc/>
    public int Of(int slot) => ledger.UnitsLeft(slot);
}
