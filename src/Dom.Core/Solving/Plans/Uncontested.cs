using Dom.Core.Solving.Pools;
using Dom.Core.Solving.Prices;

namespace Dom.Core.Solving.Plans;

/// <summary>Only what not too many orders wish may be taken.</summary>
/// <param name="shop">What the solve works with.</param>
/// <param name="pass">What the orders wish.</param>
/// <param name="isUnlistedFree">Whether there is enough at locations that the lists leave out.</param>
internal readonly struct Uncontested(Workshop shop, DualPass pass, bool isUnlistedFree) : IResources
{
    private readonly int[] _places = pass.Places;
    private readonly int[] _units = pass.Units;
    private readonly int[] _maxOrders = shop.Problem.Locations.MaxOrders;
    private readonly int[] _available = shop.Problem.Stock.Available;
    private readonly PricedSlots _slots = shop.Slots;

    /// <inheritdoc/>
    public bool AllowsUnlisted { get; } = isUnlistedFree;

    /// <inheritdoc/>
    public bool IsLimited => true;

    /// <inheritdoc/>
    public bool HasPlace(int location) => _places[location] <= _maxOrders[location];

    /// <inheritdoc/>
    public bool HasUnits(int code, int units) => code < 0 || _units[code] <= _available[_slots.SlotOf(code)];
}
