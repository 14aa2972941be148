using System.Diagnostics;

namespace Dom.Core.Solving;

/// <summary>Watches the time of a solve, and tells how far it has got.</summary>
/// <param name="options">When to stop.</param>
/// <param name="progress">Who is told.</param>
/// <param name="cancellationToken">Ends the solve.</param>
internal sealed class SolveWatch(SolverOptions options, IProgress<SolveProgress>? progress, CancellationToken cancellationToken)
{
    private readonly Stopwatch _stopwatch = Stopwatch.StartNew();

    /// <summary>Whether the time is over, or the caller wants the solve to end.</summary>
    public bool IsOver => cancellationToken.IsCancellationRequested || _stopwatch.Elapsed >= options.TimeLimit;

    /// <summary>Tells how far the solve has got.</summary>
    /// <param name="iteration">Price iterations so far.</param>
    /// <param name="cost">Cost of the best plan, minor units.</param>
    /// <param name="lowerBound">The best bound, minor units.</param>
    public void Tell(int iteration, long cost, long lowerBound) =>
        progress?.Report(new(iteration, cost, lowerBound, _stopwatch.Elapsed));
}
