namespace Dom.LocalHost.Broker;

/// <summary>The broker's side of a lock. Whoever changes it holds its gate.</summary>
/// <param name="message">The message.</param>
/// <param name="handedOut">As the storage queue handed it out.</param>
/// <param name="isStored">Whether the storage queue holds a pointer and the ledger the message.</param>
internal sealed class MessageLock(BrokerMessage message, QueueStorageMessage handedOut, bool isStored) : IDisposable
{
    /// <summary>Names the lock.</summary>
    public Guid Token { get; } = Guid.NewGuid();

    /// <summary>The message.</summary>
    public BrokerMessage Message { get; } = message;

    /// <summary>Whether the storage queue holds a pointer and the ledger the message.</summary>
    public bool IsStored { get; } = isStored;

    /// <summary>The storage queue's id of the message.</summary>
    public string StorageId { get; } = handedOut.Id;

    /// <summary>The newest pop receipt.</summary>
    public string PopReceipt { get; set; } = handedOut.PopReceipt;

    /// <summary>How often the message was delivered, this time included.</summary>
    public int DeliveryCount { get; } = handedOut.DequeueCount - message.HandOutsBefore;

    /// <summary>When the lock runs out, UTC.</summary>
    public DateTimeOffset LockedUntil { get; set; }

    /// <summary>Ends the lock at its time.</summary>
    public ITimer? Timer { get; set; }

    /// <summary>Whether the message was settled or the lock ran out.</summary>
    public bool IsOver { get; set; }

    /// <summary>One change at a time: a renewal gives the message a new receipt, which completing it then needs.</summary>
    public SemaphoreSlim Gate { get; } = new(1);

    /// <summary>What the receiver gets.</summary>
    public LockedMessage ToLockedMessage() => new(Message, Token, LockedUntil, DeliveryCount);

    /// <inheritdoc/>
    public void Dispose() => Timer?.Dispose();
}
