namespace Dom.Core.Sourcing.Search;

/// <summary>The plan of an order, line by line.</summary>
/// <param name="LocationOfLine">Index of each line's location, negative for a line that is left unassigned.</param>
/// <param name="Groups">The lines by what must stay together.</param>
/// <param name="Method">How it was found, as <see cref="SearchSummary"/> names it.</param>
/// <param name="IsProvenBest">Whether no plan costs less.</param>
/// <param name="States">Partial plans that were looked at.</param>
/// <param name="LowerBoundMinorUnits">What every plan costs at least.</param>
internal sealed record FoundPlan(
    int[] LocationOfLine,
    IReadOnlyList<int[]> Groups,
    string Method,
    bool IsProvenBest,
    long States,
    long LowerBoundMinorUnits);
