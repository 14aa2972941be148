using System.Collections.Concurrent;
using System.Text;
using Azure.Messaging.ServiceBus;

namespace Dom.LocalHost.Broker;

/// <summary>
/// What receivers read from: a queue, a subscription, or the dead letters of one. The storage queue holds the messages, hides
/// what is locked and counts the deliveries, so a killed process loses nothing: its locks run out. Dead letters, and messages too
/// large for the storage queue, are rows of the ledger with a pointer in the storage queue; the row decides whether they exist.
/// </summary>
internal sealed partial class BrokerQueue : IDisposable
{
    // The storage queue takes 64 KiB of text.
    private const int MaxInlineBytes = 48 * 1024;

    // The storage queue hides a locked message a little longer than the lock lasts, so that the lock always ends here first.
    private static readonly TimeSpan HiddenGrace = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PointerDelay = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestKept = TimeSpan.FromDays(365);
    private static readonly TimeSpan SetAside = TimeSpan.FromDays(1);

    private readonly BrokerEntity _entity;
    private readonly DuplicateDetection? _duplicates;
    private readonly BrokerContext _context;
    private readonly QueueStorageQueue _storage;
    private readonly BrokerLedger _ledger;
    private readonly ScheduledMessages _scheduled;
    private readonly BrokerSignal _signal = new();
    private readonly ConcurrentDictionary<Guid, MessageLock> _locks = [];
    private readonly ConcurrentDictionary<long, MessageLock> _locked = [];

    // Dead letters only: which numbers have a row now, and which ever had one while this process lived.
    private readonly ConcurrentDictionary<long, bool> _present = [];
    private readonly ConcurrentDictionary<long, bool> _taken = [];

    /// <summary>Describes a path to receive from.</summary>
    /// <param name="path">The path.</param>
    /// <param name="entity">The queue or topic it belongs to.</param>
    /// <param name="duplicates">What the entity accepted; null without duplicate detection and for dead letters.</param>
    /// <param name="context">What all of a broker's queues share.</param>
    /// <param name="deadLetters">Where its dead letters go; null if this holds dead letters.</param>
    public BrokerQueue(
        string path,
        BrokerEntity entity,
        DuplicateDetection? duplicates,
        BrokerContext context,
        BrokerQueue? deadLetters)
    {
        Path = path;
        DeadLetters = deadLetters;
        _entity = entity;
        _duplicates = duplicates;
        _context = context;
        _storage = context.Storage.QueueOf(path);
        _ledger = context.Storage.LedgerOf(path);
        _scheduled = new(path, _storage, _ledger, context.TimeProvider, context.Logger);
        _scheduled.Shown += _signal.Pulse;
    }

    /// <summary>The path.</summary>
    public string Path { get; }

    /// <summary>Where its dead letters are; null if this holds dead letters.</summary>
    public BrokerQueue? DeadLetters { get; }

    private bool IsDroppedOnExpiry => DeadLetters is not null && !_entity.DeadLetterOnExpiry;

    private DateTimeOffset Now => _context.TimeProvider.GetUtcNow();

    /// <summary>Creates the storage queue unless it is there, and reads what the ledger keeps.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        await _storage.CreateIfMissingAsync(cancellationToken);
        if (DeadLetters is null)
        {
            await foreach (var number in _ledger.MessageNumbersAsync(cancellationToken))
            {
                _present[number] = true;
                _taken[number] = true;
            }
        }
        else
        {
            await _scheduled.LoadAsync(cancellationToken);
        }
    }

    /// <summary>Adds a message; it is kept when this returns.</summary>
    /// <param name="message">An accepted message with its number.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task PutAsync(BrokerMessage message, CancellationToken cancellationToken)
    {
        var hidden = message.ScheduledFor is { } due ? Until(due) : TimeSpan.Zero;
        var text = await KeepAsync(message, cancellationToken);
        var put = await _storage.PutAsync(text, hidden, KeptFor(message), cancellationToken);
        if (message.ScheduledFor is { } later)
        {
            await _scheduled.AddAsync(
                new(message.SequenceNumber, later, put.Id, put.PopReceipt), cancellationToken);
        }
        else
        {
            _signal.Pulse();
        }
    }

    /// <summary>Forgets what has expired and is not dead-lettered, whether anybody receives or not.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task ForgetExpiredAsync(CancellationToken cancellationToken)
    {
        if (!IsDroppedOnExpiry)
        {
            return;
        }

        // The storage queue forgets by itself, Azurite's when it is asked for something; the rows of large messages are ours.
        await _storage.PeekAsync(cancellationToken);
        await _ledger.DeleteExpiredMessagesAsync(Now - _entity.LockDuration, cancellationToken);
    }

    /// <summary>Takes a scheduled message back.</summary>
    /// <param name="sequenceNumber">Its number.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False when none of that number waits.</returns>
    public Task<bool> CancelScheduledAsync(long sequenceNumber, CancellationToken cancellationToken) =>
        _scheduled.CancelAsync(sequenceNumber, cancellationToken);

    /// <summary>How many messages there are.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<BrokerCounts> CountAsync(CancellationToken cancellationToken)
    {
        if (DeadLetters is null)
        {
            return new(_present.Count, 0, 0);
        }

        var all = await _storage.CountAsync(cancellationToken);
        return new(Math.Max(0, all - _scheduled.Count), DeadLetters._present.Count, _scheduled.Count);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _scheduled.Dispose();
        foreach (var held in _locks.Values)
        {
            held.Dispose();
        }

        _locks.Clear();
        _locked.Clear();
    }

    // Longer than the message may wait: who has received it in its last second can still settle it.
    private TimeSpan? KeptFor(BrokerMessage message) =>
        IsDroppedOnExpiry && message.ExpiresAt - Now < LongestKept ? message.ExpiresAt - Now + _entity.LockDuration + HiddenGrace : null;

    private TimeSpan Until(DateTimeOffset due)
    {
        var left = due - Now;
        return left < TimeSpan.Zero ? TimeSpan.Zero
            : left < QueueStorageQueue.MaxInvisible ? left
            : QueueStorageQueue.MaxInvisible;
    }

    private async Task<string> KeepAsync(BrokerMessage message, CancellationToken cancellationToken)
    {
        var json = BrokerMessageJson.Write(message);
        if (json.Length <= MaxInlineBytes)
        {
            return Encoding.UTF8.GetString(json);
        }

        await _ledger.KeepMessageAsync(message.SequenceNumber, json, IsDroppedOnExpiry ? message.ExpiresAt : null, cancellationToken);
        return BrokerPointer.To(message.SequenceNumber);
    }

    private ServiceBusException LockLost() => new(
        "The lock is lost: it ran out, the message was settled already, or the host was restarted since. Receive the message again.",
        ServiceBusFailureReason.MessageLockLost,
        Path);
}
