namespace Dom.LocalHost.Broker;

/// <summary>
/// Rising numbers of one queue or topic. Taken from the ledger a block at a time, so that a message costs no request of its own;
/// what is left of a block when the process ends is never used.
/// </summary>
/// <param name="ledger">Where the next block's start is kept.</param>
internal sealed class SequenceNumbers(BrokerLedger ledger) : IDisposable
{
    private const int BlockSize = 1000;
    private readonly SemaphoreSlim _gate = new(1);
    private long _next;
    private long _end;

    /// <summary>The next number, 1 or more.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask<long> NextAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_next == _end)
            {
                _next = await ledger.TakeSequenceBlockAsync(BlockSize, cancellationToken);
                _end = _next + BlockSize;
            }

            return _next++;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();
}
