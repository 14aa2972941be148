using System.Runtime.CompilerServices;

namespace Dom.Core.Solving.Plans;

/// <summary>Units by slot, for the few slots of many that have any: a table of hashes with open addressing. Reading is safe while nobody writes.</summary>
internal sealed class SlotTally
{
    private const int Empty = -1;

    private int[] _slot = [];
    private int[] _units = [];
    private int _count;

    /// <summary>Starts with none.</summary>
    public SlotTally() => Resize(1024);

    /// <summary>Units of a slot.</summary>
    /// <param name="slot">The slot.</param>
    public int this[int slot]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _units[Find(slot)];
    }

    /// <summary>Changes the units of a slot.</summary>
    /// <param name="slot">The slot.</param>
    /// <param name="units">How many more.</param>
    public void Add(int slot, int units)
    {
        var at = Find(slot);
        if (_slot[at] == Empty)
        {
            // Half full at most, so that a search soon ends.
            if (2 * (_count + 1) > _slot.Length)
            {
                Resize(2 * _slot.Length);
                at = Find(slot);
            }

            _slot[at] = slot;
            _count++;
        }

        _units[at] += units;
    }

    /// <summary>Forgets all slots.</summary>
    public void Clear()
    {
        Array.Fill(_slot, Empty);
        Array.Clear(_units);
        _count = 0;
    }

    // Where a slot is, or would be. The length is a power of two; an empty place has no units.
    private int Find(int slot)
    {
        var mask = _slot.Length - 1;
        var at = (int)(unchecked((uint)slot * 2654435769u) >> 8) & mask;
        while (_slot[at] != slot && _slot[at] != Empty)
        {
            at = (at + 1) & mask;
        }

        return at;
    }

    private void Resize(int length)
    {
        var (slots, units) = (_slot, _units);
        (_slot, _units, _count) = (new int[length], new int[length], 0);
        Array.Fill(_slot, Empty);
        for (var at = 0; at < slots.Length; at++)
        {
            if (slots[at] != Empty)
            {
                Add(slots[at], units[at]);
            }
        }
    }
}
