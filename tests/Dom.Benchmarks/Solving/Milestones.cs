using Dom.Core.Solving;

namespace Dom.Benchmarks.Solving;

/// <summary>Notes when a solve had come how close.</summary>
internal sealed class Milestones : IProgress<SolveProgress>
{
    private readonly List<SolveProgress> _told = [];

    /// <inheritdoc/>
    public void Report(SolveProgress value) => _told.Add(value);

    /// <summary>Seconds until the gap was proven to be at most so much; none where it never was.</summary>
    /// <param name="gap">The gap.</param>
    public double? SecondsTo(double gap) =>
        _told.Where(progress => progress.Gap <= gap).Select(progress => (double?)progress.Elapsed.TotalSeconds).FirstOrDefault();
}
