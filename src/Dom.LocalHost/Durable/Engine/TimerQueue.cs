namespace Dom.LocalHost.Durable.Engine;

/// <summary>All timers of the engine on one timer of the time provider.</summary>
internal sealed class TimerQueue : IDisposable
{
    // Timers of the platform take 49 days at most; a longer wait is taken in steps.
    private static readonly TimeSpan LongestStep = TimeSpan.FromDays(1);

    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private readonly Lock _gate = new();
    private readonly PriorityQueue<DueTimer, (DateTime Due, long Order)> _queue = new();
    private long _order;
    private int _off;

    /// <summary>Creates an empty queue.</summary>
    /// <param name="time">The clock.</param>
    public TimerQueue(TimeProvider time)
    {
        _time = time;
        _timer = time.CreateTimer(_ => FireDue(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Adds a timer; one of the past fires at once.</summary>
    /// <param name="timer">The timer.</param>
    public void Add(DueTimer timer)
    {
        lock (_gate)
        {
            _queue.Enqueue(timer, (timer.Due, _order++));
            if (_queue.Peek() == timer)
            {
                SetTimer();
            }
        }
    }

    /// <summary>Calls a timer off.</summary>
    /// <param name="timer">The timer.</param>
    public void Remove(DueTimer timer)
    {
        timer.TurnOff();
        lock (_gate)
        {
            // Day-long timers that were called off would otherwise stay for a day.
            if (++_off > 1_000 && _off > _queue.Count / 2)
            {
                var kept = _queue.UnorderedItems.Where(item => !item.Element.IsOff).ToList();
                _queue.Clear();
                _queue.EnqueueRange(kept);
                _off = 0;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    private void FireDue()
    {
        var due = new List<DueTimer>();
        lock (_gate)
        {
            var now = _time.GetUtcNow().UtcDateTime;
            while (_queue.TryPeek(out var next, out _) && (next.Due <= now || next.IsOff))
            {
                due.Add(_queue.Dequeue());
            }

            SetTimer();
        }

        foreach (var timer in due)
        {
            timer.Fire();
        }
    }

    private void SetTimer()
    {
        if (!_queue.TryPeek(out var next, out _))
        {
            return;
        }

        var wait = next.Due - _time.GetUtcNow().UtcDateTime;
        _timer.Change(wait <= TimeSpan.Zero ? TimeSpan.Zero : wait < LongestStep ? wait : LongestStep, Timeout.InfiniteTimeSpan);
    }
}
