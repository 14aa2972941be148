using System.Globalization;
using Azure.Messaging.ServiceBus;

namespace Dom.LocalHost.Broker;

/// <summary>What senders send to: a queue or a topic.</summary>
/// <param name="entity">Its declaration.</param>
/// <param name="numbers">Its sequence numbers.</param>
/// <param name="duplicates">What it accepted; null without duplicate detection.</param>
/// <param name="targets">The queue, or the topic's subscriptions.</param>
/// <param name="context">What the broker's parts share.</param>
internal sealed class BrokerIntake(
    BrokerEntity entity,
    SequenceNumbers numbers,
    DuplicateDetection? duplicates,
    IReadOnlyList<BrokerQueue> targets,
    BrokerContext context) : IDisposable
{
    /// <summary>Its declaration.</summary>
    public BrokerEntity Entity => entity;

    /// <summary>The queue, or the topic's subscriptions.</summary>
    public IReadOnlyList<BrokerQueue> Targets => targets;

    /// <summary>Reads the ids of the duplicate detection's window.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task OpenAsync(CancellationToken cancellationToken) =>
        duplicates?.LoadAsync(cancellationToken) ?? Task.CompletedTask;

    /// <summary>Accepts a message; it is kept when this returns. A duplicate is dropped.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The message's number.</returns>
    /// <exception cref="ServiceBusException">The message is larger than 256 KB.</exception>
    /// <exception cref="ArgumentException">An id is longer than 128 characters.</exception>
    public async Task<long> SendAsync(BrokerMessage message, CancellationToken cancellationToken)
    {
        Check(message);
        var now = context.TimeProvider.GetUtcNow();
        var due = message.ScheduledFor > now ? message.ScheduledFor : null;
        var isOurs = string.IsNullOrEmpty(message.MessageId);
        var accepted = message with
        {
            SequenceNumber = await numbers.NextAsync(cancellationToken),
            MessageId = isOurs ? Guid.NewGuid().ToString("N") : message.MessageId,
            IdIsOurs = isOurs,
            ScheduledFor = due,
            AcceptedAt = now,
            EnqueuedAt = due ?? now,
            TimeToLive = message.TimeToLive < entity.DefaultTimeToLive ? message.TimeToLive : entity.DefaultTimeToLive,
        };
        if (isOurs || duplicates is null)
        {
            await PutAsync(accepted, cancellationToken);
        }
        else if (!await duplicates.SendOnceAsync(
            new(accepted.MessageId!, accepted.SequenceNumber, now),
            () => PutAsync(accepted, cancellationToken),
            cancellationToken))
        {
            context.Logger.DuplicateDropped(entity.Name, accepted.MessageId!);
        }

        return accepted.SequenceNumber;
    }

    /// <summary>Takes a scheduled message back.</summary>
    /// <param name="sequenceNumber">Its number.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ServiceBusException">No message of that number waits.</exception>
    public async Task CancelScheduledAsync(long sequenceNumber, CancellationToken cancellationToken)
    {
        var found = false;
        foreach (var target in targets)
        {
            found |= await target.CancelScheduledAsync(sequenceNumber, cancellationToken);
        }

        if (!found)
        {
            throw new ServiceBusException(
                string.Create(CultureInfo.InvariantCulture, $"No scheduled message has the number {sequenceNumber}."),
                ServiceBusFailureReason.MessageNotFound,
                entity.Name);
        }
    }

    /// <summary>Checks what can be checked before sending.</summary>
    /// <param name="message">The message.</param>
    /// <exception cref="ServiceBusException">The message is larger than 256 KB.</exception>
    /// <exception cref="ArgumentException">An id is longer than 128 characters.</exception>
    public void Check(BrokerMessage message)
    {
        CheckId(nameof(message.MessageId), message.MessageId);
        CheckId(nameof(message.SessionId), message.SessionId);
        CheckId(nameof(message.PartitionKey), message.PartitionKey);
        if (message.SizeBytes > BrokerLimits.MaxMessageBytes)
        {
            throw new ServiceBusException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The message has {message.SizeBytes} bytes; allowed are {BrokerLimits.MaxMessageBytes}."),
                ServiceBusFailureReason.MessageSizeExceeded,
                entity.Name);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => numbers.Dispose();

    private async Task PutAsync(BrokerMessage message, CancellationToken cancellationToken)
    {
        foreach (var target in targets)
        {
            await target.PutAsync(message, cancellationToken);
        }
    }

    private static void CheckId(string name, string? id)
    {
        if (id?.Length > BrokerLimits.MaxIdLength)
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"{name} has {id.Length} characters; allowed are {BrokerLimits.MaxIdLength}."));
        }
    }
}
