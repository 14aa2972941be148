#nullable disable // as the real package: its API carries no nullability
using System.Globalization;

namespace Azure.Messaging.ServiceBus;

/// <summary>A message as its receiver sees it.</summary>
public class ServiceBusReceivedMessage
{
    internal ServiceBusReceivedMessage(IReadOnlyDictionary<string, object> properties) =>
        ApplicationProperties = properties;

    /// <summary>Named values beside the body.</summary>
    public IReadOnlyDictionary<string, object> ApplicationProperties { get; }

    /// <summary>The body.</summary>
    public BinaryData Body { get; internal init; }

    /// <summary>What the body is, as a MIME type.</summary>
    public string ContentType { get; internal init; }

    /// <summary>What the message belongs to.</summary>
    public string CorrelationId { get; internal init; }

    /// <summary>Why the message was dead-lettered, in a sentence; null if it was not.</summary>
    public string DeadLetterErrorDescription => Text("DeadLetterErrorDescription");

    /// <summary>Why the message was dead-lettered, in a word; null if it was not.</summary>
    public string DeadLetterReason => Text("DeadLetterReason");

    /// <summary>The queue or subscription that the message was dead-lettered in.</summary>
    public string DeadLetterSource { get; internal init; }

    /// <summary>How often it was delivered, this time included.</summary>
    public int DeliveryCount { get; internal init; }

    /// <summary>Its number where it was first sent to.</summary>
    public long EnqueuedSequenceNumber { get; internal init; }

    /// <summary>When it was accepted, UTC.</summary>
    public DateTimeOffset EnqueuedTime { get; internal init; }

    /// <summary>When it ceases to be deliverable, UTC.</summary>
    public DateTimeOffset ExpiresAt => TimeToLive >= DateTimeOffset.MaxValue - EnqueuedTime
        ? DateTimeOffset.MaxValue
        : EnqueuedTime + TimeToLive;

    /// <summary>Until when it was locked at delivery, UTC.</summary>
    public DateTimeOffset LockedUntil { get; internal init; }

    /// <summary>Names the lock.</summary>
    public string LockToken { get; internal init; }

    /// <summary>The sender's id.</summary>
    public string MessageId { get; internal init; }

    /// <summary>Which partition took it.</summary>
    public string PartitionKey { get; internal init; }

    /// <summary>Where to answer.</summary>
    public string ReplyTo { get; internal init; }

    /// <summary>The session to answer in.</summary>
    public string ReplyToSessionId { get; internal init; }

    /// <summary>When it could first be received, UTC.</summary>
    public DateTimeOffset ScheduledEnqueueTime { get; internal init; }

    /// <summary>Its number, given by the broker, rising.</summary>
    public long SequenceNumber { get; internal init; }

    /// <summary>The session.</summary>
    public string SessionId { get; internal init; }

    /// <summary>Where it stands.</summary>
    public ServiceBusMessageState State { get; internal init; }

    /// <summary>What it is about.</summary>
    public string Subject { get; internal init; }

    /// <summary>How long it may wait.</summary>
    public TimeSpan TimeToLive { get; internal init; }

    /// <summary>A destination, for a router's use.</summary>
    public string To { get; internal init; }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{{MessageId:{MessageId}}}");

    private string Text(string name) =>
        ApplicationProperties.TryGetValue(name, out var value) ? value as string : null;
}
