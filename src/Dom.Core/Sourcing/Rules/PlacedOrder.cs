namespace Dom.Core.Sourcing.Rules;

/// <summary>An order's lines and where a plan has them come from.</summary>
/// <param name="Request">The request.</param>
/// <param name="IsRouted">By line: whether it is routed at all.</param>
/// <param name="Parts">What comes from where.</param>
internal sealed record PlacedOrder(SourcingRequest Request, bool[] IsRouted, IReadOnlyList<PlacedUnits> Parts)
{
    /// <summary>How many locations fulfil any of it.</summary>
    public int LocationCount => Parts.Select(part => part.Location).Distinct().Count();

    /// <summary>Units of a line that come from anywhere.</summary>
    /// <param name="line">Index of the line.</param>
    public int UnitsOf(int line) => Parts.Where(part => part.Line == line).Sum(part => part.Units);

    /// <summary>The locations that a line comes from.</summary>
    /// <param name="line">Index of the line.</param>
    public IEnumerable<int> LocationsOf(int line) => Parts.Where(part => part.Line == line).Select(part => part.Location).Distinct();

    /// <summary>Whether a line is fulfilled, and wholly so.</summary>
    /// <param name="line">Index of the line.</param>
    public bool IsWhole(int line) => UnitsOf(line) == Request.Lines[line].Quantity;

    /// <summary>Whether a line comes in part, or from several locations.</summary>
    /// <param name="line">Index of the line.</param>
    public bool IsSplit(int line) => LocationsOf(line).Count() > 1 || (UnitsOf(line) > 0 && !IsWhole(line));

    /// <summary>The least value of the goods of a location, minor units; 0 where there is none.</summary>
    public long LeastValueMinorUnits => Parts
        .GroupBy(part => part.Location)
        .Select(location => location.Sum(part => checked(Request.Lines[part.Line].UnitPriceMinorUnits * part.Units)))
        .DefaultIfEmpty()
        .Min();
}
