namespace Dom.Benchmarks.Rivals;

/// <summary>How much a rival is given.</summary>
/// <param name="Seconds">Time by the clock, reading of the model included. It is told so, and ended a while later.</param>
/// <param name="MemoryBytes">Most physical memory.</param>
internal sealed record RivalLimits(double Seconds, long MemoryBytes)
{
    /// <summary>When it is ended that has not stopped by itself: solvers look at the clock between long steps.</summary>
    public TimeSpan Patience => TimeSpan.FromSeconds((Seconds * 1.25) + 5);
}
