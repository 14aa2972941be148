namespace Dom.Core.Sourcing.Search;

/// <summary>The plan that a search found.</summary>
/// <param name="Parts">What it takes from where; none when every item must be assigned and no plan was found that does it.</param>
/// <param name="LowerBound">What every plan weighs at least; <see cref="PlanWeight.Impossible"/> where there is none.</param>
/// <param name="IsProvenBest">Whether no plan weighs less.</param>
/// <param name="States">Partial plans that were looked at.</param>
internal sealed record SearchResult(PlanPart[]? Parts, Int128 LowerBound, bool IsProvenBest, long States);
