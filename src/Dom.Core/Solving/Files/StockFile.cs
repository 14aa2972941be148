namespace Dom.Core.Solving.Files;

/// <summary>Reads and writes <c>stock.csv</c>.</summary>
internal static class StockFile
{
    private const int Sku = 0;
    private const int LocationId = 1;
    private const int Available = 2;
    private static readonly string[] Columns = ["sku", "locationId", "available"];

    /// <summary>Reads the stock.</summary>
    /// <param name="open">Opens the file.</param>
    /// <param name="locations">The locations.</param>
    /// <param name="faults">Takes the faults.</param>
    public static StockRows Read(OpenFile open, KnownIds locations, FaultList faults)
    {
        var rows = new StockRows(CsvTable.MostRows(open, FileNames.Stock));
        using (var table = CsvTable.Open(open, FileNames.Stock, Columns, faults))
        {
            while (table is not null && table.Next())
            {
                var sku = rows.NumberOf(table.Id(Sku));
                var location = locations.Refer(table, LocationId, $"a location that {FileNames.Locations} has");
                var available = (int)table.Whole(Available);
                if (location >= 0 && !table.HasFault)
                {
                    rows.Add(sku, location, available);
                }
            }
        }

        rows.Sort();
        if (rows.FindRepeated() is { Count: > 0 } repeated)
        {
            AddFaults(open, rows.Skus, locations.Texts, repeated, faults);
        }

        return rows;
    }

    /// <summary>Writes stock.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="problem">The problem.</param>
    public static void Write(Stream stream, SourcingProblem problem)
    {
        using var csv = new CsvWriter(stream, Columns);
        var locations = problem.Locations.Ids.Select(CsvWriter.Encode).ToArray();
        var stock = problem.Stock;
        for (var sku = 0; sku < stock.Skus.Length; sku++)
        {
            var name = CsvWriter.Encode(stock.Skus[sku]);
            for (var slot = stock.RowStart[sku]; slot < stock.RowStart[sku + 1]; slot++)
            {
                csv.Encoded(name);
                csv.Encoded(locations[stock.Location[slot]]);
                csv.Number(stock.Available[slot]);
                csv.EndRow();
            }
        }
    }

    // Rows keep no line numbers, so the file is read again to find those that repeat an earlier one.
    private static void AddFaults(OpenFile open, TextIndex skus, TextIndex locations, HashSet<(int Sku, int Location)> repeated, FaultList faults)
    {
        var first = new Dictionary<(int, int), int>();
        using var table = CsvTable.Open(open, FileNames.Stock, Columns, new FaultList())!;
        while (table.Next())
        {
            var slot = (skus.Find(table.Text(Sku)), locations.Find(table.Text(LocationId)));
            if (repeated.Contains(slot) && !first.TryAdd(slot, table.Line))
            {
                var value = FileFault.Show(table.Text(Sku)) + ", " + FileFault.Show(table.Text(LocationId));
                var allowed = FormattableString.Invariant($"one row per SKU and location; line {first[slot]} has the same");
                faults.Add(new FileFault(FileNames.Stock, table.Line, "sku, locationId", value, allowed));
            }
        }
    }
}
