namespace Dom.Core.Solving.Pools;

/// <summary>
/// Which slots need a price: those that the pools could take more from than there is. All others keep the price 0, and need no look-up.
/// Price numbers count from 1; 0 is the price that stays 0.
/// </summary>
/// <param name="stock">The stock.</param>
internal sealed class PricedSlots(StockColumns stock)
{
    private const int MostUnits = 1 << 30;

    // Units that the pools could take, or, below 0, the negated price number.
    private readonly int[] _demand = new int[stock.Location.Length];
    private readonly List<int> _slots = [-1];

    /// <summary>How many price numbers there are, 0 among them.</summary>
    public int Count => _slots.Count;

    /// <summary>The slot of each price number; none, -1, for number 0.</summary>
    public IReadOnlyList<int> Slots => _slots;

    /// <summary>The price number of a slot.</summary>
    /// <param name="slot">The slot.</param>
    public int NumberOf(int slot) => Math.Max(0, -_demand[slot]);

    /// <summary>Counts units that the pools could take from a slot. May be called by several threads.</summary>
    /// <param name="slot">The slot.</param>
    /// <param name="units">The units, 1 or more.</param>
    public void Add(int slot, int units)
    {
        var demand = Volatile.Read(ref _demand[slot]);
        while (demand >= 0 && demand <= Math.Min(stock.Available[slot], MostUnits))
        {
            var sum = (int)Math.Min((long)demand + units, MostUnits + 1);
            var before = Interlocked.CompareExchange(ref _demand[slot], sum, demand);
            if (before == demand)
            {
                return;
            }

            demand = before;
        }
    }

    /// <summary>Gives price numbers to the slots that have become short.</summary>
    public void Number()
    {
        var available = stock.Available;
        for (var slot = 0; slot < _demand.Length; slot++)
        {
            if (_demand[slot] > Math.Min(available[slot], MostUnits))
            {
                _demand[slot] = -_slots.Count;
                _slots.Add(slot);
            }
        }
    }
}
