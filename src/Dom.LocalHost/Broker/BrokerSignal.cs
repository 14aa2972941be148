namespace Dom.LocalHost.Broker;

/// <summary>Wakes everyone who waits for messages of one path. A pulse between looking and waiting is not lost.</summary>
internal sealed class BrokerSignal
{
    private TaskCompletionSource _next = Create();

    /// <summary>Take it before looking; it ends with the first pulse after that.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    /// <summary>Wakes everyone.</summary>
    public void Pulse() => Interlocked.Exchange(ref _next, Create()).TrySetResult();

    private static TaskCompletionSource Create() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
