namespace Dom.Core.Solving.Prices;

/// <summary>Prices of locations and of slots, in whole price units.</summary>
/// <param name="locations">How many locations there are, padded.</param>
internal sealed class PriceVector(int locations)
{
    /// <summary>Price of each location.</summary>
    public int[] Location { get; } = new int[locations];

    /// <summary>Price of each price number; that of number 0 is 0, as are those of numbers that are not given yet.</summary>
    public int[] Slot { get; private set; } = [0];

    /// <summary>Makes room for more price numbers, at price 0.</summary>
    /// <param name="count">How many price numbers there are.</param>
    public void Resize(int count)
    {
        if (count == Slot.Length)
        {
            return;
        }

        var slot = Slot;
        Array.Resize(ref slot, count);
        Slot = slot;
    }

    /// <summary>The greater ones of these prices and others, raised.</summary>
    /// <param name="other">The others; as many.</param>
    /// <param name="factor">How many times as high they become, 1 or more.</param>
    public PriceVector Raised(PriceVector other, double factor)
    {
        var raised = new PriceVector(Location.Length) { Slot = new int[Slot.Length] };
        for (var at = 0; at < Location.Length; at++)
        {
            raised.Location[at] = (int)(Math.Max(Location[at], other.Location[at]) * factor);
        }

        for (var number = 0; number < Slot.Length; number++)
        {
            raised.Slot[number] = (int)(Math.Max(Slot[number], other.Slot[number]) * factor);
        }

        return raised;
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
