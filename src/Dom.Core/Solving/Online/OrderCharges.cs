namespace Dom.Core.Solving.Online;

/// <summary>What prices charge an order that is too large to be solved exactly: whole minor units, rounded down.</summary>
/// <param name="locationPrice">Price of an order at each location, price units; it may change from order to order.</param>
/// <param name="slotPrice">Price of a unit of each slot, price units.</param>
/// <param name="unitsPerMinorUnit">Price units in a minor unit, 1 or more.</param>
internal sealed class OrderCharges(int[] locationPrice, int[] slotPrice, int unitsPerMinorUnit)
{
    /// <summary>What using a location charges.</summary>
    /// <param name="location">The location.</param>
    public long Place(int location) => locationPrice[location] / unitsPerMinorUnit;

    /// <summary>What a unit charges.</summary>
    /// <param name="slot">The slot that it is taken from; below 0 for none, which charges nothing.</param>
    public long Unit(int slot) => slot < 0 ? 0 : slotPrice[slot] / unitsPerMinorUnit;
}
