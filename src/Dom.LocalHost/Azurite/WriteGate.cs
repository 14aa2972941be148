namespace Dom.LocalHost.Azurite;

/// <summary>Lets many in together, or one alone. Who wants to be alone is not overtaken for ever.</summary>
internal sealed class WriteGate : IDisposable
{
    // Whoever is alone holds it; the others only pass through it.
    private readonly SemaphoreSlim _turnstile = new(1);
    private readonly Lock _lock = new();
    private int _inside;
    private TaskCompletionSource? _emptied;

    /// <summary>Goes in together with others; leave with <see cref="LeaveShared"/>.</summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public async Task EnterSharedAsync(CancellationToken cancellationToken)
    {
        await _turnstile.WaitAsync(cancellationToken).ConfigureAwait(false);
        lock (_lock)
        {
            _inside++;
        }

        _turnstile.Release();
    }

    /// <summary>Leaves after <see cref="EnterSharedAsync"/>.</summary>
    public void LeaveShared()
    {
        lock (_lock)
        {
            _inside--;
            if (_inside == 0)
            {
                _emptied?.TrySetResult();
            }
        }
    }

    /// <summary>Goes in alone; leave with <see cref="LeaveAlone"/>.</summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public async Task EnterAloneAsync(CancellationToken cancellationToken)
    {
        await _turnstile.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await WhenEmpty().WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            _turnstile.Release();
            throw;
        }
    }

    /// <summary>Leaves after <see cref="EnterAloneAsync"/>.</summary>
    public void LeaveAlone() => _turnstile.Release();

    /// <inheritdoc/>
    public void Dispose() => _turnstile.Dispose();

    private Task WhenEmpty()
    {
        lock (_lock)
        {
            if (_inside == 0)
            {
                return Task.CompletedTask;
            }

            _emptied = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _emptied.Task;
        }
    }
}
