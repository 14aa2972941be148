namespace Dom.Tests;

/// <summary>A clock that stands still until it is told to go on. Its timers fire on the thread pool.</summary>
/// <param name="start">The time it begins with.</param>
public sealed class ManualTimeProvider(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<ManualTimer> _timers = [];
    private DateTimeOffset _now = start;

    /// <summary>A clock that begins in the morning of 2 November 2026.</summary>
    public ManualTimeProvider()
        : this(new DateTimeOffset(2026, 11, 2, 8, 0, 0, TimeSpan.Zero))
    {
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Lets time pass; every timer that is due by then fires once.</summary>
    public void Advance(TimeSpan time)
    {
        lock (_gate)
        {
            _now += time;
            _timers.RemoveAll(timer => timer.FireIfDue(_now));
        }
    }

    private sealed class ManualTimer(ManualTimeProvider time, TimerCallback callback, object? state) : ITimer
    {
        private DateTimeOffset _due;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._gate)
            {
                time._timers.Remove(this);
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    _due = time._now + dueTime;
                    if (!FireIfDue(time._now))
                    {
                        time._timers.Add(this);
                    }
                }
            }

            return true;
        }

        public bool FireIfDue(DateTimeOffset now) => _due <= now && ThreadPool.QueueUserWorkItem(_ => callback(state));

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
