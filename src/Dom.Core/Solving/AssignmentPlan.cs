namespace Dom.Core.Solving;

/// <summary>Which location gives how many units of which line: columns of one length, ascending by line, then by location.</summary>
public sealed class AssignmentPlan
{
    /// <summary>The line of each assignment.</summary>
    public required int[] Line { get; init; }

    /// <summary>The location that serves it.</summary>
    public required int[] Location { get; init; }

    /// <summary>Units that it gives, 1 or more.</summary>
    public required int[] Quantity { get; init; }

    /// <summary>The plan of some assignments.</summary>
    /// <param name="assignments">The assignments, in any order, no two of one line and location.</param>
    public static AssignmentPlan Of(IEnumerable<(int Line, int Location, int Quantity)> assignments)
    {
        var rows = assignments.ToArray();
        Array.Sort(rows);
        return new AssignmentPlan
        {
            Line = [.. rows.Select(row => row.Line)],
            Location = [.. rows.Select(row => row.Location)],
            Quantity = [.. rows.Select(row => row.Quantity)],
        };
    }
}
