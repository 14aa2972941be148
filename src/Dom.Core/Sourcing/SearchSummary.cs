namespace Dom.Core.Sourcing;

/// <summary>How a plan was found, and what is proven about it.</summary>
/// <param name="Method"><c>subsets</c>: every plan was weighed. <c>branch and bound</c>: plans were weighed until none cheaper could exist, or the limit of states was reached.</param>
/// <param name="IsProvenCheapest">Whether no cheaper plan exists.</param>
/// <param name="States">Partial plans that were looked at, 0 or more.</param>
/// <param name="LowerBoundMinorUnits">What every plan costs at least; the plan's own cost when it is proven cheapest.</param>
public sealed record SearchSummary(string Method, bool IsProvenCheapest, long States, long LowerBoundMinorUnits)
{
    /// <summary>The method that weighs every plan.</summary>
    public const string Subsets = "subsets";

    /// <summary>The method for orders too large for <see cref="Subsets"/>.</summary>
    public const string BranchAndBound = "branch and bound";
}
