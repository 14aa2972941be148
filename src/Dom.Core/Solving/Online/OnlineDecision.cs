namespace Dom.Core.Solving.Online;

/// <summary>What deciding one order came to.</summary>
/// <param name="Cost">What its plan costs, with what its unassigned units count for, minor units.</param>
/// <param name="PriceUnits">What its plan pays in prices besides, in price units of <see cref="OnlineSolver.UnitsPerMinorUnit"/> to a minor unit.</param>
/// <param name="Locations">How many locations serve it.</param>
/// <param name="IsExact">Whether no plan of what was left costs less with its prices; false for an order of too many states.</param>
public readonly record struct OnlineDecision(long Cost, long PriceUnits, int Locations, bool IsExact);
