using Dom.LocalHost.Durable.History;
using Microsoft.DurableTask.Client;

namespace Dom.LocalHost.Durable.Engine;

/// <summary>An instance that has not ended, as the engine works with it: where it stands, and what has arrived and waits for its next episode.</summary>
internal sealed class OrchestrationInstance
{
    private const int MaxArrivals = 40;

    private readonly Lock _gate = new();
    private readonly LinkedList<Arrival> _arrivals = new();
    private readonly TaskCompletionSource _stored = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<InstanceRow> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private HashSet<string>? _seen;
    private Dictionary<int, DueTimer>? _timers;
    private HashSet<int> _open = [];
    private InstanceRow _row;
    private bool _isScheduled;

    /// <summary>Creates an instance.</summary>
    /// <param name="row">Where it stands, without payloads but the custom status.</param>
    /// <param name="version">The stored row's version; null when there is none yet.</param>
    public OrchestrationInstance(InstanceRow row, string? version)
    {
        _row = row;
        Version = version;
        _open = [.. row.State.Open.Select(task => task.Id)];
        if (row.State.Seen.Count > 0)
        {
            _seen = [.. row.State.Seen];
        }

        if (version is not null)
        {
            _stored.SetResult();
        }

        if (row.Status != OrchestrationRuntimeStatus.Pending)
        {
            _started.SetResult();
        }
    }

    /// <summary>The instance's id.</summary>
    public string Id => _row.InstanceId;

    /// <summary>Where it stands since its last stored episode.</summary>
    public InstanceRow Row => Volatile.Read(ref _row);

    /// <summary>The stored row's version; null when there is none yet. Only the running episode uses it.</summary>
    public string? Version { get; set; }

    /// <summary>What the next episode replays; null where it must be read. Set by <see cref="ReplayCache"/> alone.</summary>
    public ReplayData? Replay { get; set; }

    /// <summary>Ends once the instance has a stored row.</summary>
    public Task Stored => _stored.Task;

    /// <summary>Ends once it is no longer pending.</summary>
    public Task Started => _started.Task;

    /// <summary>Ends with its last row.</summary>
    public Task<InstanceRow> Ended => _ended.Task;

    /// <summary>Adds what has arrived.</summary>
    /// <param name="arrival">What has arrived.</param>
    /// <param name="wakes">True when the instance must now be scheduled.</param>
    /// <returns>False when the instance has ended.</returns>
    public bool TryAdd(Arrival arrival, out bool wakes)
    {
        lock (_gate)
        {
            wakes = false;
            if (_row.IsEnded)
            {
                return false;
            }

            _arrivals.AddLast(arrival);
            wakes = !_isScheduled && CanRun();
            _isScheduled |= wakes;
            return true;
        }
    }

    /// <summary>Takes what the next episode receives; what is no longer awaited is dropped.</summary>
    public List<Arrival> Take()
    {
        lock (_gate)
        {
            var taken = new List<Arrival>();
            if (_row.State.Episodes == 0)
            {
                if (_arrivals.FirstOrDefault(item => item.IsStart) is { } start)
                {
                    _arrivals.Remove(start);
                    taken.Add(start);
                }
                else if (_arrivals.FirstOrDefault(item => item.IsTermination) is { } end)
                {
                    _arrivals.Remove(end);
                    return [end];
                }
                else
                {
                    return taken;
                }
            }

            var chars = 0;
            while (_arrivals.First is { } next && taken.Count < MaxArrivals && chars < PayloadLimits.PayloadChars)
            {
                _arrivals.RemoveFirst();
                if (IsAwaited(next.Value))
                {
                    taken.Add(next.Value);
                    chars += next.Value.Events.Sum(item => item.Payload?.Length ?? 0);
                }
            }

            return taken;
        }
    }

    /// <summary>Ends an episode's turn.</summary>
    /// <returns>True when the instance must be scheduled again.</returns>
    public bool Release()
    {
        lock (_gate)
        {
            return _isScheduled = !_row.IsEnded && CanRun();
        }
    }

    /// <summary>Moves on to a stored row.</summary>
    /// <param name="row">The row, without payloads but the custom status.</param>
    /// <param name="next">What the next execution begins with; null within an execution.</param>
    public void Advance(InstanceRow row, IEnumerable<Arrival>? next = null)
    {
        lock (_gate)
        {
            Volatile.Write(ref _row, row);
            _open = [.. row.State.Open.Select(task => task.Id)];
            foreach (var arrival in (next ?? []).Reverse())
            {
                _arrivals.AddFirst(arrival);
            }

            if (row.IsEnded)
            {
                _arrivals.Clear();
            }
        }
    }

    /// <summary>Marks the row as stored, and lets those go on who waited for what it says.</summary>
    public void Announce()
    {
        _stored.TrySetResult();
        if (Row.Status != OrchestrationRuntimeStatus.Pending)
        {
            _started.TrySetResult();
        }

        if (Row.IsEnded)
        {
            _ended.TrySetResult(Row);
        }
    }

    /// <summary>Lets those know who wait that the instance could not be stored.</summary>
    /// <param name="exception">Why.</param>
    public void Abandon(Exception exception) => _stored.TrySetException(exception);

    /// <summary>Whether an event is a second delivery.</summary>
    /// <param name="messageId">The event's id.</param>
    public bool HasSeen(string messageId)
    {
        lock (_gate)
        {
            return _seen?.Contains(messageId) == true;
        }
    }

    /// <summary>Notes the ids of events that are stored with the instance.</summary>
    /// <param name="items">The events.</param>
    public void See(IEnumerable<HistoryEvent> items)
    {
        lock (_gate)
        {
            foreach (var id in items.Select(item => item.MessageId).OfType<string>())
            {
                (_seen ??= new HashSet<string>(StringComparer.Ordinal)).Add(id);
            }
        }
    }

    /// <summary>Forgets ids whose sender will not deliver again.</summary>
    /// <param name="messageIds">The ids; null for all.</param>
    public void ForgetSeen(IEnumerable<string>? messageIds)
    {
        lock (_gate)
        {
            if (messageIds is null)
            {
                _seen = null;
            }
            else
            {
                _seen?.ExceptWith(messageIds);
            }
        }
    }

    /// <summary>Ids to be stored with the instance.</summary>
    public IReadOnlyList<string> Seen()
    {
        lock (_gate)
        {
            return _seen is null ? [] : [.. _seen];
        }
    }

    /// <summary>Remembers an armed timer.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="timer">The timer.</param>
    public void Arm(int id, DueTimer timer)
    {
        lock (_gate)
        {
            (_timers ??= [])[id] = timer;
        }
    }

    /// <summary>Forgets a timer.</summary>
    /// <param name="id">Its number.</param>
    /// <returns>The timer, to be disarmed; null when there is none.</returns>
    public DueTimer? Disarm(int id)
    {
        lock (_gate)
        {
            DueTimer? timer = null;
            _timers?.Remove(id, out timer);
            return timer;
        }
    }

    /// <summary>Forgets all timers.</summary>
    /// <returns>The timers, to be disarmed.</returns>
    public IReadOnlyCollection<DueTimer> DisarmAll()
    {
        lock (_gate)
        {
            IReadOnlyCollection<DueTimer> timers = _timers is null ? [] : [.. _timers.Values];
            _timers = null;
            return timers;
        }
    }

    private bool CanRun() => _row.State.Episodes > 0
        ? _arrivals.Count > 0
        : _arrivals.Any(item => item.IsStart || item.IsTermination);

    // Only what the engine brings about itself names an execution; of that, each end counts once.
    private bool IsAwaited(Arrival arrival) =>
        arrival.ExecutionId is null
        || (arrival.ExecutionId == _row.State.ExecutionId
            && arrival.Events.All(item => item.Id is not { } id || _open.Contains(id)));
}
