namespace Dom.Core.Solving.Baselines;

/// <summary>
/// The locations that could serve some lines, each by itself: they hold the stock (all of a line, or a unit of a splittable one), have a place left
/// for an order, and are candidates. Modes and distances are not looked at. Turns to one order after the other.
/// </summary>
internal sealed class OrderSuppliers(SourcingProblem problem, Residual residual)
{
    private readonly int[] _seenBy = new int[problem.LocationCount];
    private readonly ulong[] _lines = new ulong[problem.LocationCount];
    private readonly int[] _locations = new int[problem.LocationCount];
    private int _count;
    private int _turn;

    /// <summary>The locations, each once, in no particular order.</summary>
    public ReadOnlySpan<int> Locations => _locations.AsSpan(0, _count);

    /// <summary>The lines that one of <see cref="Locations"/> could serve, a bit each; the last line that was looked at has the lowest.</summary>
    /// <param name="location">The location.</param>
    public ulong LinesAt(int location) => _lines[location];

    /// <summary>Looks lines up.</summary>
    /// <param name="firstLine">The first line to look at.</param>
    /// <param name="lines">How many to look at, at most 64.</param>
    public void MoveTo(int firstLine, int lines)
    {
        (_turn, _count) = (_turn + 1, 0);
        for (var line = 0; line < lines; line++)
        {
            Scan(firstLine + line, 1UL << (lines - 1 - line));
        }
    }

    private void Scan(int line, ulong bit)
    {
        var need = problem.Lines.LeastUnits(line);
        var sku = problem.Lines.Sku[line];
        var only = problem.Lines.OnlyLocation[line];
        var (slot, end) = (problem.Stock.RowStart[sku], problem.Stock.RowStart[sku + 1]);
        if (only != LineColumns.AnyLocation)
        {
            var found = problem.Stock.Find(sku, only);
            (slot, end) = found < 0 ? (0, 0) : (found, found + 1);
        }

        var available = residual.Available.AsSpan(slot, end - slot);
        var locations = problem.Stock.Location.AsSpan(slot, end - slot);
        var candidates = problem.Candidates is { } all ? all.Location.AsSpan(all.LineStart[line]..all.LineStart[line + 1]) : default;
        var (isListed, nextCandidate, turn) = (problem.Candidates is null, 0, _turn);
        for (var at = 0; at < available.Length; at++)
        {
            var location = locations[at];
            if (available[at] < need || !(isListed || IsListed(candidates, location, ref nextCandidate)))
            {
                continue;
            }

            if (_seenBy[location] != turn)
            {
                (_seenBy[location], _lines[location]) = (turn, 0);
                if (residual.Orders[location] > 0)
                {
                    _locations[_count++] = location;
                }
            }

            _lines[location] |= bit;
        }
    }

    private static bool IsListed(ReadOnlySpan<int> candidates, int location, ref int next)
    {
        while (next < candidates.Length && candidates[next] < location)
        {
            next++;
        }

        return next < candidates.Length && candidates[next] == location;
    }
}
