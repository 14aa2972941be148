using Azure;

namespace Dom.LocalHost.Broker;

/// <content>Settling.</content>
internal sealed partial class BrokerQueue
{
    /// <summary>Finds a held message.</summary>
    /// <param name="lockToken">Its lock.</param>
    /// <returns>Null when the lock is over.</returns>
    public LockedMessage? Held(Guid lockToken) =>
        _locks.TryGetValue(lockToken, out var held) ? held.ToLockedMessage() : null;

    /// <summary>Takes a message off.</summary>
    /// <param name="lockToken">Its lock.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="Azure.Messaging.ServiceBus.ServiceBusException">The lock is lost.</exception>
    public Task CompleteAsync(Guid lockToken, CancellationToken cancellationToken) => SettleAsync(
        lockToken,
        async held =>
        {
            // Where there is a row, it decides; the pointer without it is removed by whoever meets it.
            if (held.IsStored)
            {
                await _ledger.DeleteMessageAsync(held.Message.SequenceNumber, cancellationToken);
                _present.TryRemove(held.Message.SequenceNumber, out _);
            }

            if (!await _storage.DeleteAsync(held.StorageId, held.PopReceipt, cancellationToken) && !held.IsStored)
            {
                throw LockLost();
            }
        },
        cancellationToken);

    /// <summary>Gives a message back for immediate redelivery; after the last delivery it is dead-lettered instead.</summary>
    /// <param name="lockToken">Its lock.</param>
    /// <param name="properties">Application properties to set; null for none.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="Azure.Messaging.ServiceBus.ServiceBusException">The lock is lost.</exception>
    public async Task AbandonAsync(
        Guid lockToken, IDictionary<string, object>? properties, CancellationToken cancellationToken)
    {
        await SettleAsync(lockToken, held => ReleaseAsync(held, properties, cancellationToken), cancellationToken);
        _signal.Pulse();
    }

    /// <summary>Starts the lock's duration anew.</summary>
    /// <param name="lockToken">The lock.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>When the lock runs out now, UTC.</returns>
    /// <exception cref="Azure.Messaging.ServiceBus.ServiceBusException">The lock is lost.</exception>
    public async Task<DateTimeOffset> RenewAsync(Guid lockToken, CancellationToken cancellationToken)
    {
        var held = await EnterAsync(lockToken, cancellationToken);
        try
        {
            held.PopReceipt = await UpdateAsync(held, null, _entity.LockDuration + HiddenGrace, cancellationToken);
            held.LockedUntil = Now + _entity.LockDuration;
            held.Timer?.Change(_entity.LockDuration, Timeout.InfiniteTimeSpan);
            return held.LockedUntil;
        }
        finally
        {
            held.Gate.Release();
        }
    }

    /// <summary>Moves a message to the dead letters.</summary>
    /// <param name="lockToken">Its lock.</param>
    /// <param name="reason">Why.</param>
    /// <param name="properties">Application properties to set; null for none.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="Azure.Messaging.ServiceBus.ServiceBusException">The lock is lost, or a text is too long.</exception>
    /// <exception cref="InvalidOperationException">The message is a dead letter already.</exception>
    public Task DeadLetterAsync(
        Guid lockToken,
        DeadLetterReason reason,
        IDictionary<string, object>? properties,
        CancellationToken cancellationToken)
    {
        reason.Validate(Path);
        return DeadLetters is null
            ? throw new InvalidOperationException($"'{Path}' holds dead letters; they can be completed or abandoned.")
            : SettleAsync(lockToken, held => BuryAsync(held, reason, properties, cancellationToken), cancellationToken);
    }

    private async Task TakeAsync(BrokerMessage message, CancellationToken cancellationToken)
    {
        // The row is what makes the move count: a pointer without a row is removed, a source whose number has a row as well. The
        // pointer waits hidden, so that no receiver removes it before the row is there.
        var number = message.SequenceNumber;
        var pointer = await _storage.PutAsync(BrokerPointer.To(number), PointerDelay, keptFor: null, cancellationToken);
        await _ledger.KeepMessageAsync(number, BrokerMessageJson.Write(message), expiresAt: null, cancellationToken);
        _taken[number] = true;
        _present[number] = true;
        _context.Logger.DeadLettered(
            Path, number, message.Properties.GetValueOrDefault(DeadLetterReason.ReasonProperty) as string);
        await _storage.UpdateAsync(pointer.Id, pointer.PopReceipt, null, TimeSpan.Zero, cancellationToken);
        _signal.Pulse();
    }

    private async Task BuryAsync(
        MessageLock held,
        DeadLetterReason reason,
        IDictionary<string, object>? properties,
        CancellationToken cancellationToken)
    {
        await DeadLetters!.TakeAsync(reason.AddTo(With(held.Message, properties)), cancellationToken);
        if (held.IsStored)
        {
            await _ledger.DeleteMessageAsync(held.Message.SequenceNumber, cancellationToken);
        }

        await _storage.DeleteAsync(held.StorageId, held.PopReceipt, cancellationToken);
    }

    private async Task ReleaseAsync(
        MessageLock held, IDictionary<string, object>? properties, CancellationToken cancellationToken)
    {
        if (DeadLetters is not null && held.DeliveryCount >= _entity.MaxDeliveryCount)
        {
            var reason = DeadLetterReason.TooManyDeliveries(_entity.MaxDeliveryCount);
            await BuryAsync(held, reason, properties, cancellationToken);
            return;
        }

        string? text = null;
        if (properties?.Count > 0)
        {
            var changed = With(held.Message, properties);
            if (held.IsStored)
            {
                await _ledger.KeepMessageAsync(
                    changed.SequenceNumber, BrokerMessageJson.Write(changed), IsDroppedOnExpiry ? changed.ExpiresAt : null, cancellationToken);
            }
            else
            {
                text = await KeepAsync(changed, cancellationToken);
            }
        }

        await UpdateAsync(held, text, TimeSpan.Zero, cancellationToken);
    }

    private async Task ExpireAsync(MessageLock held)
    {
        await held.Gate.WaitAsync();
        try
        {
            if (held.IsOver)
            {
                return;
            }

            // A timer may fire a moment before the clock gets there, and a renewal moves the end.
            if (held.LockedUntil - Now is var left && left > TimeSpan.Zero)
            {
                held.Timer?.Change(left, Timeout.InfiniteTimeSpan);
                return;
            }

            _context.Logger.LockExpired(Path, held.Message.SequenceNumber, held.DeliveryCount);
            Forget(held);
            await ReleaseAsync(held, null, CancellationToken.None);
        }
        catch (Exception failure) when (
            StorageFailure.Is(failure) || failure is Azure.Messaging.ServiceBus.ServiceBusException)
        {
            // The message shows itself when its hidden time is over.
            _context.Logger.ReleaseDelayed(
                Path, held.Message.SequenceNumber, (failure as RequestFailedException)?.Status ?? 0);
        }
        finally
        {
            held.Gate.Release();
            _signal.Pulse();
        }
    }

    private async Task SettleAsync(Guid lockToken, Func<MessageLock, Task> settle, CancellationToken cancellationToken)
    {
        var held = await EnterAsync(lockToken, cancellationToken);
        try
        {
            await settle(held);
            Forget(held);
        }
        finally
        {
            held.Gate.Release();
        }
    }

    private async Task<MessageLock> EnterAsync(Guid lockToken, CancellationToken cancellationToken)
    {
        if (!_locks.TryGetValue(lockToken, out var held))
        {
            throw LockLost();
        }

        await held.Gate.WaitAsync(cancellationToken);
        if (held.IsOver || held.LockedUntil <= Now)
        {
            held.Gate.Release();
            throw LockLost();
        }

        return held;
    }

    private async Task<string> UpdateAsync(
        MessageLock held, string? text, TimeSpan hiddenFor, CancellationToken cancellationToken)
    {
        try
        {
            return await _storage.UpdateAsync(held.StorageId, held.PopReceipt, text, hiddenFor, cancellationToken);
        }
        catch (RequestFailedException gone) when (gone.Status is 400 or 404)
        {
            throw LockLost();
        }
    }

    private static BrokerMessage With(BrokerMessage message, IDictionary<string, object>? properties)
    {
        if (properties is null || properties.Count == 0)
        {
            return message;
        }

        var merged = new Dictionary<string, object>(message.Properties);
        foreach (var (name, value) in properties)
        {
            merged[name] = value;
        }

        return message with { Properties = merged };
    }
}
