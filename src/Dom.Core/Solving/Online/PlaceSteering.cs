namespace Dom.Core.Solving.Online;

/// <summary>
/// Moves the price of a location's places as its day goes: up where fewer are left than should be by now, down where more are. What was learned from other days says
/// what a place is worth when the day goes as they did; what is taken already says how this one goes.
/// </summary>
/// <remarks>
/// Source of the idea: prices that follow the consumption of a resource, S. Balseiro, H. Lu, V. Mirrokni, "The Best of Many Worlds: Dual Mirror Descent for Online Allocation
/// Problems", Operations Research 71 (2023). Here the price is a function of what is left, and needs no memory.
/// </remarks>
public static class PlaceSteering
{
    /// <summary>What the stake is of the mean cost of an order: a quarter. Docs/solver.md has what other shares give.</summary>
    public const int StakesInMeanCost = 4;

    private const int Whole = 1000;

    /// <summary>The price of a place now.</summary>
    /// <param name="learned">What other days taught that it is worth, in any unit, 0 or more.</param>
    /// <param name="stake">What a place is worth at most beyond that, where none is left long before the day's end; in the same unit, 0 or more. 0 moves nothing.</param>
    /// <param name="limit">How many orders the location takes in its day, 0 or more.</param>
    /// <param name="left">How many of them are left, 0 or more.</param>
    /// <param name="sharePerMille">Which share of a day's orders has usually come by now, 0 to 1000.</param>
    /// <returns>max(0, learned + stake × (d − left) / (d + 1)), what moves it rounded towards 0, d being the places that should be left: limit × (1 − share).</returns>
    public static long Price(long learned, long stake, int limit, int left, int sharePerMille)
    {
        var due = (long)limit * (Whole - sharePerMille);
        var moved = Int128.Max(0, learned + (((Int128)stake * (due - ((long)left * Whole))) / (due + Whole)));
        return (long)Int128.Min(moved, long.MaxValue);
    }

    /// <summary>The stake that a solved horizon teaches: a share of what an order costs on average, units that stay unassigned not counted.</summary>
    /// <param name="problem">The horizon.</param>
    /// <param name="solution">Its solution.</param>
    /// <returns>Minor units, 0 or more.</returns>
    public static double Stake(SourcingProblem problem, Solution solution)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(solution);
        var unassigned = problem.Lines.Quantity.Sum(units => (long)units) - solution.Plan.Quantity.Sum(units => (long)units);
        var cost = solution.Cost - (unassigned * problem.UnfilledUnitCost);
        return (double)cost / Math.Max(1, problem.OrderCount) / StakesInMeanCost;
    }
}
