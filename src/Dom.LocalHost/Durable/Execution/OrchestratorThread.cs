using System.Diagnostics.CodeAnalysis;

namespace Dom.LocalHost.Durable.Execution;

/// <summary>
/// Runs orchestrator code on the thread of its episode and on no other. A continuation that arrives from elsewhere shows that the code awaited
/// something that is not a durable task.
/// </summary>
/// <param name="onStray">Told what was caught.</param>
internal sealed class OrchestratorThread(Action<string> onStray) : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Callback, object? State)> _queue = new();
    private int _owner;

    /// <summary>True on the thread of the running episode.</summary>
    public bool IsCurrent => Volatile.Read(ref _owner) == Environment.CurrentManagedThreadId;

    /// <summary>Runs an action and every continuation it queues.</summary>
    /// <param name="action">The action.</param>
    /// <returns>What a continuation without an owner, such as an async void method's, has thrown; null for nothing.</returns>
    public Exception? Run(Action action)
    {
        var previous = Current;
        SetSynchronizationContext(this);
        Volatile.Write(ref _owner, Environment.CurrentManagedThreadId);
        try
        {
            action();
            return Drain();
        }
        finally
        {
            Volatile.Write(ref _owner, 0);
            SetSynchronizationContext(previous);
        }
    }

    /// <inheritdoc/>
    public override void Post(SendOrPostCallback d, object? state)
    {
        if (IsCurrent)
        {
            _queue.Enqueue((d, state));
        }
        else
        {
            onStray("it awaited something that is not a durable task");
        }
    }

    /// <inheritdoc/>
    public override void Send(SendOrPostCallback d, object? state)
    {
        if (IsCurrent)
        {
            d(state);
        }
        else
        {
            onStray("code of another thread called into it");
        }
    }

    /// <inheritdoc/>
    public override SynchronizationContext CreateCopy() => this;

    [SuppressMessage("Design", "CA1031", Justification = "Whatever orchestrator code throws is its failure, not the engine's.")]
    private Exception? Drain()
    {
        while (_queue.TryDequeue(out var item))
        {
            try
            {
                item.Callback(item.State);
            }
            catch (Exception exception)
            {
                return exception;
            }
        }

        return null;
    }
}
