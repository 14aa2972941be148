using System.Collections.Concurrent;
using Azure;
using Microsoft.Extensions.Logging;

namespace Dom.LocalHost.Broker;

/// <summary>
/// The scheduled messages of one path. The storage queue hides each until it is due, in whole seconds and seven days at most;
/// a timer shows it at the exact time while this process lives.
/// </summary>
/// <param name="path">The path, for the log.</param>
/// <param name="queue">Where the messages are.</param>
/// <param name="ledger">Remembers them across restarts.</param>
/// <param name="timeProvider">Tells the time.</param>
/// <param name="logger">Gets what fails.</param>
internal sealed class ScheduledMessages(
    string path, QueueStorageQueue queue, BrokerLedger ledger, TimeProvider timeProvider, ILogger logger) : IDisposable
{
    // Timers are limited to 49 days; a daily look is cheap.
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(1);
    private readonly ConcurrentDictionary<long, (ScheduledMessage Message, ITimer Timer)> _waiting = [];

    /// <summary>Called when a message became due and visible.</summary>
    public event Action? Shown;

    /// <summary>How many wait.</summary>
    public int Count => _waiting.Count;

    /// <summary>Reads what waits from the ledger.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        await foreach (var scheduled in ledger.ScheduledAsync(cancellationToken))
        {
            Watch(scheduled);
        }
    }

    /// <summary>Remembers a message that was put hidden.</summary>
    /// <param name="scheduled">The message.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task AddAsync(ScheduledMessage scheduled, CancellationToken cancellationToken)
    {
        await ledger.KeepScheduledAsync(scheduled, cancellationToken);
        Watch(scheduled);
    }

    /// <summary>Forgets a message that is about to be delivered.</summary>
    /// <param name="sequenceNumber">Its number.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task ArrivedAsync(long sequenceNumber, CancellationToken cancellationToken)
    {
        if (Forget(sequenceNumber) is not null)
        {
            await ledger.DeleteScheduledAsync(sequenceNumber, cancellationToken);
        }
    }

    /// <summary>Takes a message back.</summary>
    /// <param name="sequenceNumber">Its number.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False when none of that number waits.</returns>
    public async Task<bool> CancelAsync(long sequenceNumber, CancellationToken cancellationToken)
    {
        if (Forget(sequenceNumber) is not { } scheduled)
        {
            return false;
        }

        var deleted = await queue.DeleteAsync(scheduled.StorageId, scheduled.PopReceipt, cancellationToken);
        await ledger.DeleteScheduledAsync(sequenceNumber, cancellationToken);
        return deleted;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var (_, timer) in _waiting.Values)
        {
            timer.Dispose();
        }

        _waiting.Clear();
    }

    private void Watch(ScheduledMessage scheduled)
    {
        Forget(scheduled.SequenceNumber);
        var timer = timeProvider.CreateTimer(
            _ => LookAgain(scheduled.SequenceNumber), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _waiting[scheduled.SequenceNumber] = (scheduled, timer);
        timer.Change(Left(scheduled), Timeout.InfiniteTimeSpan);
    }

    private TimeSpan Left(ScheduledMessage scheduled)
    {
        var left = scheduled.Due - timeProvider.GetUtcNow();
        return left < TimeSpan.Zero ? TimeSpan.Zero : left < LongestTimer ? left : LongestTimer;
    }

    private ScheduledMessage? Forget(long sequenceNumber)
    {
        if (!_waiting.TryRemove(sequenceNumber, out var waiting))
        {
            return null;
        }

        waiting.Timer.Dispose();
        return waiting.Message;
    }

    private void LookAgain(long sequenceNumber)
    {
        if (_waiting.TryGetValue(sequenceNumber, out var waiting))
        {
            if (waiting.Message.Due > timeProvider.GetUtcNow())
            {
                waiting.Timer.Change(Left(waiting.Message), Timeout.InfiniteTimeSpan);
            }
            else
            {
                _ = ShowAsync(waiting.Message);
            }
        }
    }

    private async Task ShowAsync(ScheduledMessage scheduled)
    {
        try
        {
            await queue.UpdateAsync(
                scheduled.StorageId, scheduled.PopReceipt, null, TimeSpan.Zero, CancellationToken.None);
        }
        catch (Exception failure) when (StorageFailure.Is(failure))
        {
            // Handed out already, or the storage is away: the message shows itself when its hidden time is over.
            logger.ScheduledNotShown(path, scheduled.SequenceNumber, (failure as RequestFailedException)?.Status ?? 0);
        }

        Shown?.Invoke();
    }
}
