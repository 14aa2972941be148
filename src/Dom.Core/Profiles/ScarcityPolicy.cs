namespace Dom.Core.Profiles;

/// <summary>Whether, and how far, decisions heed scarcity prices: what stock and places are worth to the orders to come.</summary>
public sealed record ScarcityPolicy
{
    /// <summary>Whether they are charged at all. Default yes; without learned prices nothing is.</summary>
    public bool IsUsed { get; init; } = true;

    /// <summary>What they are multiplied by, in thousandths, 0 to 2000. Default 1000: as they were learned.</summary>
    public int StrengthPerMille { get; init; } = 1000;

    /// <summary>
    /// How much a drift of demand takes from them, in thousandths, 0 to 10,000: the prices are multiplied by 1 − this × the drift that they were
    /// learned with, but not by less than 0. Default 1000: prices learned from demand that had nothing in common with the demand before charge nothing.
    /// </summary>
    public int DriftDampingPerMille { get; init; } = 1000;

    /// <summary>How old they may be, above 0. Default 2 days: older ones charge nothing.</summary>
    public TimeSpan MaxAge { get; init; } = TimeSpan.FromDays(2);
}
