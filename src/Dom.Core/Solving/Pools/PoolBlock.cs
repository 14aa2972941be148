namespace Dom.Core.Solving.Pools;

/// <summary>
/// How the pools of an order lie in a flat array. From the block's start: how many records there are; for each line, the units that one step
/// of its digit stands for; the records; then for each state from 1 a list: how many entries, the cost of the cheapest location that is not among
/// them, and the entries, cheapest first. An entry is a cost and where its record lies, counted from the block's start. A record is a location and, for
/// each line, the code of the slot that would serve it (see <see cref="SlotCode"/>).
/// </summary>
internal static class PoolBlock
{
    /// <summary>Stands for a cost that no location offers.</summary>
    public const int NoCost = int.MaxValue;

    /// <summary>Integers before the first record.</summary>
    /// <param name="lines">Lines of the order.</param>
    public static int HeaderLength(int lines) => 1 + lines;

    /// <summary>Integers of a record.</summary>
    /// <param name="lines">Lines of the order.</param>
    public static int RecordLength(int lines) => 1 + lines;

    /// <summary>Where the lists start, counted from the block's start.</summary>
    /// <param name="lines">Lines of the order.</param>
    /// <param name="records">Records of the block.</param>
    public static int ListsAt(int lines, int records) => HeaderLength(lines) + (records * RecordLength(lines));

    /// <summary>Where the code of a line's slot stands in a record.</summary>
    /// <param name="line">The line, from 0 within the order.</param>
    public static int SlotAt(int line) => 1 + line;
}
