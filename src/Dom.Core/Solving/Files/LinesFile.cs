namespace Dom.Core.Solving.Files;

/// <summary>Reads and writes <c>lines.csv</c>.</summary>
internal static class LinesFile
{
    private const int OrderId = 0;
    private const int LineId = 1;
    private const int Sku = 2;
    private const int Quantity = 3;
    private const int UnitGrams = 4;
    private const int Mode = 5;
    private const int Splittable = 6;
    private const int OnlyLocationId = 7;
    private static readonly string[] Columns = ["orderId", "lineId", "sku", "quantity", "unitGrams", "mode", "splittable", "onlyLocationId"];

    /// <summary>Reads the lines.</summary>
    /// <param name="open">Opens the file.</param>
    /// <param name="known">What they refer to.</param>
    /// <param name="faults">Takes the faults.</param>
    public static LineRows Read(OpenFile open, LineReferences known, FaultList faults)
    {
        var rows = new LineRows(CsvTable.MostRows(open, FileNames.Lines));
        using var table = CsvTable.Open(open, FileNames.Lines, Columns, faults);
        while (table is not null && table.Next())
        {
            ReadRow(table, known, rows);
        }

        rows.Sort(known.Orders.Texts.Count);
        foreach (var (line, first) in rows.FindRepeated())
        {
            var allowed = FormattableString.Invariant($"an id of its own within the order; line {first} has the same");
            faults.Add(new FileFault(FileNames.Lines, rows.FileLine[line], Columns[LineId], rows.Id(line), allowed));
        }

        rows.IsComplete = table is { IsComplete: true };
        return rows;
    }

    /// <summary>Writes lines.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="problem">The problem.</param>
    public static void Write(Stream stream, SourcingProblem problem)
    {
        using var csv = new CsvWriter(stream, Columns);
        var lines = problem.Lines;
        var modes = problem.Modes.Select(mode => CsvWriter.Encode(mode.Name)).ToArray();
        for (var order = 0; order < problem.OrderCount; order++)
        {
            var id = CsvWriter.Encode(problem.Orders.Ids[order]);
            for (var line = problem.Orders.LineStart[order]; line < problem.Orders.LineStart[order + 1]; line++)
            {
                csv.Encoded(id);
                csv.Text(lines.Ids[line]);
                csv.Text(problem.Stock.Skus[lines.Sku[line]]);
                csv.Number(lines.Quantity[line]);
                csv.Number(lines.UnitGrams[line]);
                csv.Encoded(modes[lines.Mode[line]]);
                csv.Truth(lines.Splittable[line]);
                csv.Text(lines.OnlyLocation[line] == LineColumns.AnyLocation ? "" : problem.Locations.Ids[lines.OnlyLocation[line]]);
                csv.EndRow();
            }
        }
    }

    private static void ReadRow(CsvTable table, LineReferences known, LineRows rows)
    {
        var order = known.Orders.Refer(table, OrderId, $"an order that {FileNames.Orders} has");
        var lineId = rows.Ids.Add(table.Id(LineId));
        var sku = known.Skus.Add(table.Id(Sku));
        var (quantity, grams) = ((int)table.Whole(Quantity, 1), (int)table.Whole(UnitGrams));
        var mode = known.Modes.Refer(table, Mode, $"a mode that {FileNames.Rates} has");
        var splittable = table.Truth(Splittable);
        var only = table.Text(OnlyLocationId).IsEmpty
            ? LineColumns.AnyLocation
            : known.Locations.Refer(table, OnlyLocationId, $"a location that {FileNames.Locations} has");
        if (order >= 0)
        {
            rows.Add(order, table.Line, new LineRow(lineId, sku, quantity, grams, mode, splittable, only));
        }
    }
}
