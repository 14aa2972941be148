namespace Dom.Core.Profiles.Costs;

/// <summary>What it costs to deliver after the requested day.</summary>
public sealed record LatenessCost
{
    /// <summary>Cost of each late line for each day that it is late, 0 or more.</summary>
    public long LineDayMinorUnits { get; init; }

    /// <summary>Days beyond which lateness costs no more, 1 or more. Default 30; what can never be delivered counts as this late.</summary>
    public int MostDays { get; init; } = 30;
}
