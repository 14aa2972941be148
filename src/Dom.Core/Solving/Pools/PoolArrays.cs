using System.Collections.Concurrent;

namespace Dom.Core.Solving.Pools;

/// <summary>The arrays of blocks: those that threads fill, and those that are empty again.</summary>
/// <param name="workers">How many threads there are.</param>
internal sealed class PoolArrays(int workers)
{
    // Long enough that a block seldom has to have an array of its own, short enough that an array is soon empty.
    private const int Length = 1 << 16;
    private const double MostWaste = 1.5;

    private readonly PoolArray?[] _open = new PoolArray?[workers];
    private readonly ConcurrentBag<PoolArray> _empty = [];
    private long _filled;
    private long _used;

    /// <summary>Whether arrays should be emptied.</summary>
    public bool AreWasteful => Volatile.Read(ref _filled) > MostWaste * Volatile.Read(ref _used);

    /// <summary>Adds a block. May be called by several threads.</summary>
    /// <param name="worker">The thread.</param>
    /// <param name="block">The block.</param>
    /// <returns>Its array, and where it starts in it.</returns>
    public (PoolArray Array, int At) Add(int worker, ReadOnlySpan<int> block)
    {
        var array = ArrayFor(worker, block.Length);
        var at = array.Filled;
        block.CopyTo(array.Items.AsSpan(at));
        array.Filled = at + block.Length;
        array.Use(block.Length);
        Interlocked.Add(ref _filled, block.Length);
        Interlocked.Add(ref _used, block.Length);
        return (array, at);
    }

    /// <summary>Takes note that a block is of no use any more. May be called by several threads.</summary>
    /// <param name="array">Its array.</param>
    /// <param name="length">Its length.</param>
    public void Give(PoolArray array, int length)
    {
        Interlocked.Add(ref _used, -length);
        if (array.Use(-length) == 0)
        {
            Empty(array);
        }
    }

    // An array that is being filled counts one integer more, so that it is not empty before its time.
    private PoolArray ArrayFor(int worker, int length)
    {
        if (_open[worker] is { } open && open.Items.Length - open.Filled >= length)
        {
            return open;
        }

        if (length > Length / 4)
        {
            return new(length);
        }

        if (_open[worker] is { } full)
        {
            full.IsOpen = false;
            if (full.Use(-1) == 0)
            {
                Empty(full);
            }
        }

        var array = _empty.TryTake(out var empty) ? empty : new(Length);
        array.IsOpen = true;
        array.Use(1);
        return _open[worker] = array;
    }

    private void Empty(PoolArray array)
    {
        Interlocked.Add(ref _filled, -array.Filled);
        array.Filled = 0;
        if (array.Items.Length == Length)
        {
            _empty.Add(array);
        }
    }
}
