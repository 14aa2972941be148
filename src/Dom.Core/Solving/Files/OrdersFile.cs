namespace Dom.Core.Solving.Files;

/// <summary>Reads and writes <c>orders.csv</c>.</summary>
internal static class OrdersFile
{
    private const int Id = 0;
    private const int Latitude = 1;
    private const int Longitude = 2;
    private const int MaxLocations = 3;
    private const int MaxDistanceKm = 4;
    private const int ShipComplete = 5;
    private static readonly string[] Columns = ["orderId", "latitude", "longitude", "maxLocations", "maxDistanceKm", "shipComplete"];

    /// <summary>Reads the orders.</summary>
    /// <param name="open">Opens the file.</param>
    /// <param name="faults">Takes the faults.</param>
    public static OrderRows Read(OpenFile open, FaultList faults)
    {
        var rows = new OrderRows(CsvTable.MostRows(open, FileNames.Orders));
        using var table = CsvTable.Open(open, FileNames.Orders, Columns, faults);
        while (table is not null && table.Next())
        {
            var order = rows.Ids.Add(table.Id(Id));
            if (order < rows.Count && !table.HasFault)
            {
                table.AddFault(Id, FormattableString.Invariant($"an id of its own; line {rows.Line[order]} has the same"));
            }

            rows.Set(
                order,
                table.Line,
                (table.Decimal(Latitude, -90, 90), table.Decimal(Longitude, -180, 180)),
                (int)table.WholeOr(MaxLocations, OrderColumns.NoLimit),
                table.Kilometres(MaxDistanceKm),
                table.Truth(ShipComplete));
        }

        rows.IsComplete = table is { IsComplete: true };
        return rows;
    }

    /// <summary>Writes orders.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="orders">The orders.</param>
    public static void Write(Stream stream, OrderColumns orders)
    {
        using var csv = new CsvWriter(stream, Columns);
        for (var order = 0; order < orders.Ids.Length; order++)
        {
            csv.Text(orders.Ids[order]);
            csv.Number(orders.Latitude[order]);
            csv.Number(orders.Longitude[order]);
            csv.NumberOr(orders.MaxLocations[order], OrderColumns.NoLimit);
            csv.NumberOr(orders.MaxDistanceKm[order], double.PositiveInfinity);
            csv.Truth(orders.ShipComplete[order]);
            csv.EndRow();
        }
    }
}
