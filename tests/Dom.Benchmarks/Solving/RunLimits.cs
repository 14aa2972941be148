namespace Dom.Benchmarks.Solving;

/// <summary>Ends this process, whatever it is doing, when it has run too long or holds too much memory. Ended in time, it does nothing.</summary>
internal sealed class RunLimits : IDisposable
{
    private const int Failed = 1;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly TimeSpan _longest;
    private readonly long _mostBytes;
    private readonly Action<string> _tell;
    private readonly Timer _timer;
    private long _start = long.MaxValue;

    /// <summary>Starts to watch the memory.</summary>
    /// <param name="longest">How long the run may take once its clock is started.</param>
    /// <param name="mostBytes">Most physical memory.</param>
    /// <param name="tell">Told the reason before the process ends.</param>
    public RunLimits(TimeSpan longest, long mostBytes, Action<string> tell)
    {
        (_longest, _mostBytes, _tell) = (longest, mostBytes, tell);
        _timer = new Timer(_ => Look(), null, Pause, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Starts to watch the time as well.</summary>
    public void StartClock() => Volatile.Write(ref _start, Environment.TickCount64);

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        var bytes = Environment.WorkingSet;
        var reason = bytes > _mostBytes ? $"{bytes / 1_000_000} MB of memory, more than the limit of {_mostBytes / 1_000_000} MB"
            : Environment.TickCount64 - Volatile.Read(ref _start) > _longest.TotalMilliseconds ? $"not done after {_longest.TotalSeconds:0} s"
            : null;
        if (reason is not null)
        {
            _tell(reason);
            Environment.Exit(Failed);
        }

        _timer.Change(Pause, Timeout.InfiniteTimeSpan);
    }
}
