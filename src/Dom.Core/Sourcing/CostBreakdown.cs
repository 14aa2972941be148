using System.Collections.Immutable;

namespace Dom.Core.Sourcing;

/// <summary>A cost as the sum of its terms.</summary>
/// <param name="Terms">The terms; none means that nothing is charged.</param>
public sealed record CostBreakdown(ImmutableArray<CostTerm> Terms)
{
    /// <summary>The sum of all terms, in minor units.</summary>
    /// <exception cref="OverflowException">The sum is beyond 64 bits.</exception>
    public long TotalMinorUnits => Terms.Sum(term => term.MinorUnits);
}
