namespace Dom.Core.Sourcing.Search;

/// <summary>Goes through all parts within limits by item, from small numbers to large ones within each item.</summary>
/// <param name="strides">What one of each item's amount adds to a part.</param>
internal sealed class PartWalk(int[] strides)
{
    private readonly int[] _least = new int[strides.Length];
    private readonly int[] _amounts = new int[strides.Length];

    /// <summary>The most of each item; to be set before a walk, and kept during it.</summary>
    public int[] Most { get; } = new int[strides.Length];

    /// <summary>The part.</summary>
    public int Part { get; private set; }

    /// <summary>Goes before the first part.</summary>
    public void Start()
    {
        Array.Clear(_least);
        Array.Clear(_amounts);
        Part = 0;
    }

    /// <summary>Goes to the first part that has something of an item, of those that do.</summary>
    /// <param name="item">The item; its limit is 1 or more.</param>
    public void StartWith(int item)
    {
        Start();
        (_least[item], _amounts[item], Part) = (1, 1, strides[item]);
    }

    /// <summary>Goes to the next part. Returns false when all were seen.</summary>
    public bool MoveNext()
    {
        for (var item = 0; item < strides.Length; item++)
        {
            if (_amounts[item] < Most[item])
            {
                _amounts[item]++;
                Part += strides[item];
                return true;
            }

            Part -= (_amounts[item] - _least[item]) * strides[item];
            _amounts[item] = _least[item];
        }

        return false;
    }
}
