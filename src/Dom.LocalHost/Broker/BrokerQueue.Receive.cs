using System.Text;
using System.Text.Json;

namespace Dom.LocalHost.Broker;

/// <content>Receiving.</content>
internal sealed partial class BrokerQueue
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    /// <summary>Locks messages, oldest first; waits for the first of them.</summary>
    /// <param name="max">How many at most, 1 or more; one call gives 32 at most.</param>
    /// <param name="wait">How long to wait when there is none; zero looks once.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>None when the time is over.</returns>
    public async Task<IReadOnlyList<LockedMessage>> ReceiveAsync(
        int max, TimeSpan wait, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(max, 1);
        var deadline = Now + (wait < LongestWait && wait >= TimeSpan.Zero ? wait : LongestWait);
        while (true)
        {
            var signal = _signal.Next;
            var handedOut = await _storage.GetAsync(
                Math.Min(max, QueueStorageQueue.MaxBatch), _entity.LockDuration + HiddenGrace, cancellationToken);
            var received = new List<LockedMessage>(handedOut.Count);
            foreach (var message in handedOut)
            {
                if (await AdmitAsync(message, cancellationToken) is { } locked)
                {
                    received.Add(locked);
                }
            }

            var left = deadline - Now;
            if (received.Count > 0 || (handedOut.Count == 0 && left <= TimeSpan.Zero))
            {
                return received;
            }

            if (handedOut.Count == 0)
            {
                // A wait is cut to whole milliseconds; cut to nothing it would spin.
                var pause = left < _context.PollInterval ? left : _context.PollInterval;
                pause = TimeSpan.FromMilliseconds(Math.Ceiling(pause.TotalMilliseconds));
                await signal.WaitAsync(pause, _context.TimeProvider, cancellationToken)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
    }

    private async Task<LockedMessage?> AdmitAsync(QueueStorageMessage handedOut, CancellationToken cancellationToken)
    {
        if (await ReadAsync(handedOut, cancellationToken) is not var (message, isStored))
        {
            return null;
        }

        if (await WhyLeftOverAsync(message, handedOut, cancellationToken) is { } why)
        {
            _context.Logger.LeftOverRemoved(Path, message.SequenceNumber, why);
            await RemoveAsync(message, handedOut, isStored, cancellationToken);
            return null;
        }

        if (message.ScheduledFor is { } due)
        {
            if (due > Now)
            {
                await PostponeAsync(message, handedOut, isStored, due, cancellationToken);
                return null;
            }

            await _scheduled.ArrivedAsync(message.SequenceNumber, cancellationToken);
        }

        return await UndeliverableAsync(message, handedOut, isStored, cancellationToken)
            ? null
            : Lock(new(message, handedOut, isStored)).ToLockedMessage();
    }

    private async Task<(BrokerMessage Message, bool IsStored)?> ReadAsync(
        QueueStorageMessage handedOut, CancellationToken cancellationToken)
    {
        var isStored = BrokerPointer.TryRead(handedOut.Text, out var number);
        var json = isStored
            ? await _ledger.MessageAsync(number, cancellationToken)
            : Encoding.UTF8.GetBytes(handedOut.Text);
        if (json is null)
        {
            _context.Logger.LeftOverRemoved(Path, number, "it was settled");
            await _storage.DeleteAsync(handedOut.Id, handedOut.PopReceipt, cancellationToken);
            return null;
        }

        try
        {
            return (BrokerMessageJson.Read(json), isStored);
        }
        catch (JsonException broken)
        {
            _context.Logger.ForeignMessage(Path, handedOut.Id, broken.Message);
            await _storage.UpdateAsync(handedOut.Id, handedOut.PopReceipt, null, SetAside, cancellationToken);
            return null;
        }
    }

    private async Task<string?> WhyLeftOverAsync(
        BrokerMessage message, QueueStorageMessage handedOut, CancellationToken cancellationToken)
    {
        if (_locked.TryGetValue(message.SequenceNumber, out var held))
        {
            if (held.StorageId != handedOut.Id)
            {
                return "it has two pointers";
            }

            // The storage queue's clock was faster than ours, so the lock has ended.
            Forget(held);
        }

        if (DeadLetters is null)
        {
            return null;
        }

        if (DeadLetters._taken.ContainsKey(message.SequenceNumber))
        {
            return "it was dead-lettered";
        }

        return _duplicates is not null && !message.IdIsOurs
            && await _duplicates.IsSupersededAsync(
                new(message.MessageId!, message.SequenceNumber, message.AcceptedAt), cancellationToken)
            ? "its sender sent it again"
            : null;
    }

    private async Task<bool> UndeliverableAsync(
        BrokerMessage message, QueueStorageMessage handedOut, bool isStored, CancellationToken cancellationToken)
    {
        if (DeadLetters is null)
        {
            return false;
        }

        if (message.ExpiresAt <= Now)
        {
            if (_entity.DeadLetterOnExpiry)
            {
                await DeadLetters.TakeAsync(DeadLetterReason.Expired.AddTo(message), cancellationToken);
            }
            else
            {
                _context.Logger.ExpiredDropped(Path, message.SequenceNumber);
            }
        }
        else if (handedOut.DequeueCount - message.HandOutsBefore > _entity.MaxDeliveryCount)
        {
            var reason = DeadLetterReason.TooManyDeliveries(_entity.MaxDeliveryCount);
            await DeadLetters.TakeAsync(reason.AddTo(message), cancellationToken);
        }
        else
        {
            return false;
        }

        await RemoveAsync(message, handedOut, isStored, cancellationToken);
        return true;
    }

    private async Task PostponeAsync(
        BrokerMessage message,
        QueueStorageMessage handedOut,
        bool isStored,
        DateTimeOffset due,
        CancellationToken cancellationToken)
    {
        var text = await KeepAsync(message with { HandOutsBefore = handedOut.DequeueCount }, cancellationToken);
        var receipt = await _storage.UpdateAsync(
            handedOut.Id, handedOut.PopReceipt, isStored ? null : text, Until(due), cancellationToken);
        await _scheduled.AddAsync(new(message.SequenceNumber, due, handedOut.Id, receipt), cancellationToken);
    }

    private async Task RemoveAsync(
        BrokerMessage message, QueueStorageMessage handedOut, bool isStored, CancellationToken cancellationToken)
    {
        // A second pointer to a dead letter must not take the row with it.
        if (isStored && DeadLetters is not null)
        {
            await _ledger.DeleteMessageAsync(message.SequenceNumber, cancellationToken);
        }

        await _storage.DeleteAsync(handedOut.Id, handedOut.PopReceipt, cancellationToken);
    }

    private MessageLock Lock(MessageLock held)
    {
        held.LockedUntil = Now + _entity.LockDuration;
        _locks[held.Token] = held;
        _locked[held.Message.SequenceNumber] = held;
        held.Timer = _context.TimeProvider.CreateTimer(
            _ => _ = ExpireAsync(held), null, _entity.LockDuration, Timeout.InfiniteTimeSpan);
        return held;
    }

    private void Forget(MessageLock held)
    {
        held.IsOver = true;
        held.Dispose();
        _locks.TryRemove(held.Token, out _);
        _locked.TryRemove(new(held.Message.SequenceNumber, held));
    }
}
