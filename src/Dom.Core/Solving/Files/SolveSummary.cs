namespace Dom.Core.Solving.Files;

/// <summary>What a plan costs, and how it came about. Money in minor units.</summary>
public sealed record SolveSummary
{
    /// <summary>The solver's name.</summary>
    public required string Solver { get; init; }

    /// <summary>Its seed.</summary>
    public required int Seed { get; init; }

    /// <summary>Its threads.</summary>
    public required int Threads { get; init; }

    /// <summary>What the plan costs.</summary>
    public required long Cost { get; init; }

    /// <summary>No plan costs less.</summary>
    public required long LowerBound { get; init; }

    /// <summary>(cost − bound) / cost; 0 when the cost is 0.</summary>
    public required double Gap { get; init; }

    /// <summary>What the orders cost when each is served by itself, in the order of their file.</summary>
    public required long GreedyCost { get; init; }

    /// <summary>Units of all lines.</summary>
    public required long Units { get; init; }

    /// <summary>Units that the plan leaves unassigned.</summary>
    public required long UnassignedUnits { get; init; }

    /// <summary>Orders of the problem.</summary>
    public required int Orders { get; init; }

    /// <summary>Orders that more than one location serves.</summary>
    public required int SplitOrders { get; init; }

    /// <summary>Orders with too many lines or units for an exact part of the bound, which holds for them too.</summary>
    public required int RelaxedOrders { get; init; }

    /// <summary>Parcels of the plan: one per order, location and mode.</summary>
    public required int Parcels { get; init; }

    /// <summary>How long the steps took.</summary>
    public required SolveSeconds Seconds { get; init; }

    /// <summary>Greatest resident memory of the process, bytes.</summary>
    public required long PeakMemoryBytes { get; init; }

    /// <summary>What ended the solve.</summary>
    public required StopReason StoppedBy { get; init; }
}
