namespace Dom.Core.Profiles.Rules;

/// <summary>What a location takes on one day of its own time zone, over all profiles, at the most. Of several limits the lowest counts, or the highest where <see cref="RuleConflicts"/> says so.</summary>
public sealed record DailyLimit : Rule
{
    /// <summary>Orders, 0 or more; none means no limit.</summary>
    public int? Orders { get; init; }

    /// <summary>Order lines, 0 or more; none means no limit.</summary>
    public int? Lines { get; init; }

    /// <summary>Units, 0 or more; none means no limit.</summary>
    public int? Units { get; init; }
}
