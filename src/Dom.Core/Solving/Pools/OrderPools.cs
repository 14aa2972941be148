namespace Dom.Core.Solving.Pools;

/// <summary>
/// For each order and each of its states the cheapest locations, and the cost of the cheapest location left out. Kept as integers, one block per
/// order (see <see cref="PoolBlock"/>), many blocks to an array. Arrays that hold little but blocks since replaced are emptied and used again.
/// </summary>
/// <param name="orders">How many orders there are.</param>
/// <param name="workers">The threads that set blocks.</param>
internal sealed class OrderPools(int orders, Workers workers)
{
    private const int OrdersPerPiece = 512;

    private readonly PoolArray?[] _array = new PoolArray?[orders];
    private readonly int[] _at = new int[orders];
    private readonly int[] _length = new int[orders];
    private readonly PoolArrays _arrays = new(workers.Count);

    /// <summary>The array that holds an order's block.</summary>
    /// <param name="order">An order whose block was set.</param>
    public int[] Data(int order) => _array[order]!.Items;

    /// <summary>Where an order's block starts in its array.</summary>
    /// <param name="order">The order.</param>
    public int At(int order) => _at[order];

    /// <summary>Sets an order's block. May be called by several threads, for different orders.</summary>
    /// <param name="worker">The thread.</param>
    /// <param name="order">The order.</param>
    /// <param name="block">The block.</param>
    public void Set(int worker, int order, ReadOnlySpan<int> block)
    {
        var (array, at) = _arrays.Add(worker, block);
        if (_array[order] is { } before)
        {
            _arrays.Give(before, _length[order]);
        }

        (_array[order], _at[order], _length[order]) = (array, at, block.Length);
    }

    /// <summary>Empties arrays of which little is used, where there are many of them.</summary>
    public void Tidy()
    {
        if (!_arrays.AreWasteful)
        {
            return;
        }

        workers.Run((orders + OrdersPerPiece - 1) / OrdersPerPiece, (worker, piece) =>
        {
            for (var order = piece * OrdersPerPiece; order < Math.Min(orders, (piece + 1) * OrdersPerPiece); order++)
            {
                if (_array[order] is { IsWasteful: true } array)
                {
                    Set(worker, order, array.Items.AsSpan(_at[order], _length[order]));
                }
            }
        });
    }
}
