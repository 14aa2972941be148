namespace Dom.Core.Solving.Files;

/// <summary>
/// Writes and reads <c>certificate.csv</c>, the prices that prove a lower bound. Each row's kind says what its value is: <c>scale</c>, price units in a minor
/// unit; <c>location</c>, price of an order at the location; <c>stock</c>, price of a unit of the SKU there; <c>unit</c>, what a unit of the line is worth
/// in the relaxed part of its order. Prices that no row gives are 0; an order of which a row is given is relaxed, and has a row for each of its lines.
/// </summary>
public static class CertificateFile
{
    private const int Kind = 0;
    private const int Sku = 1;
    private const int LocationId = 2;
    private const int OrderId = 3;
    private const int LineId = 4;
    private const int Value = 5;
    private const string ScaleKind = "scale";
    private const string LocationKind = "location";
    private const string StockKind = "stock";
    private const string UnitKind = "unit";
    private static readonly string[] Columns = ["kind", "sku", "locationId", "orderId", "lineId", "value"];

    /// <summary>Writes a certificate.</summary>
    /// <param name="problem">The problem whose bound it proves.</param>
    /// <param name="certificate">The certificate.</param>
    /// <param name="create">Creates the file in the folder.</param>
    public static void Write(SourcingProblem problem, PriceCertificate certificate, CreateFile create)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(certificate);
        ArgumentNullException.ThrowIfNull(create);
        using var stream = create(FileNames.Certificate);
        using var csv = new CsvWriter(stream, Columns);
        WriteRow(csv, ScaleKind, "", "", "", "", certificate.UnitsPerMinorUnit);
        for (var location = 0; location < problem.LocationCount; location++)
        {
            if (certificate.LocationPrice[location] != 0)
            {
                WriteRow(csv, LocationKind, "", problem.Locations.Ids[location], "", "", certificate.LocationPrice[location]);
            }
        }

        WriteStock(csv, problem, certificate);
        var value = 0;
        foreach (var order in certificate.RelaxedOrder)
        {
            for (var line = problem.Orders.LineStart[order]; line < problem.Orders.LineStart[order + 1]; line++)
            {
                WriteRow(csv, UnitKind, "", "", problem.Orders.Ids[order], problem.Lines.Ids[line], certificate.RelaxedUnitValue[value++]);
            }
        }
    }

    /// <summary>Reads a certificate.</summary>
    /// <param name="problem">The problem whose bound it proves.</param>
    /// <param name="open">Opens the file of the folder.</param>
    /// <exception cref="FileFaultException">The file is not what the format says, or it names what the problem does not have.</exception>
    public static PriceCertificate Read(SourcingProblem problem, OpenFile open)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(open);
        var faults = new FaultList();
        using var table = CsvTable.Open(open, FileNames.Certificate, Columns, faults);
        var prices = new CertificateRows(problem);
        while (table is not null && table.Next())
        {
            ReadRow(table, prices);
        }

        if (table is { IsComplete: true })
        {
            prices.AddMissing(faults);
        }

        faults.ThrowIfAny();
        return prices.Build();
    }

    private static void ReadRow(CsvTable table, CertificateRows prices)
    {
        switch (System.Text.Encoding.UTF8.GetString(table.Text(Kind)))
        {
            case ScaleKind:
                prices.SetScale(table, Kind, (int)table.Whole(Value, 1));
                break;
            case LocationKind:
                prices.SetLocation(table, LocationId, (int)table.Whole(Value));
                break;
            case StockKind:
                prices.SetStock(table, Sku, LocationId, (int)table.Whole(Value));
                break;
            case UnitKind:
                prices.SetUnit(table, OrderId, LineId, (int)table.Whole(Value));
                break;
            default:
                table.AddFault(Kind, $"{ScaleKind}, {LocationKind}, {StockKind} or {UnitKind}");
                break;
        }
    }

    private static void WriteStock(CsvWriter csv, SourcingProblem problem, PriceCertificate certificate)
    {
        for (var at = 0; at < certificate.Slot.Length; at++)
        {
            var slot = certificate.Slot[at];
            WriteRow(csv, StockKind, problem.Stock.Skus[problem.Stock.SkuOf(slot)], problem.Locations.Ids[problem.Stock.Location[slot]], "", "", certificate.SlotPrice[at]);
        }
    }

    private static void WriteRow(CsvWriter csv, string kind, string sku, string location, string order, string line, int value)
    {
        csv.Text(kind);
        csv.Text(sku);
        csv.Text(location);
        csv.Text(order);
        csv.Text(line);
        csv.Number(value);
        csv.EndRow();
    }
}
