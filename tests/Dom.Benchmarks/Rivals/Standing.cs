using Dom.Benchmarks.Report;

namespace Dom.Benchmarks.Rivals;

/// <summary>How one solver did on one instance.</summary>
internal sealed record Standing
{
    /// <summary>What the tables call the solver.</summary>
    public required string Solver { get; init; }

    /// <summary>What its plan costs, minor units; none where it made none.</summary>
    public long? Cost { get; init; }

    /// <summary>The bound that it proves or claims, minor units; none where it has none.</summary>
    public double? Bound { get; init; }

    /// <summary>Seconds until it had proven a gap of 1 %; none where it never did.</summary>
    public double? SecondsToOnePercent { get; init; }

    /// <summary>Seconds of processor time until then, and of a baseline's whole run; none where that is not known.</summary>
    public double? ProcessorSeconds { get; init; }

    /// <summary>Whether it proves nothing by its nature: only its whole run can be timed.</summary>
    public bool IsBaseline { get; init; }

    /// <summary>The seconds whose growth is told: a baseline's whole run, until 1 % of the others.</summary>
    public double? GrowthSeconds => IsBaseline ? Seconds : SecondsToOnePercent;

    /// <summary>How long it ran; none where it was not run.</summary>
    public double? Seconds { get; init; }

    /// <summary>Most physical memory of its process, bytes; none where it was not run.</summary>
    public long? PeakBytes { get; init; }

    /// <summary>What there is to say besides.</summary>
    public string? Remark { get; init; }

    /// <summary>How much of the cost lies above a bound, per cent; none where there is no cost or no bound.</summary>
    /// <param name="bound">The bound.</param>
    public double? GapPercent(double? bound) => Cost is { } cost && bound is { } proven ? Math.Max(0, cost - proven) / cost * 100 : null;

    /// <summary>How much dearer its plan is than another, per cent; below 0 where it is cheaper.</summary>
    /// <param name="cost">What the other costs.</param>
    public double? MorePercent(long cost) => Cost is { } own ? Figures.More(own, cost) : null;
}
