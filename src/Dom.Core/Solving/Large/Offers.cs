using Dom.Core.Solving.Pools;

namespace Dom.Core.Solving.Large;

/// <summary>
/// What the places among which a plan of a large order is looked for could give at given prices: a dense table by place and line. Scratch that the next
/// order overwrites.
/// </summary>
/// <param name="tables">The problem's costs.</param>
internal sealed class Offers(CostTables tables)
{
    // Dearer than any parcel: an order that ships complete first of all wants its units assigned.
    private const long WholeOrderUnitCost = 1L << 40;

    /// <summary>The order.</summary>
    public LargeOrder Order { get; private set; } = null!;

    /// <summary>How many places there are.</summary>
    public int Places { get; private set; }

    /// <summary>The location of each place.</summary>
    public int[] Location { get; private set; } = [];

    /// <summary>Price of each place, once, price units.</summary>
    public long[] Rent { get; private set; } = [];

    /// <summary>Units that each place has of a line's SKU, at place × lines + line; 0 where it may not serve the line.</summary>
    public int[] Units { get; private set; } = [];

    /// <summary>What a unit costs there with its slot's price, price units.</summary>
    public int[] UnitCost { get; private set; } = [];

    /// <summary>What a unit costs there with its share of the parcel's rate besides, price units.</summary>
    public int[] LinearCost { get; private set; } = [];

    /// <summary>What serving any of a line costs there besides, price units.</summary>
    public int[] Extra { get; private set; } = [];

    /// <summary>The slot there.</summary>
    public int[] Slot { get; private set; } = [];

    /// <summary>The price of the slot, price units.</summary>
    public int[] SlotPrice { get; private set; } = [];

    /// <summary>The zone of each place and mode, at place × modes + mode.</summary>
    public int[] Zone { get; private set; } = [];

    /// <summary>What a parcel costs besides its zone's rate, price units.</summary>
    public int[] ParcelCost { get; private set; } = [];

    /// <summary>What a parcel costs at no weight by the line below its rates, price units.</summary>
    public int[] Intercept { get; private set; } = [];

    /// <summary>The tables of each of the order's modes.</summary>
    public ModeTables[] Modes { get; private set; } = [];

    /// <summary>What a unit left unassigned counts, price units.</summary>
    public long UnfilledUnitCost { get; private set; }

    /// <summary>Turns to an order.</summary>
    /// <param name="order">The order.</param>
    /// <param name="table">Its supply.</param>
    /// <param name="places">Which places of the table.</param>
    /// <param name="locationPrice">Price of each location, price units.</param>
    /// <param name="slotPrice">Price by price number, price units.</param>
    public void Load(LargeOrder order, SupplyTable table, ReadOnlySpan<int> places, int[] locationPrice, int[] slotPrice)
    {
        (Order, Places) = (order, places.Length);
        UnfilledUnitCost = order.ShipComplete ? WholeOrderUnitCost : tables.UnfilledUnitCost;
        Modes = [.. order.Modes.Select(mode => tables.Modes[mode])];
        MakeRoom(Places * order.Lines, Places * Modes.Length);
        Array.Clear(Units, 0, Places * order.Lines);
        for (var place = 0; place < Places; place++)
        {
            Location[place] = table.Location[places[place]];
            Rent[place] = locationPrice[Location[place]];
            for (var mode = 0; mode < Modes.Length; mode++)
            {
                LoadRow(table, (places[place] * Modes.Length) + mode, place, mode, slotPrice);
            }
        }
    }

    private void LoadRow(SupplyTable table, int row, int place, int mode, int[] slotPrice)
    {
        var to = (place * Modes.Length) + mode;
        (Zone[to], ParcelCost[to], Intercept[to]) = (table.Zone[row], table.ParcelCost[row], table.Intercept[row]);
        for (var entry = table.RowStart[row]; entry < table.RowStart[row + 1]; entry++)
        {
            var at = (place * Order.Lines) + table.Line[entry];
            var price = slotPrice[table.Number[entry]];
            Units[at] = table.Units[entry];
            UnitCost[at] = table.UnitCost[entry] + price;
            LinearCost[at] = table.LinearCost[entry] + price;
            Extra[at] = table.Extra[entry];
            Slot[at] = table.Slot[entry];
            SlotPrice[at] = price;
        }
    }

    private void MakeRoom(int entries, int rows)
    {
        if (Units.Length < entries)
        {
            (Units, UnitCost, LinearCost) = (new int[entries * 2], new int[entries * 2], new int[entries * 2]);
            (Extra, Slot, SlotPrice) = (new int[entries * 2], new int[entries * 2], new int[entries * 2]);
        }

        if (Zone.Length < rows)
        {
            (Zone, ParcelCost, Intercept) = (new int[rows * 2], new int[rows * 2], new int[rows * 2]);
            (Location, Rent) = (new int[rows * 2], new long[rows * 2]);
        }
    }
}
