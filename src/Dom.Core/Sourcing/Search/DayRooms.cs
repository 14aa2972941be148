namespace Dom.Core.Sourcing.Search;

/// <summary>
/// What is left of locations' days as stock of which everything takes some: a line takes one of the lines that are left, and as many of the units as it
/// wants. Only limits that the order could exceed are among them. Each unit of a line that may be taken apart counts as a line where lines are short, so that no
/// location takes too many.
/// </summary>
internal sealed class DayRooms
{
    private readonly Screening? _screening;
    private readonly bool _countsUnits;
    private readonly int _first;

    private DayRooms()
    {
    }

    private DayRooms(Screening screening, int[] lines, int first)
    {
        (_screening, _first) = (screening, first);
        var units = lines.Sum(line => (long)screening.LeftOfLine[line]) + screening.Placed.Sum(part => (long)part.Units);
        CountsLines = screening.LinesRoom is { } lineRoom && Array.Exists(lineRoom, room => room < lines.Length + screening.Placed.Length);
        _countsUnits = screening.UnitsRoom is { } unitRoom && Array.Exists(unitRoom, room => room < units);
    }

    /// <summary>Nothing is limited.</summary>
    public static DayRooms None { get; } = new();

    /// <summary>Whether lines are among them.</summary>
    public bool CountsLines { get; }

    /// <summary>How many there are, 0 to 2.</summary>
    public int Count => (CountsLines ? 1 : 0) + (_countsUnits ? 1 : 0);

    /// <summary>What each location has of them: one after the other, by location.</summary>
    public IEnumerable<int> Units => (CountsLines ? _screening!.LinesRoom! : []).Concat(_countsUnits ? _screening!.UnitsRoom! : []);

    /// <summary>What is left of locations' days.</summary>
    /// <param name="screening">The screened request.</param>
    /// <param name="lines">Indexes of the lines that are still to be placed.</param>
    /// <param name="first">The number of the first, as shared stock.</param>
    public static DayRooms Of(Screening screening, IEnumerable<int> lines, int first) => new(screening, [.. lines], first);

    /// <summary>Whether what is left of lines fits into a location's day together.</summary>
    /// <param name="screening">The screened request.</param>
    /// <param name="lines">Indexes of the lines.</param>
    /// <param name="location">Index of the location.</param>
    public static bool Fits(Screening screening, int[] lines, int location) =>
        (screening.LinesRoom is not { } lineRoom || lines.Length <= lineRoom[location])
        && (screening.UnitsRoom is not { } unitRoom || lines.Sum(line => (long)screening.LeftOfLine[line]) <= unitRoom[location]);

    /// <summary>What something takes of them.</summary>
    /// <param name="lines">Lines that it counts for.</param>
    /// <param name="units">Units that it counts for.</param>
    public IEnumerable<SharedDemand> Of(int lines, int units)
    {
        if (CountsLines)
        {
            yield return new SharedDemand(_first, lines);
        }

        if (_countsUnits)
        {
            yield return new SharedDemand(_first + (CountsLines ? 1 : 0), units);
        }
    }
}
