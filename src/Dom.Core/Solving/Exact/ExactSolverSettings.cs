namespace Dom.Core.Solving.Exact;

/// <summary>When a profile wants the exact solver, and for which problems.</summary>
public sealed record ExactSolverSettings
{
    /// <summary>When. Default: when the gap is above <see cref="Tolerance"/>.</summary>
    public ExactSolverUse Use { get; init; } = ExactSolverUse.AboveTolerance;

    /// <summary>The gap that is good enough, 0 to 1. Default 0.002.</summary>
    public double Tolerance { get; init; } = 0.002;

    /// <summary>Most choices of a location for a line that a problem may have. Default 20,000: some hundred orders of a large network.</summary>
    public long MaxChoices { get; init; } = 20_000;
}
