namespace Dom.Core.Sourcing;

/// <summary>How a plan was found, and what is proven about it.</summary>
/// <param name="Method">
/// <c>states</c>: every plan was weighed. <c>branch and bound</c>: plans were weighed until none cheaper could exist, or the limit of states was reached, none that cost more than what <c>exchange</c> had found.
/// <c>exchange</c>: a good plan of an order too large or too intricate for both, looked for where units are worth more than they cost, with the bound that these values prove. <c>exact solver</c>: OR-Tools, or another exact solver, went on from what one of these had found.
/// <c>horizon solver</c>: the order was solved together with others.
/// </param>
/// <param name="IsProvenCheapest">Whether no cheaper plan exists.</param>
/// <param name="States">Partial plans that were looked at, 0 or more.</param>
/// <param name="LowerBoundMinorUnits">What every plan costs at least; the plan's own cost when it is proven cheapest.</param>
public sealed record SearchSummary(string Method, bool IsProvenCheapest, long States, long LowerBoundMinorUnits)
{
    /// <summary>The method that weighs every plan.</summary>
    public const string ByStates = "states";

    /// <summary>The method for orders too large for <see cref="ByStates"/> whose lines come whole, in parcels that cost the same whatever is in them.</summary>
    public const string BranchAndBound = "branch and bound";

    /// <summary>The method for all others.</summary>
    public const string Exchange = "exchange";

    /// <summary>The method where an exact solver went on from what another had found.</summary>
    public const string ExactSolver = "exact solver";

    /// <summary>The method for orders that are solved together.</summary>
    public const string HorizonSolver = "horizon solver";
}
