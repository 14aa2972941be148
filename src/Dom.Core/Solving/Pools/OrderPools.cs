namespace Dom.Core.Solving.Pools;

/// <summary>
/// For each order and each of its states the cheapest locations, and the cost of the cheapest location left out. Kept as integers in a few flat
/// arrays, one block per order; see <see cref="PoolBlock"/>.
/// </summary>
internal sealed class OrderPools
{
    private readonly List<int[]> _arrays = [];
    private readonly int[] _arrayOf;
    private readonly int[] _at;

    /// <summary>Makes room for the pools of so many orders.</summary>
    /// <param name="orders">The orders.</param>
    public OrderPools(int orders) => (_arrayOf, _at) = (new int[orders], new int[orders]);

    /// <summary>Bytes that the blocks take.</summary>
    public long Bytes => _arrays.Sum(array => (long)array.Length * sizeof(int));

    /// <summary>The array that holds an order's block.</summary>
    /// <param name="order">The order.</param>
    public int[] Data(int order) => _arrays[_arrayOf[order]];

    /// <summary>Where an order's block starts in its array.</summary>
    /// <param name="order">The order.</param>
    public int At(int order) => _at[order];

    /// <summary>Makes room for arrays that will be set.</summary>
    /// <param name="count">How many.</param>
    /// <returns>The place of the first.</returns>
    public int Reserve(int count)
    {
        var first = _arrays.Count;
        _arrays.AddRange(Enumerable.Repeat(Array.Empty<int>(), count));
        return first;
    }

    /// <summary>Sets an array that was reserved.</summary>
    /// <param name="place">Its place.</param>
    /// <param name="data">The array.</param>
    public void Set(int place, int[] data) => _arrays[place] = data;

    /// <summary>Says where the block of an order is.</summary>
    /// <param name="order">The order.</param>
    /// <param name="place">The place of its array.</param>
    /// <param name="at">Where it starts.</param>
    public void Place(int order, int place, int at) => (_arrayOf[order], _at[order]) = (place, at);
}
