namespace Dom.Core.Solving;

/// <summary>How long and how hard a solve tries. The same problem, seed and options give the same plan for any number of threads, unless time ends the run.</summary>
public sealed record SolverOptions
{
    /// <summary>Threads that work, 1 or more. Default: the machine's processors.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Seed of what is chosen by chance.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>When to stop at the latest; none for no limit.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>Stops once (cost − bound) / cost is not above this, 0 to 1. Default 0: only a proof stops it earlier than stalling.</summary>
    public double Gap { get; init; }
}
