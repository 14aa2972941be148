namespace Dom.Core.Solving.Large;

/// <summary>A plan of an order that has too many states to be numbered: which line gets how many units from where.</summary>
/// <param name="Locations">The locations that serve it, ascending.</param>
/// <param name="Rows">What each gives, ascending by line and location.</param>
/// <param name="Cost">What it costs without prices, price units, with the units that it leaves unassigned.</param>
internal sealed record LargePlan(int[] Locations, LargePlanRow[] Rows, int Cost);

/// <summary>Units of one line from one location.</summary>
/// <param name="Line">The line, of the problem.</param>
/// <param name="Location">The location.</param>
/// <param name="Slot">The slot that gives them.</param>
/// <param name="Units">How many, 1 or more.</param>
internal readonly record struct LargePlanRow(int Line, int Location, int Slot, int Units);
