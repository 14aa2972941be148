namespace Dom.Core.Sourcing.Search;

/// <summary>The plan that a search found.</summary>
/// <param name="LocationOfItem">The location of each item, negative for an item that is left unassigned; none when every item must be assigned and cannot be.</param>
/// <param name="LowerBound">What every plan weighs at least.</param>
/// <param name="IsProvenBest">Whether no plan weighs less.</param>
/// <param name="States">Partial plans that were looked at.</param>
internal sealed record SearchResult(int[]? LocationOfItem, Int128 LowerBound, bool IsProvenBest, long States);
