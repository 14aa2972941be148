namespace Dom.Core.Solving.Prices;

/// <summary>Prices of locations and of slots, in whole price units.</summary>
/// <param name="locations">How many locations there are, padded.</param>
internal sealed class PriceVector(int locations)
{
    /// <summary>Price of each location.</summary>
    public int[] Location { get; } = new int[locations];

    /// <summary>Price of each price number; that of number 0 is 0.</summary>
    public int[] Slot { get; private set; } = [0];

    /// <summary>Makes room for more price numbers, at price 0.</summary>
    /// <param name="count">How many price numbers there are.</param>
    public void Resize(int count)
    {
        var slot = Slot;
        Array.Resize(ref slot, count);
        Slot = slot;
    }

    /// <summary>Takes the prices of another.</summary>
    /// <param name="other">The other.</param>
    public void CopyFrom(PriceVector other)
    {
        Resize(other.Slot.Length);
        other.Location.CopyTo(Location, 0);
        other.Slot.CopyTo(Slot, 0);
    }
}
