using System.Runtime.CompilerServices;

namespace Dom.Core.Solving.Pools;

/// <summary>Integers that grow at the end.</summary>
internal sealed class IntBuffer
{
    private int[] _items = new int[4096];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Adds one.</summary>
    /// <param name="value">The integer.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int value)
    {
        if (Count == _items.Length)
        {
            Array.Resize(ref _items, Count * 2);
        }

        _items[Count++] = value;
    }

    /// <summary>Adds many.</summary>
    /// <param name="values">The integers.</param>
    public void Add(ReadOnlySpan<int> values)
    {
        if (Count + values.Length > _items.Length)
        {
            Array.Resize(ref _items, Math.Max(_items.Length * 2, Count + values.Length));
        }

        values.CopyTo(_items.AsSpan(Count));
        Count += values.Length;
    }

    /// <summary>What was added, until the next change.</summary>
    public ReadOnlySpan<int> Items => _items.AsSpan(0, Count);

    /// <summary>Empties the buffer.</summary>
    public void Clear() => Count = 0;
}
