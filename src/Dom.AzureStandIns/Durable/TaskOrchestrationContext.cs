using Microsoft.Extensions.Logging;

namespace Microsoft.DurableTask;

/// <summary>
/// What orchestrator code works with. The code is run again from its start for every new event, so it must be deterministic:
/// it awaits only tasks made here, and takes time and new ids only from here.
/// </summary>
public abstract class TaskOrchestrationContext
{
    private ILoggerFactory? _replaySafeLoggerFactory;

    /// <summary>The orchestrator's name.</summary>
    public abstract TaskName Name { get; }

    /// <summary>The instance's id.</summary>
    public abstract string InstanceId { get; }

    /// <summary>The orchestration that started this one; null when a client did.</summary>
    public abstract ParentOrchestrationInstance? Parent { get; }

    /// <summary>The time in UTC at which the current episode began: the same in every replay.</summary>
    public abstract DateTime CurrentUtcDateTime { get; }

    /// <summary>True while the code only repeats what it has done before.</summary>
    public abstract bool IsReplaying { get; }

    /// <summary>The version the instance was started as; empty when unversioned.</summary>
    public virtual string Version => "";

    /// <summary>Makes loggers that are silent during replay.</summary>
    public virtual ILoggerFactory ReplaySafeLoggerFactory => _replaySafeLoggerFactory ??= new ReplaySafeFactory(this);

    /// <summary>Makes the loggers under the replay-safe ones.</summary>
    protected abstract ILoggerFactory LoggerFactory { get; }

    /// <summary>The orchestration's input.</summary>
    /// <typeparam name="T">What to read it as.</typeparam>
    public abstract T? GetInput<T>();

    /// <summary>Runs an activity, at least once, and waits for its end.</summary>
    /// <param name="name">The activity's name.</param>
    /// <param name="input">Its input.</param>
    /// <param name="options">Retries and labels.</param>
    /// <exception cref="TaskFailedException">The activity failed (through the task).</exception>
    public virtual Task CallActivityAsync(TaskName name, object? input = null, TaskOptions? options = null) =>
        CallActivityAsync<object>(name, input, options);

    /// <summary>Runs an activity without input, at least once, and waits for its end.</summary>
    /// <param name="name">The activity's name.</param>
    /// <param name="options">Retries and labels.</param>
    public virtual Task CallActivityAsync(TaskName name, TaskOptions options) => CallActivityAsync(name, null, options);

    /// <summary>Runs an activity without input, at least once, and gives its result.</summary>
    /// <typeparam name="TResult">What the result is read as.</typeparam>
    /// <param name="name">The activity's name.</param>
    /// <param name="options">Retries and labels.</param>
    public virtual Task<TResult> CallActivityAsync<TResult>(TaskName name, TaskOptions options) =>
        CallActivityAsync<TResult>(name, null, options);

    /// <summary>Runs an activity, at least once, and gives its result.</summary>
    /// <typeparam name="TResult">What the result is read as.</typeparam>
    /// <param name="name">The activity's name.</param>
    /// <param name="input">Its input.</param>
    /// <param name="options">Retries and labels.</param>
    /// <exception cref="TaskFailedException">The activity failed (through the task).</exception>
    public abstract Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null);

    /// <summary>A durable timer.</summary>
    /// <param name="delay">Time from now.</param>
    /// <param name="cancellationToken">Ends the wait; cancel it when the timer is no longer wanted.</param>
    public virtual Task CreateTimer(TimeSpan delay, CancellationToken cancellationToken) =>
        CreateTimer(CurrentUtcDateTime.Add(delay), cancellationToken);

    /// <summary>A durable timer.</summary>
    /// <param name="fireAt">When it fires; taken to UTC.</param>
    /// <param name="cancellationToken">Ends the wait; cancel it when the timer is no longer wanted.</param>
    public abstract Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken);

    /// <summary>Waits for an event from outside.</summary>
    /// <typeparam name="T">What its payload is read as; the same for every waiter of the name.</typeparam>
    /// <param name="eventName">The event's name, whatever the case.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public abstract Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default);

    /// <summary>Waits for an event from outside, for a while.</summary>
    /// <typeparam name="T">What its payload is read as.</typeparam>
    /// <param name="eventName">The event's name, whatever the case.</param>
    /// <param name="timeout">How long to wait.</param>
    /// <exception cref="TaskCanceledException">The time is over (through the task).</exception>
    public Task<T> WaitForExternalEvent<T>(string eventName, TimeSpan timeout) =>
        WaitForExternalEvent<T>(eventName, timeout, CancellationToken.None);

    /// <summary>Waits for an event from outside, for a while.</summary>
    /// <typeparam name="T">What its payload is read as.</typeparam>
    /// <param name="eventName">The event's name, whatever the case.</param>
    /// <param name="timeout">How long to wait.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="TaskCanceledException">The time is over or the token was cancelled (through the task).</exception>
    public async Task<T> WaitForExternalEvent<T>(string eventName, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var timerEnd = new CancellationTokenSource();
        using var eventEnd = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var timer = CreateTimer(timeout, timerEnd.Token);
        var arrival = WaitForExternalEvent<T>(eventName, eventEnd.Token);

        var loser = await Task.WhenAny(timer, arrival) == arrival ? timerEnd : eventEnd;
        loser.Cancel();

        return await arrival;
    }

    /// <summary>Sends an event to another orchestration, without waiting.</summary>
    /// <param name="instanceId">The receiver's id.</param>
    /// <param name="eventName">The event's name.</param>
    /// <param name="payload">Its payload.</param>
    public abstract void SendEvent(string instanceId, string eventName, object payload);

    /// <summary>Sets the status that clients see; the last one of an episode is stored at its end.</summary>
    /// <param name="customStatus">The status, at most 16 KB as UTF-16 JSON; null for none.</param>
    public abstract void SetCustomStatus(object? customStatus);

    /// <summary>Runs another orchestration and gives its output.</summary>
    /// <typeparam name="TResult">What the output is read as.</typeparam>
    /// <param name="orchestratorName">Its name.</param>
    /// <param name="input">Its input.</param>
    /// <param name="options">Retries, labels, and with <see cref="SubOrchestrationOptions"/> an instance id.</param>
    /// <exception cref="TaskFailedException">The orchestration failed (through the task).</exception>
    public abstract Task<TResult> CallSubOrchestratorAsync<TResult>(
        TaskName orchestratorName, object? input = null, TaskOptions? options = null);

    /// <summary>Runs another orchestration without input and gives its output.</summary>
    /// <typeparam name="TResult">What the output is read as.</typeparam>
    /// <param name="orchestratorName">Its name.</param>
    /// <param name="options">Retries, labels, and with <see cref="SubOrchestrationOptions"/> an instance id.</param>
    public virtual Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, TaskOptions options) =>
        CallSubOrchestratorAsync<TResult>(orchestratorName, null, options);

    /// <summary>Runs another orchestration without input and waits for its end.</summary>
    /// <param name="orchestratorName">Its name.</param>
    /// <param name="options">Retries, labels, and with <see cref="SubOrchestrationOptions"/> an instance id.</param>
    public virtual Task CallSubOrchestratorAsync(TaskName orchestratorName, TaskOptions options) =>
        CallSubOrchestratorAsync(orchestratorName, null, options);

    /// <summary>Runs another orchestration and waits for its end.</summary>
    /// <param name="orchestratorName">Its name.</param>
    /// <param name="input">Its input.</param>
    /// <param name="options">Retries, labels, and with <see cref="SubOrchestrationOptions"/> an instance id.</param>
    public virtual Task CallSubOrchestratorAsync(TaskName orchestratorName, object? input = null, TaskOptions? options = null) =>
        CallSubOrchestratorAsync<object>(orchestratorName, input, options);

    /// <summary>Begins again with an empty history once this run returns.</summary>
    /// <param name="newInput">The next run's input.</param>
    /// <param name="preserveUnprocessedEvents">True to hand over events that nothing has waited for.</param>
    public abstract void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true);

    /// <summary>A new id that is the same in every replay.</summary>
    public abstract Guid NewGuid();

    /// <summary>A logger that is silent during replay.</summary>
    /// <param name="categoryName">Its category.</param>
    public virtual ILogger CreateReplaySafeLogger(string categoryName) =>
        new ReplaySafeLogger(this, Unwrapped().CreateLogger(categoryName));

    /// <summary>A logger that is silent during replay.</summary>
    /// <param name="type">Its category.</param>
    public virtual ILogger CreateReplaySafeLogger(Type type) => new ReplaySafeLogger(this, Unwrapped().CreateLogger(type));

    /// <summary>A logger that is silent during replay.</summary>
    /// <typeparam name="T">Its category.</typeparam>
    public virtual ILogger CreateReplaySafeLogger<T>() => new ReplaySafeLogger(this, Unwrapped().CreateLogger<T>());

    // A context that wraps another may hand on the other's replay-safe factory: wrapped once is enough.
    private ILoggerFactory Unwrapped()
    {
        var factory = LoggerFactory;
        while (factory is ReplaySafeFactory wrapper)
        {
            factory = wrapper.Inner;
        }

        return factory;
    }

    private sealed class ReplaySafeFactory(TaskOrchestrationContext context) : ILoggerFactory
    {
        public ILoggerFactory Inner => context.LoggerFactory;

        public ILogger CreateLogger(string categoryName) => context.CreateReplaySafeLogger(categoryName);

        public void AddProvider(ILoggerProvider provider) =>
            throw new NotSupportedException("A replay-safe logger factory takes no further providers.");

        public void Dispose()
        {
            // It owns nothing: the factory under it belongs to the host.
        }
    }

    private sealed class ReplaySafeLogger(TaskOrchestrationContext context, ILogger logger) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => logger.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => logger.IsEnabled(logLevel);

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!context.IsReplaying)
            {
                logger.Log(logLevel, eventId, state, exception, formatter);
            }
        }
    }
}
