using System.Numerics;

namespace Dom.Core.Solving.Pools;

/// <summary>
/// Which slots need a price: those that the pools could take more from than there is. All others keep the price 0, and need no look-up.
/// Price numbers count from 1; 0 is the price that stays 0.
/// </summary>
/// <param name="stock">The stock.</param>
/// <param name="workers">How many threads count demand.</param>
internal sealed class PricedSlots(StockColumns stock, int workers)
{
    private const ushort Short = ushort.MaxValue;

    // Units that the pools could take, as far as they fit: a slot that could give more than that gets a price that it may not need.
    private readonly ushort[] _demand = new ushort[stock.Location.Length];
    private readonly List<int>[] _short = [.. Enumerable.Range(0, workers).Select(_ => new List<int>())];
    private readonly List<int> _slots = [-1];

    // A bit for each slot that has a number, how many have one before each word of bits, and the numbers, ascending by slot.
    private readonly ulong[] _isNumbered = new ulong[(stock.Location.Length + 63) / 64];
    private readonly int[] _before = new int[(stock.Location.Length + 63) / 64];
    private int[] _numbers = [];

    /// <summary>How many price numbers there are, 0 among them.</summary>
    public int Count => _slots.Count;

    /// <summary>How many price numbers arrays should have room for: more than there are, so that most of the few that come later need no new arrays.</summary>
    public int Room { get; private set; } = 1;

    /// <summary>The slot of each price number; none, -1, for number 0.</summary>
    public IReadOnlyList<int> Slots => _slots;

    /// <summary>The price number of a slot.</summary>
    /// <param name="slot">The slot.</param>
    public int NumberOf(int slot)
    {
        var (word, bit) = (slot >> 6, 1UL << (slot & 63));
        return (_isNumbered[word] & bit) == 0 ? 0 : _numbers[_before[word] + BitOperations.PopCount(_isNumbered[word] & (bit - 1))];
    }

    /// <summary>The code of a slot: see <see cref="SlotCode"/>.</summary>
    /// <param name="slot">The slot.</param>
    public int CodeOf(int slot) => NumberOf(slot) is > 0 and var number ? number : SlotCode.OfUnpriced(slot);

    /// <summary>The slot of a code, also of one that has been given a number since.</summary>
    /// <param name="code">The code; not <see cref="SlotCode.None"/>.</param>
    public int SlotOf(int code) => code > 0 ? _slots[code] : ~code;

    /// <summary>Counts units that the pools could take from a slot. May be called by several threads.</summary>
    /// <param name="worker">The thread.</param>
    /// <param name="slot">The slot.</param>
    /// <param name="units">The units, 1 or more.</param>
    public void Add(int worker, int slot, int units)
    {
        ref var demand = ref _demand[slot];
        var before = Volatile.Read(ref demand);
        while (before != Short)
        {
            var sum = Counted(slot, (long)before + units);
            var found = Interlocked.CompareExchange(ref demand, sum, before);
            if (found == before)
            {
                if (sum == Short)
                {
                    _short[worker].Add(slot);
                }

                return;
            }

            before = found;
        }
    }

    /// <summary>Looks again at slots whose stock has changed.</summary>
    /// <param name="slots">The slots.</param>
    public void Recount(IEnumerable<int> slots)
    {
        foreach (var slot in slots.Where(slot => _demand[slot] != Short && Counted(slot, _demand[slot]) == Short))
        {
            _demand[slot] = Short;
            _short[0].Add(slot);
        }
    }

    /// <summary>Gives price numbers to the slots that have become short.</summary>
    /// <returns>Those slots, ascending.</returns>
    public int[] Number()
    {
        int[] added = [.. _short.SelectMany(slots => slots).Order()];
        foreach (var slots in _short)
        {
            slots.Clear();
        }

        if (added.Length == 0)
        {
            return added;
        }

        foreach (var slot in added)
        {
            _isNumbered[slot >> 6] |= 1UL << (slot & 63);
        }

        _slots.AddRange(added);
        if (_slots.Count > Room)
        {
            Room = _slots.Count + (_slots.Count / 8);
            _numbers = new int[Room];
        }

        var before = 0;
        for (var word = 0; word < _before.Length; word++)
        {
            _before[word] = before;
            before += BitOperations.PopCount(_isNumbered[word]);
        }

        for (var number = 1; number < _slots.Count; number++)
        {
            var (word, bit) = (_slots[number] >> 6, 1UL << (_slots[number] & 63));
            _numbers[_before[word] + BitOperations.PopCount(_isNumbered[word] & (bit - 1))] = number;
        }

        return added;
    }

    private ushort Counted(int slot, long units) => units > Math.Min(stock.Available[slot], Short - 1) ? Short : (ushort)units;
}
