namespace Dom.Core.Solving.Large;

/// <summary>
/// What some locations could give of a large order, row by row: a row is one mode from one location, an entry one line of that mode that the location may
/// serve. Rows of a location stand together, one for each of the order's modes.
/// </summary>
internal sealed class SupplyTable
{
    /// <summary>The locations, ascending.</summary>
    public required int[] Location { get; init; }

    /// <summary>Where the entries of each row start; one more than there are rows. The row of place p and mode m is p × modes + m.</summary>
    public required int[] RowStart { get; init; }

    /// <summary>The zone of each row, meaningless where the row is empty.</summary>
    public required int[] Zone { get; init; }

    /// <summary>What a parcel of each row costs besides its zone's rate, price units.</summary>
    public required int[] ParcelCost { get; init; }

    /// <summary>What a parcel of each row costs at no weight by the line below its rates, price units.</summary>
    public required int[] Intercept { get; init; }

    /// <summary>The line of each entry, from 0 within the order.</summary>
    public required int[] Line { get; init; }

    /// <summary>The slot of each entry.</summary>
    public required int[] Slot { get; init; }

    /// <summary>The price number of each slot.</summary>
    public required int[] Number { get; init; }

    /// <summary>Units in each slot.</summary>
    public required int[] Units { get; init; }

    /// <summary>What a unit costs at the location, price units.</summary>
    public required int[] UnitCost { get; init; }

    /// <summary>What a unit costs with its share of the parcel's rate by the line below the rates, price units; at most <see cref="MostCost"/>.</summary>
    public required int[] LinearCost { get; init; }

    /// <summary>What serving any of the line costs besides, price units.</summary>
    public required int[] Extra { get; init; }

    /// <summary>More than any unit is worth.</summary>
    public const int MostCost = 1 << 30;

    /// <summary>How many locations there are.</summary>
    public int Places => Location.Length;

    /// <summary>How many entries there are.</summary>
    public int Entries => Line.Length;
}
