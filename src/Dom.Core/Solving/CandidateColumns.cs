namespace Dom.Core.Solving;

/// <summary>
/// The locations that the rules of a profile leave to each line: those of line l are the entries from <c>LineStart[l]</c> up to, not including,
/// <c>LineStart[l + 1]</c>, ascending by location. A location that is not among them cannot serve the line.
/// </summary>
public sealed class CandidateColumns
{
    /// <summary>Where each line's candidates start; one more entry than there are lines.</summary>
    public required int[] LineStart { get; init; }

    /// <summary>The location of each candidate.</summary>
    public required int[] Location { get; init; }

    /// <summary>What serving any of the line's units from there costs besides, once, 0 or more.</summary>
    public required int[] Cost { get; init; }
}
