using Dom.Core.Solving;

namespace Dom.Benchmarks.Solving;

/// <summary>Notes when a solve had come how close, by the clock and by the processor.</summary>
internal sealed class Milestones : IProgress<SolveProgress>
{
    private readonly TimeSpan _processorBefore = Environment.CpuUsage.TotalTime;
    private readonly List<(SolveProgress Progress, TimeSpan Processor)> _told = [];

    /// <summary>All that was told, in the order of time.</summary>
    public IEnumerable<SolveProgress> Told => _told.Select(told => told.Progress);

    /// <inheritdoc/>
    public void Report(SolveProgress value) => _told.Add((value, Environment.CpuUsage.TotalTime - _processorBefore));

    /// <summary>Seconds until the gap was proven to be at most so much; none where it never was.</summary>
    /// <param name="gap">The gap.</param>
    public double? SecondsTo(double gap) => First(gap)?.Progress.Elapsed.TotalSeconds;

    /// <summary>Seconds of processor time, of all threads together, until the gap was proven to be at most so much; none where it never was.</summary>
    /// <param name="gap">The gap.</param>
    public double? ProcessorSecondsTo(double gap) => First(gap)?.Processor.TotalSeconds;

    private (SolveProgress Progress, TimeSpan Processor)? First(double gap) =>
        _told.Where(told => told.Progress.Gap <= gap).Select(told => ((SolveProgress, TimeSpan)?)told).FirstOrDefault();
}
