using Dom.Core.Solving.Prices;

namespace Dom.Core.Solving.Plans;

/// <summary>Only what a ledger has left may be taken.</summary>
/// <param name="ledger">The ledger.</param>
internal readonly struct WhatIsLeft(Ledger ledger) : IResources
{
    private readonly int[] _places = ledger.PlacesLeft;
    private readonly int[] _units = ledger.UnitsLeft;

    /// <inheritdoc/>
    public bool AllowsUnlisted => false;

    /// <inheritdoc/>
    public bool IsLimited => true;

    /// <inheritdoc/>
    public bool HasPlace(int location) => _places[location] > 0;

    /// <inheritdoc/>
    public bool HasUnits(int slot, int units) => _units[slot] >= units;
}
