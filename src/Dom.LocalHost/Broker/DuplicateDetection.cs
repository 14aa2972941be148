namespace Dom.LocalHost.Broker;

/// <summary>
/// The message ids that one queue or topic accepted within its window. Held in memory and read from the ledger at start.
/// A message is put before its id is written, so a process killed in between may leave a message whose id is not known: it is
/// recognised when it is received (<see cref="IsSupersededAsync"/>).
/// </summary>
/// <param name="ledger">Keeps the ids.</param>
/// <param name="window">How long an id counts.</param>
/// <param name="timeProvider">Tells the time.</param>
internal sealed class DuplicateDetection(BrokerLedger ledger, TimeSpan window, TimeProvider timeProvider)
{
    private const int ForgetBatch = 50;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, (SentMessageId Sent, Task Kept)> _known = [];
    private readonly Queue<SentMessageId> _byAge = new();
    private readonly List<SentMessageId> _forgotten = [];

    /// <summary>Reads the ids of the window and deletes the older ones.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var oldest = timeProvider.GetUtcNow() - window;
        List<SentMessageId> old = [];
        await foreach (var sent in ledger.SentIdsAsync(cancellationToken))
        {
            if (sent.AcceptedAt < oldest)
            {
                old.Add(sent);
            }
            else
            {
                _known[sent.MessageId] = (sent, Task.CompletedTask);
                _byAge.Enqueue(sent);
            }
        }

        await ledger.ForgetSentIdsAsync(old, cancellationToken);
    }

    /// <summary>Sends unless the id was accepted within the window.</summary>
    /// <param name="sent">The id, its number and the time.</param>
    /// <param name="put">Puts the message.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False when the message is a duplicate; the first one is kept by then.</returns>
    public async Task<bool> SendOnceAsync(SentMessageId sent, Func<Task> put, CancellationToken cancellationToken)
    {
        var kept = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        while (Claim(sent, kept.Task) is { } first)
        {
            // The first may fail after the duplicate was answered; so the answer waits for it.
            await first.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellationToken.ThrowIfCancellationRequested();
            if (first.IsCompletedSuccessfully)
            {
                return false;
            }
        }

        try
        {
            await put();
            await ledger.KeepSentIdAsync(sent, cancellationToken);
            kept.SetResult();
        }
        catch
        {
            Release(sent);
            kept.SetCanceled(CancellationToken.None);
            throw;
        }

        await ForgetAsync(cancellationToken);
        return true;
    }

    /// <summary>Whether another message was accepted under the id of this one, which then was never acknowledged.</summary>
    /// <param name="message">A received message.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<bool> IsSupersededAsync(SentMessageId message, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_known.TryGetValue(message.MessageId, out var known))
            {
                // Two messages further apart than the window were both accepted.
                return known.Sent.SequenceNumber != message.SequenceNumber
                    && (known.Sent.AcceptedAt - message.AcceptedAt).Duration() <= window;
            }

            if (message.AcceptedAt < timeProvider.GetUtcNow() - window)
            {
                return false;
            }

            _known[message.MessageId] = (message, Task.CompletedTask);
            _byAge.Enqueue(message);
        }

        await ledger.KeepSentIdAsync(message, cancellationToken);
        return false;
    }

    private Task? Claim(SentMessageId sent, Task kept)
    {
        lock (_lock)
        {
            Evict();
            if (_known.TryGetValue(sent.MessageId, out var known))
            {
                return known.Kept;
            }

            _known[sent.MessageId] = (sent, kept);
            _byAge.Enqueue(sent);
            return null;
        }
    }

    private void Release(SentMessageId sent)
    {
        lock (_lock)
        {
            if (_known.TryGetValue(sent.MessageId, out var known) && known.Sent == sent)
            {
                _known.Remove(sent.MessageId);
            }
        }
    }

    private void Evict()
    {
        var oldest = timeProvider.GetUtcNow() - window;
        while (_byAge.TryPeek(out var sent) && sent.AcceptedAt < oldest)
        {
            _byAge.Dequeue();
            if (_known.TryGetValue(sent.MessageId, out var known) && known.Sent == sent)
            {
                _known.Remove(sent.MessageId);
                _forgotten.Add(sent);
            }
        }
    }

    private async Task ForgetAsync(CancellationToken cancellationToken)
    {
        SentMessageId[] batch;
        lock (_lock)
        {
            if (_forgotten.Count < ForgetBatch)
            {
                return;
            }

            batch = [.. _forgotten];
            _forgotten.Clear();
        }

        await ledger.ForgetSentIdsAsync(batch, cancellationToken);
    }
}
