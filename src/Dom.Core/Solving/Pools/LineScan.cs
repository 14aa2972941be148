namespace Dom.Core.Solving.Pools;

/// <summary>One line of the order that is scanned: scratch that the next order overwrites.</summary>
/// <param name="padded">Locations, rounded up to a multiple of 64.</param>
internal sealed class LineScan(int padded)
{
    /// <summary>Its SKU.</summary>
    public int Sku { get; set; }

    /// <summary>Units that one step of its digit stands for: 1 for a splittable line, else all of them.</summary>
    public int UnitsPerDigit { get; set; }

    /// <summary>Weight of a unit, grams.</summary>
    public int UnitGrams { get; set; }

    /// <summary>Its mode's place among the order's modes.</summary>
    public int Mode { get; set; }

    /// <summary>The locations that may serve at least one unit of it, as bits.</summary>
    public ulong[] Eligible { get; } = new ulong[padded / 64];

    /// <summary>What serving it costs besides, by location, where candidates have costs.</summary>
    public int[] Extra { get; } = new int[padded];
}
