namespace Dom.Core.Sourcing.Search;

/// <summary>What is best for a problem as far as could be found, fulfilling nothing included.</summary>
/// <param name="Parts">What is taken from where; empty to fulfil nothing.</param>
/// <param name="Weight">What that weighs.</param>
/// <param name="LowerBound">What every plan weighs at least.</param>
/// <param name="IsProvenBest">Whether no plan weighs less.</param>
/// <param name="States">Partial plans that were looked at.</param>
/// <param name="Method">How it was found, as <see cref="SearchSummary"/> names it.</param>
internal sealed record SearchOutcome(PlanPart[] Parts, Int128 Weight, Int128 LowerBound, bool IsProvenBest, long States, string Method);
