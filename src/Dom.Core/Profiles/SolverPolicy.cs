namespace Dom.Core.Profiles;

/// <summary>How hard decisions are thought over.</summary>
public sealed record SolverPolicy
{
    /// <summary>Whether CP-SAT is asked where it is present. Default where the gap is above <see cref="GapPerMille"/>.</summary>
    public ExactUse Exact { get; init; } = ExactUse.AboveGap;

    /// <summary>Gap, in thousandths of the cost, that is good enough. Default 0.</summary>
    public int GapPerMille { get; init; }

    /// <summary>Most time that CP-SAT may take for one order, above 0. Default 2 seconds.</summary>
    public TimeSpan ExactTime { get; init; } = TimeSpan.FromSeconds(2);
}

/// <summary>When CP-SAT is asked.</summary>
public enum ExactUse
{
    /// <summary>Never.</summary>
    Never,

    /// <summary>Where Dom's own solver leaves a gap above the profile's.</summary>
    AboveGap,

    /// <summary>Whenever the problem is small enough.</summary>
    Always,
}
