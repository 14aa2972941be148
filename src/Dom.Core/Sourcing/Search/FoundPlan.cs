namespace Dom.Core.Sourcing.Search;

/// <summary>The plan of an order.</summary>
/// <param name="Parts">What each location is to fulfil, by line, then by location.</param>
/// <param name="Method">How it was found, as <see cref="SearchSummary"/> names it.</param>
/// <param name="IsProvenBest">Whether no plan costs less.</param>
/// <param name="States">Partial plans that were looked at.</param>
/// <param name="LowerBoundMinorUnits">What every plan costs at least.</param>
/// <param name="LastPriority">The worst priority of the locations that were looked at; none where none holds.</param>
internal sealed record FoundPlan(PlacedUnits[] Parts, string Method, bool IsProvenBest, long States, long LowerBoundMinorUnits, int? LastPriority)
{
    /// <summary>The parts of a line, by location.</summary>
    /// <param name="line">Index of the line.</param>
    public ReadOnlySpan<PlacedUnits> Of(int line)
    {
        var start = 0;
        while (start < Parts.Length && Parts[start].Line < line)
        {
            start++;
        }

        var end = start;
        while (end < Parts.Length && Parts[end].Line == line)
        {
            end++;
        }

        return Parts.AsSpan(start..end);
    }

    /// <summary>Units of a line that come from anywhere.</summary>
    /// <param name="line">Index of the line.</param>
    public int AssignedUnits(int line)
    {
        var units = 0;
        foreach (var part in Of(line))
        {
            units += part.Units;
        }

        return units;
    }

    /// <summary>Units of a line that come from a location.</summary>
    /// <param name="line">Index of the line.</param>
    /// <param name="location">Index of the location.</param>
    public int UnitsAt(int line, int location)
    {
        foreach (var part in Of(line))
        {
            if (part.Location == location)
            {
                return part.Units;
            }
        }

        return 0;
    }

    /// <summary>How many locations it uses.</summary>
    public int LocationCount => Parts.Select(part => part.Location).Distinct().Count();
}
