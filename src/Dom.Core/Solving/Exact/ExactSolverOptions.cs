namespace Dom.Core.Solving.Exact;

/// <summary>How long an exact solver searches.</summary>
public sealed record ExactSolverOptions
{
    /// <summary>Clock time to stop at the latest. Default 10 s. Only a run that ends by it depends on the machine.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Work to stop after, in the solver's own measure, whose unit is about a second of one core, whatever the machine does besides. Default 5.</summary>
    public double WorkLimit { get; init; } = 5;

    /// <summary>Threads. Default 1.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Seed of what is chosen by chance.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Stops once (cost − bound) / cost is not above this, 0 to 1. Default 0: only at the optimum.</summary>
    public double Gap { get; init; }
}
