namespace Dom.Core.Solving.Pools;

/// <summary>An array of blocks. It is filled from the start, and emptied only as a whole.</summary>
/// <param name="length">Integers that fit.</param>
internal sealed class PoolArray(int length)
{
    private int _used;

    /// <summary>What it holds.</summary>
    public int[] Items { get; } = GC.AllocateUninitializedArray<int>(length);

    /// <summary>Integers that were added since it was empty.</summary>
    public int Filled { get; set; }

    /// <summary>Whether a thread still adds to it.</summary>
    public bool IsOpen { get; set; }

    /// <summary>Whether most of what was added is of no use any more.</summary>
    public bool IsWasteful => !IsOpen && Volatile.Read(ref _used) < Filled * 0.6;

    /// <summary>Changes how many of the integers are of use. May be called by several threads.</summary>
    /// <param name="change">How many more.</param>
    /// <returns>How many are.</returns>
    public int Use(int change) => Interlocked.Add(ref _used, change);
}
