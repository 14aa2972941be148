using System.Globalization;
using System.Text;

namespace Dom.Core.Solving.Files;

/// <summary>Reads and writes <c>rates.csv</c>.</summary>
internal static class RatesFile
{
    private const int Mode = 0;
    private const int MaxDistanceKm = 1;
    private const int MaxGrams = 2;
    private const int Cost = 3;
    private static readonly string[] Columns = ["mode", "maxDistanceKm", "maxGrams", "cost"];

    /// <summary>The modes that have rates.</summary>
    /// <param name="Rates">The rates of each.</param>
    /// <param name="Index">Their names.</param>
    public sealed record Modes(List<ModeRates> Rates, KnownIds Index);

    /// <summary>Reads the rates.</summary>
    /// <param name="open">Opens the file.</param>
    /// <param name="faults">Takes the faults.</param>
    public static Modes Read(OpenFile open, FaultList faults)
    {
        var names = new TextIndex();
        using var table = CsvTable.Open(open, FileNames.Rates, Columns, faults);
        if (table is null)
        {
            return new Modes([], new KnownIds(names, IsComplete: false));
        }

        var grids = new List<Grid>();
        while (table.Next())
        {
            ReadRow(table, names, grids);
        }

        var texts = names.ToStrings();
        var rates = grids.Select((grid, mode) => grid.Build(texts[mode], table.IsComplete, faults)).ToList();
        return new Modes(rates, new KnownIds(names, table.IsComplete));
    }

    /// <summary>Writes rates.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="modes">The modes.</param>
    public static void Write(Stream stream, IEnumerable<ModeRates> modes)
    {
        using var csv = new CsvWriter(stream, Columns);
        foreach (var mode in modes)
        {
            for (var cell = 0; cell < mode.Cost.Length; cell++)
            {
                var (zone, band) = Math.DivRem(cell, mode.BandGrams.Length);
                csv.Text(mode.Name);
                csv.NumberOr(mode.ZoneKm[zone], double.PositiveInfinity);
                csv.NumberOr(mode.BandGrams[band], long.MaxValue);
                csv.Number(mode.Cost[cell]);
                csv.EndRow();
            }
        }
    }

    private static void ReadRow(CsvTable table, TextIndex names, List<Grid> grids)
    {
        var name = table.Id(Mode);
        if (name.Contains((byte)'|'))
        {
            table.AddFault(Mode, "a text without |, which separates modes");
        }

        var mode = names.Add(name);
        if (mode == grids.Count)
        {
            grids.Add(new Grid());
            if (mode == SourcingProblem.MaxModes)
            {
                table.AddFault(Mode, FormattableString.Invariant($"at most {SourcingProblem.MaxModes} modes"));
            }
        }

        var (zone, band, cost) = (table.Kilometres(MaxDistanceKm), table.WholeOr(MaxGrams, long.MaxValue, long.MaxValue - 1), (int)table.Whole(Cost));
        if (table.HasFault)
        {
            grids[mode].HasLostRows = true;
            return;
        }

        var first = grids[mode].Add(zone, band, cost, table.Line);
        if (first > 0)
        {
            table.AddFault(MaxGrams, FormattableString.Invariant($"one row per mode, maxDistanceKm and maxGrams; line {first} has the same"));
        }
    }

    /// <summary>The rows of one mode.</summary>
    private sealed class Grid
    {
        private readonly Dictionary<(double Zone, long Band), (int Cost, int Line)> _cells = [];

        /// <summary>Whether the mode has a row with a fault: a hole may be no other fault.</summary>
        public bool HasLostRows { get; set; }

        /// <summary>Adds a row.</summary>
        /// <param name="zone">Its greatest distance.</param>
        /// <param name="band">Its greatest weight.</param>
        /// <param name="cost">Its cost.</param>
        /// <param name="line">Its line.</param>
        /// <returns>The line of the same cell, if there is one already; else 0.</returns>
        public int Add(double zone, long band, int cost, int line)
        {
            if (_cells.TryGetValue((zone, band), out var first))
            {
                return first.Line;
            }

            _cells.Add((zone, band), (cost, line));
            return 0;
        }

        /// <summary>The mode's rates; faults where the grid has holes.</summary>
        /// <param name="mode">The mode's name.</param>
        /// <param name="isFileComplete">Whether every row of the file could be read.</param>
        /// <param name="faults">Takes the faults.</param>
        public ModeRates Build(string mode, bool isFileComplete, FaultList faults)
        {
            if (HasLostRows || !isFileComplete)
            {
                return new ModeRates { Name = mode, ZoneKm = [double.PositiveInfinity], BandGrams = [long.MaxValue], Cost = [0] };
            }

            double[] zones = [.. _cells.Keys.Select(cell => cell.Zone).Distinct().Order()];
            long[] bands = [.. _cells.Keys.Select(cell => cell.Band).Distinct().Order()];
            var costs = new int[_cells.Count];
            var isFull = (long)zones.Length * bands.Length == _cells.Count;
            for (var zone = 0; zone < zones.Length; zone++)
            {
                for (var band = 0; band < bands.Length; band++)
                {
                    if (!_cells.TryGetValue((zones[zone], bands[band]), out var cell))
                    {
                        AddHole(mode, zones[zone], bands[band], faults);
                    }
                    else if (isFull)
                    {
                        costs[(zone * bands.Length) + band] = cell.Cost;
                    }
                }
            }

            return new ModeRates { Name = mode, ZoneKm = zones, BandGrams = bands, Cost = costs };
        }

        private void AddHole(string mode, double zone, long band, FaultList faults)
        {
            var line = _cells.Where(cell => cell.Key.Zone.Equals(zone)).Min(cell => cell.Value.Line);
            var kilometres = double.IsPositiveInfinity(zone) ? "" : zone.ToString(CultureInfo.InvariantCulture);
            var grams = band == long.MaxValue ? "" : band.ToString(CultureInfo.InvariantCulture);
            var cell = FileFault.Show(Encoding.UTF8.GetBytes($"mode '{mode}', maxDistanceKm '{kilometres}', maxGrams '{grams}'"));
            faults.Add(new FileFault(
                FileNames.Rates, line, $"{Columns[Cost]} of {cell}", null, "a row for each maxGrams of the mode at each of its maxDistanceKm"));
        }
    }
}
