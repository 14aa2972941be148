namespace Dom.Core.Sourcing.Search;

/// <summary>
/// What is left of locations' days as stock of which every line takes some: a line takes one of the lines that are left, and as many of the units as it wants.
/// Only limits that the order could exceed are among them.
/// </summary>
internal sealed class DayRooms
{
    private readonly Screening _screening;
    private readonly bool _countsLines;
    private readonly bool _countsUnits;

    private DayRooms(Screening screening, int[] lines)
    {
        _screening = screening;
        var units = lines.Sum(line => (long)screening.Request.Lines[line].Quantity);
        _countsLines = screening.LinesRoom is { } lineRoom && Array.Exists(lineRoom, room => room < lines.Length);
        _countsUnits = screening.UnitsRoom is { } unitRoom && Array.Exists(unitRoom, room => room < units);
    }

    /// <summary>How many there are, 0 to 2.</summary>
    public int Count => (_countsLines ? 1 : 0) + (_countsUnits ? 1 : 0);

    /// <summary>What each location has of them: one after the other, by location.</summary>
    public IEnumerable<int> Units => (_countsLines ? _screening.LinesRoom! : []).Concat(_countsUnits ? _screening.UnitsRoom! : []);

    /// <summary>What is left for lines.</summary>
    /// <param name="screening">The screened request.</param>
    /// <param name="lines">Indexes of the lines that some location could fulfil.</param>
    public static DayRooms Of(Screening screening, IEnumerable<int> lines) => new(screening, [.. lines]);

    /// <summary>Whether lines fit into a location's day together.</summary>
    /// <param name="screening">The screened request.</param>
    /// <param name="lines">Indexes of the lines.</param>
    /// <param name="location">Index of the location.</param>
    public static bool Fits(Screening screening, int[] lines, int location) =>
        (screening.LinesRoom is not { } lineRoom || lines.Length <= lineRoom[location])
        && (screening.UnitsRoom is not { } unitRoom || lines.Sum(line => (long)screening.Request.Lines[line].Quantity) <= unitRoom[location]);

    /// <summary>What lines take of them.</summary>
    /// <param name="lines">Indexes of the lines.</param>
    /// <param name="first">Number of the first one.</param>
    public IEnumerable<SharedDemand> Of(int[] lines, int first)
    {
        if (_countsLines)
        {
            yield return new SharedDemand(first, lines.Length);
        }

        if (_countsUnits)
        {
            yield return new SharedDemand(first + (_countsLines ? 1 : 0), lines.Sum(line => _screening.Request.Lines[line].Quantity));
        }
    }
}
