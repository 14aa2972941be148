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
}
