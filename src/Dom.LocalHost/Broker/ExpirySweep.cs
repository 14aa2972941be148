namespace Dom.LocalHost.Broker;

/// <summary>Sees to it, now and then, that queues forget what has expired: a subscription that nobody reads would grow as long as orders come.</summary>
/// <param name="queues">The queues.</param>
/// <param name="context">What they share.</param>
/// <param name="interval">How often, more than zero.</param>
internal sealed class ExpirySweep(IReadOnlyList<BrokerQueue> queues, BrokerContext context, TimeSpan interval) : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private Task _work = Task.CompletedTask;

    /// <summary>Begins.</summary>
    public void Start() => _work = RunAsync(_end.Token);

    /// <summary>Ends, and waits for what is under way.</summary>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await Task.Delay(interval, context.TimeProvider, cancellationToken);
            try
            {
                foreach (var queue in queues)
                {
                    await queue.ForgetExpiredAsync(cancellationToken);
                }
            }
            catch (Exception failure) when (StorageFailure.Is(failure))
            {
                context.Logger.SweepFailed(failure);
            }
        }
    }
}
