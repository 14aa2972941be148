using System.Collections.Concurrent;
using System.Threading.Channels;
using Dom.LocalHost.Durable.History;
using Dom.LocalHost.Durable.Storage;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace Dom.LocalHost.Durable.Engine;

/// <summary>
/// Runs orchestrations in this process. Memory is the working copy, the store is the log: an episode is stored as a whole before anything it
/// decided is brought about, and what was brought about but not yet stored happens again after a restart. Activities therefore run at least once,
/// and orchestrator code sees each effect once. One process alone may work on a store.
/// </summary>
internal sealed partial class DurableEngine : IAsyncDisposable
{
    private const int DeliveryLanes = 8;

    private readonly DurableRegistry _registry;
    private readonly IHistoryStore _store;
    private readonly TimeProvider _time;
    private readonly DataConverter _payloads;
    private readonly ILoggerFactory _loggers;
    private readonly ILogger _logger;
    private readonly DurableEngineOptions _options;
    private readonly ReplayCache _replays;
    private readonly TimerQueue _timers;
    private readonly ConcurrentDictionary<string, OrchestrationInstance> _instances = new(StringComparer.Ordinal);
    private readonly Channel<OrchestrationInstance> _ready = Channel.CreateUnbounded<OrchestrationInstance>();
    private readonly Channel<ActivityItem> _activities = Channel.CreateUnbounded<ActivityItem>();
    private readonly Channel<OutboxDelivery>[] _deliveries;
    private readonly CancellationTokenSource _stopping = new();
    private readonly TaskCompletionSource _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string _life = Guid.NewGuid().ToString("N")[..8];
    private Task _supervisor = Task.CompletedTask;
    private long _commits;
    private long _mail;

    /// <summary>Creates an engine that does nothing until it is started.</summary>
    /// <param name="registry">The code it can run.</param>
    /// <param name="store">Where it keeps its instances.</param>
    /// <param name="time">Its clock; it uses no other.</param>
    /// <param name="payloads">Reads and writes every payload.</param>
    /// <param name="loggers">Makes its loggers and those of orchestrators.</param>
    /// <param name="options">Its limits.</param>
    public DurableEngine(
        DurableRegistry registry,
        IHistoryStore store,
        TimeProvider time,
        DataConverter payloads,
        ILoggerFactory loggers,
        DurableEngineOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxConcurrentActivities, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxConcurrentOrchestrators, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.KeepEndedFor ?? TimeSpan.MaxValue, TimeSpan.Zero);
        _registry = registry;
        _store = store;
        _time = time;
        _payloads = payloads;
        _loggers = loggers;
        _logger = loggers.CreateLogger<DurableEngine>();
        _options = options;
        _replays = new ReplayCache(options.HistoryCacheBytes);
        _timers = new TimerQueue(time);
        _deliveries = [.. Enumerable.Range(0, DeliveryLanes).Select(_ => Channel.CreateUnbounded<OutboxDelivery>())];
    }

    /// <summary>Ends when the engine has been stopped, and fails when it cannot go on.</summary>
    public Task Completion => _completion.Task;

    /// <summary>The engine's clock, in UTC.</summary>
    public DateTime Now => _time.GetUtcNow().UtcDateTime;

    /// <summary>Loads what has not ended and goes on with it.</summary>
    /// <param name="cancellation">Gives up.</param>
    public async Task StartAsync(CancellationToken cancellation)
    {
        await _store.OpenAsync(cancellation);
        await RecoverAsync(cancellation);
        List<Task> workers =
        [
            .. Enumerable.Range(0, _options.MaxConcurrentOrchestrators).Select(_ => Task.Run(RunEpisodesAsync, CancellationToken.None)),
            .. Enumerable.Range(0, _options.MaxConcurrentActivities).Select(_ => Task.Run(RunActivitiesAsync, CancellationToken.None)),
            .. _deliveries.Select(lane => Task.Run(() => DeliverAsync(lane.Reader), CancellationToken.None)),
        ];
        if (_options.KeepEndedFor is { } keep)
        {
            workers.Add(Task.Run(() => ForgetEndedAsync(keep), CancellationToken.None));
        }

        _supervisor = SuperviseAsync(workers);
    }

    /// <summary>Stops for good: running episodes are stored, running activities get their token cancelled, and the next start goes on from there.</summary>
    public async Task StopAsync()
    {
        await _stopping.CancelAsync();
        await _supervisor;
        _timers.Dispose();
        _completion.TrySetResult();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stopping.Dispose();
    }

    // A worker that ends before it is told to has met something that nobody expected: better to stand still than to go on half blind.
    private async Task SuperviseAsync(List<Task> workers)
    {
        while (workers.Count > 0)
        {
            var ended = await Task.WhenAny(workers);
            workers.Remove(ended);
            if (ended.Exception is { } exception)
            {
                var cause = exception.InnerExceptions[0];
                if (_completion.TrySetException(cause))
                {
                    _logger.EngineFailed(cause);
                }

                await _stopping.CancelAsync();
            }
        }
    }

    /// <summary>Throws when the engine cannot go on.</summary>
    /// <exception cref="InvalidOperationException">The engine has failed; the cause is within.</exception>
    public void ThrowIfFailed()
    {
        if (_completion.Task.Exception is { } exception)
        {
            throw new InvalidOperationException("The durable engine has stopped; start the host anew. " + exception.InnerExceptions[0].Message, exception);
        }
    }

    private string NewCommitId() => $"{_life}-{Interlocked.Increment(ref _commits)}";

    private void Post(OrchestrationInstance instance, Arrival arrival) => TryPost(instance, arrival);

    private bool TryPost(OrchestrationInstance instance, Arrival arrival)
    {
        var isAdded = instance.TryAdd(arrival, out var wakes);
        if (wakes)
        {
            _ready.Writer.TryWrite(instance);
        }

        return isAdded;
    }

    private void Arm(OrchestrationInstance instance, int id, DateTime fireAt)
    {
        var executionId = instance.Row.State.ExecutionId;
        var fired = new Arrival([new HistoryEvent(EventKind.TimerFired) { Id = id, FireAt = fireAt }], null, executionId);
        var timer = new DueTimer(fireAt, () =>
        {
            instance.Disarm(id);
            Post(instance, fired);
        });
        instance.Arm(id, timer);
        _timers.Add(timer);
    }

    private void Disarm(OrchestrationInstance instance, int id)
    {
        if (instance.Disarm(id) is { } timer)
        {
            _timers.Remove(timer);
        }
    }

    private void StartWhenDue(OrchestrationInstance instance)
    {
        if (instance.Row.State.StartAt is { } startAt && startAt > Now)
        {
            _timers.Add(new DueTimer(startAt, () => Post(instance, Arrival.Start)));
        }
        else
        {
            Post(instance, Arrival.Start);
        }
    }
}
