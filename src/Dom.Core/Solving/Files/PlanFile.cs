namespace Dom.Core.Solving.Files;

/// <summary>Writes and reads <c>plan.csv</c>: a row per assignment.</summary>
public static class PlanFile
{
    private const int OrderId = 0;
    private const int LineId = 1;
    private const int LocationId = 2;
    private const int Quantity = 3;
    private static readonly string[] Columns = ["orderId", "lineId", "locationId", "quantity"];

    /// <summary>Writes a plan, its rows in the order of the problem's lines, then of its locations.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="create">Creates the file in the folder.</param>
    public static void Write(SourcingProblem problem, AssignmentPlan plan, CreateFile create)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(create);
        using var stream = create(FileNames.Plan);
        using var csv = new CsvWriter(stream, Columns);
        var order = 0;
        for (var row = 0; row < plan.Line.Length; row++)
        {
            while (problem.Orders.LineStart[order + 1] <= plan.Line[row])
            {
                order++;
            }

            csv.Text(problem.Orders.Ids[order]);
            csv.Text(problem.Lines.Ids[plan.Line[row]]);
            csv.Text(problem.Locations.Ids[plan.Location[row]]);
            csv.Number(plan.Quantity[row]);
            csv.EndRow();
        }
    }

    /// <summary>Reads a plan, whose rows may stand in any order. Whether it is feasible is not asked here.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="open">Opens the file of the folder.</param>
    /// <exception cref="FileFaultException">The file is not what the format says, or it names what the problem does not have.</exception>
    public static AssignmentPlan Read(SourcingProblem problem, OpenFile open)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(open);
        var faults = new FaultList();
        var rows = ReadRows(problem, open, faults);
        rows.Sort();
        for (var row = 1; row < rows.Count; row++)
        {
            if (rows[row].Line == rows[row - 1].Line && rows[row].Location == rows[row - 1].Location)
            {
                faults.Add(new FileFault(
                    FileNames.Plan,
                    rows[row].FileLine,
                    Columns[LocationId],
                    problem.Locations.Ids[rows[row].Location],
                    FormattableString.Invariant($"one row per line and location; line {rows[row - 1].FileLine} has the same")));
            }
        }

        faults.ThrowIfAny();
        return AssignmentPlan.Of(rows.Select(row => (row.Line, row.Location, row.Quantity)));
    }

    private static List<(int Line, int Location, int FileLine, int Quantity)> ReadRows(SourcingProblem problem, OpenFile open, FaultList faults)
    {
        var rows = new List<(int, int, int, int)>();
        var lines = new LineNames(problem);
        var locations = new KnownIds(TextIndex.Of(problem.Locations.Ids), IsComplete: true);
        using var table = CsvTable.Open(open, FileNames.Plan, Columns, faults);
        while (table is not null && table.Next())
        {
            var line = lines.Refer(table, OrderId, LineId);
            var location = locations.Refer(table, LocationId, $"a location that {FileNames.Locations} has");
            var quantity = (int)table.Whole(Quantity, 1);
            if (!table.HasFault)
            {
                rows.Add((line, location, table.Line, quantity));
            }
        }

        return rows;
    }
}
