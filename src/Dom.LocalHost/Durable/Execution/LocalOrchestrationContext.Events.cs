using Dom.LocalHost.Durable.History;

namespace Dom.LocalHost.Durable.Execution;

/// <summary>Events in and out, and beginning again.</summary>
internal sealed partial class LocalOrchestrationContext
{
    private readonly Dictionary<string, Stack<Waiter>> _waiters = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<HistoryEvent> _buffer = [];
    private readonly List<HistoryEvent> _carried = [];

    /// <summary>True once the code has called <see cref="ContinueAsNew(object?, bool)"/>.</summary>
    public bool IsContinuing { get; private set; }

    /// <summary>The next execution's input as JSON.</summary>
    public string? NextInput { get; private set; }

    /// <summary>Events for the next execution, in the order of arrival.</summary>
    public IReadOnlyList<HistoryEvent> Carried => _carried;

    private bool HasLiveWaiter => _waiters.Values.Any(stack => stack.Any(waiter => !waiter.IsOver));

    /// <inheritdoc/>
    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        RequireThread(nameof(WaitForExternalEvent));
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        var waiter = new Waiter<T>(this, eventName);
        if (!_waiters.TryGetValue(eventName, out var stack))
        {
            _waiters.Add(eventName, stack = new Stack<Waiter>());
        }
        else if (stack.TryPeek(out var other) && other.Type != typeof(T))
        {
            throw new ArgumentException(
                $"Event '{eventName}' is already waited for as {other.Type}, now as {typeof(T)}. All waiters of a name take the same type.");
        }

        stack.Push(waiter);
        var buffered = _buffer.FindIndex(item => string.Equals(item.Name, eventName, StringComparison.OrdinalIgnoreCase));
        if (buffered >= 0)
        {
            var item = _buffer[buffered];
            _buffer.RemoveAt(buffered);
            Raise(item);
        }

        if (cancellationToken.CanBeCanceled)
        {
            cancellationToken.Register(() =>
            {
                RequireThread("an event waiter's cancellation token");
                waiter.Cancel(cancellationToken);
            });
        }

        return waiter.Task;
    }

    /// <inheritdoc/>
    public override void SendEvent(string instanceId, string eventName, object payload)
    {
        RequireThread(nameof(SendEvent));
        ArgumentException.ThrowIfNullOrWhiteSpace(instanceId);
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        var id = _nextId++;
        _pending.Add(id, new HistoryEvent(EventKind.EventSent)
        {
            Id = id,
            Name = eventName,
            InstanceId = instanceId,
            Payload = Write(payload, $"The payload of event '{eventName}'"),
        });
    }

    /// <inheritdoc/>
    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true)
    {
        RequireThread(nameof(ContinueAsNew));
        NextInput = Write(newInput, $"The new input of orchestrator '{Name.Name}'");
        IsContinuing = true;
        if (preserveUnprocessedEvents)
        {
            _carried.AddRange(_buffer);
            _buffer.Clear();
        }
    }

    /// <summary>Hands an event to the newest waiter of its name, or keeps it.</summary>
    /// <param name="raised">The event.</param>
    public void Receive(HistoryEvent raised)
    {
        if (IsContinuing)
        {
            _carried.Add(raised);
        }
        else
        {
            Raise(raised);
        }
    }

    private void Raise(HistoryEvent raised)
    {
        if (!_waiters.TryGetValue(raised.Name!, out var stack) || !stack.TryPop(out var waiter))
        {
            _buffer.Add(raised);
            return;
        }

        if (stack.Count == 0)
        {
            _waiters.Remove(raised.Name!);
        }

        if (waiter.IsOver)
        {
            throw Broken($"Event '{raised.Name}' would be lost: orchestrator '{Name.Name}' has cancelled or timed out the newest waiter of that "
                + "name, and Microsoft.DurableTask up to 1.25.0 gives the event to it all the same. Keep one pending WaitForExternalEvent task per "
                + "name, without token or timeout, and race it with timers that you cancel.");
        }

        waiter.Take(raised.Payload);
    }

    private abstract class Waiter
    {
        public abstract Type Type { get; }

        public abstract bool IsOver { get; }

        public abstract void Take(string? payload);
    }

    private sealed class Waiter<T>(LocalOrchestrationContext context, string name) : Waiter
    {
        private readonly TaskCompletionSource<T> _completion = new();

        public override Type Type => typeof(T);

        public override bool IsOver => _completion.Task.IsCompleted;

        public Task<T> Task => _completion.Task;

        public override void Take(string? payload)
        {
            // As in Azure, where the missing payload is cast to the type: that of a struct cannot be.
            if (payload is null && default(T) is not null)
            {
                throw context.Broken($"Event '{name}' came without a payload, and orchestrator '{context.Name.Name}' waits for it as {typeof(T)}, which cannot "
                    + "be null. Wait for a nullable type, or have a payload sent.");
            }

            _completion.TrySetResult(context.Read<T>(payload, $"The payload of event '{name}'")!);
        }

        public void Cancel(CancellationToken cancellation) => _completion.TrySetCanceled(cancellation);
    }
}
