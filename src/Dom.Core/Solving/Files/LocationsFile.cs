using Dom.Core.Network;

namespace Dom.Core.Solving.Files;

/// <summary>Reads and writes <c>locations.csv</c>.</summary>
internal static class LocationsFile
{
    private const int Id = 0;
    private const int Type = 1;
    private const int Latitude = 2;
    private const int Longitude = 3;
    private const int Modes = 4;
    private const int MaxOrders = 5;
    private const int ParcelCost = 6;
    private const int UnitCost = 7;
    private const char Separator = '|';
    private static readonly string[] Columns = ["locationId", "type", "latitude", "longitude", "modes", "maxOrders", "parcelCost", "unitCost"];

    private readonly record struct Row(LocationType Type, double Latitude, double Longitude, ulong Modes, int MaxOrders, int ParcelCost, int UnitCost, int Line);

    /// <summary>The locations.</summary>
    /// <param name="Columns">Their columns.</param>
    /// <param name="Index">Their ids.</param>
    public sealed record Locations(LocationColumns Columns, KnownIds Index);

    /// <summary>Reads the locations.</summary>
    /// <param name="open">Opens the file.</param>
    /// <param name="modes">The modes that have rates; others are passed over.</param>
    /// <param name="faults">Takes the faults.</param>
    public static Locations Read(OpenFile open, KnownIds modes, FaultList faults)
    {
        var ids = new TextIndex();
        var rows = new List<Row>();
        using var table = CsvTable.Open(open, FileNames.Locations, Columns, faults);
        while (table is not null && table.Next())
        {
            var location = ids.Add(table.Id(Id));
            if (location < rows.Count && !table.HasFault)
            {
                table.AddFault(Id, FormattableString.Invariant($"an id of its own; line {rows[location].Line} has the same"));
            }

            var row = ReadRow(table, modes.Texts);
            if (location == rows.Count)
            {
                rows.Add(row);
            }
        }

        return new Locations(Build(ids, rows), new KnownIds(ids, table is { IsComplete: true }));
    }

    /// <summary>Writes locations.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="problem">The problem.</param>
    public static void Write(Stream stream, SourcingProblem problem)
    {
        using var csv = new CsvWriter(stream, Columns);
        var locations = problem.Locations;
        for (var location = 0; location < problem.LocationCount; location++)
        {
            csv.Text(locations.Ids[location]);
            csv.Text(Name(locations.Types[location]));
            csv.Number(locations.Latitude[location]);
            csv.Number(locations.Longitude[location]);
            csv.Text(string.Join(Separator, problem.Modes.Where((_, mode) => (locations.Modes[location] >> mode & 1) == 1).Select(mode => mode.Name)));
            csv.NumberOr(locations.MaxOrders[location], LocationColumns.NoLimit);
            csv.Number(locations.ParcelCost[location]);
            csv.Number(locations.UnitCost[location]);
            csv.EndRow();
        }
    }

    private static string Name(LocationType type) => type switch
    {
        LocationType.Store => "store",
        LocationType.Warehouse => "warehouse",
        _ => "dc",
    };

    private static Row ReadRow(CsvTable table, TextIndex modes) => new(
        ReadType(table),
        table.Decimal(Latitude, -90, 90),
        table.Decimal(Longitude, -180, 180),
        ReadModes(table, modes),
        (int)table.WholeOr(MaxOrders, LocationColumns.NoLimit),
        (int)table.Whole(ParcelCost),
        (int)table.Whole(UnitCost),
        table.Line);

    private static LocationType ReadType(CsvTable table)
    {
        var text = table.Text(Type);
        foreach (var type in Enum.GetValues<LocationType>())
        {
            if (System.Text.Ascii.Equals(text, Name(type)))
            {
                return type;
            }
        }

        table.AddFault(Type, "store, warehouse or dc");
        return LocationType.Store;
    }

    private static ulong ReadModes(CsvTable table, TextIndex modes)
    {
        var text = table.Text(Modes);
        var bits = 0UL;
        if (text.IsEmpty)
        {
            return bits;
        }

        foreach (var part in text.Split((byte)Separator))
        {
            var name = text[part];
            if (name.IsEmpty || !System.Text.Unicode.Utf8.IsValid(name))
            {
                table.AddFault(Modes, $"names of modes with {Separator} between them, or nothing");
                break;
            }

            var mode = modes.Find(name);
            bits |= mode is >= 0 and < SourcingProblem.MaxModes ? 1UL << mode : 0;
        }

        return bits;
    }

    private static LocationColumns Build(TextIndex ids, List<Row> rows) => new()
    {
        Ids = ids.ToStrings(),
        Types = [.. rows.Select(row => row.Type)],
        Latitude = [.. rows.Select(row => row.Latitude)],
        Longitude = [.. rows.Select(row => row.Longitude)],
        Modes = [.. rows.Select(row => row.Modes)],
        MaxOrders = [.. rows.Select(row => row.MaxOrders)],
        ParcelCost = [.. rows.Select(row => row.ParcelCost)],
        UnitCost = [.. rows.Select(row => row.UnitCost)],
    };
}
