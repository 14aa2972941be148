namespace Dom.Core.Profiles;

/// <summary>What holds where several rules of one kind do, as far as retailers differ on it.</summary>
public sealed record RuleConflicts
{
    /// <summary>Whether the highest of several daily limits counts, as in D365, and not the lowest. Default no.</summary>
    public bool HighestDailyLimitCounts { get; init; }

    /// <summary>Whether the deepest category wins over a supplementary one, unlike in D365. Default no.</summary>
    public bool CategoryWinsOverSupplementary { get; init; }
}
