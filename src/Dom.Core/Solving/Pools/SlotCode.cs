namespace Dom.Core.Solving.Pools;

/// <summary>
/// A slot in one integer, as the records of <see cref="PoolBlock"/> hold it: its price number where it has one, above 0; else the complement of the slot,
/// below 0. What only asks for a price reads nothing more, and no record has to hold both. <see cref="PricedSlots"/> turns codes into slots and back.
/// </summary>
internal static class SlotCode
{
    /// <summary>Stands for no slot.</summary>
    public const int None = int.MinValue;

    /// <summary>Is no code at all: forbids nothing.</summary>
    public const int Nothing = 0;

    /// <summary>The code of a slot that has no price number.</summary>
    /// <param name="slot">The slot.</param>
    public static int OfUnpriced(int slot) => ~slot;
}
