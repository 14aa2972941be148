#nullable disable // as the real package: its API carries no nullability
namespace Azure.Messaging.ServiceBus;

/// <summary>Makes messages that no service delivered: for tests and for hosts.</summary>
public static class ServiceBusModelFactory
{
    /// <summary>A received message of these values; pass them by name.</summary>
    /// <param name="body">The body.</param>
    /// <param name="messageId">The sender's id.</param>
    /// <param name="partitionKey">Which partition took it.</param>
    /// <param name="viaPartitionKey">Which partition it was transferred over.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="replyToSessionId">The session to answer in.</param>
    /// <param name="timeToLive">How long it may wait.</param>
    /// <param name="correlationId">What it belongs to.</param>
    /// <param name="subject">What it is about.</param>
    /// <param name="to">A destination.</param>
    /// <param name="contentType">What the body is.</param>
    /// <param name="replyTo">Where to answer.</param>
    /// <param name="scheduledEnqueueTime">When it could first be received.</param>
    /// <param name="properties">Application properties.</param>
    /// <param name="lockTokenGuid">Names the lock.</param>
    /// <param name="deliveryCount">How often it was delivered.</param>
    /// <param name="lockedUntil">Until when it is locked.</param>
    /// <param name="sequenceNumber">Its number.</param>
    /// <param name="deadLetterSource">Where it was dead-lettered.</param>
    /// <param name="enqueuedSequenceNumber">Its number where it was first sent to.</param>
    /// <param name="enqueuedTime">When it was accepted.</param>
    /// <param name="serviceBusMessageState">Where it stands.</param>
    public static ServiceBusReceivedMessage ServiceBusReceivedMessage(
        BinaryData body = null,
        string messageId = null,
        string partitionKey = null,
        string viaPartitionKey = null,
        string sessionId = null,
        string replyToSessionId = null,
        TimeSpan timeToLive = default,
        string correlationId = null,
        string subject = null,
        string to = null,
        string contentType = null,
        string replyTo = null,
        DateTimeOffset scheduledEnqueueTime = default,
        IDictionary<string, object> properties = null,
        Guid lockTokenGuid = default,
        int deliveryCount = 0,
        DateTimeOffset lockedUntil = default,
        long sequenceNumber = -1,
        string deadLetterSource = null,
        long enqueuedSequenceNumber = 0,
        DateTimeOffset enqueuedTime = default,
        ServiceBusMessageState serviceBusMessageState = ServiceBusMessageState.Active)
    {
        // A transfer partition has no reader outside transactions, which the stand-in does not offer.
        _ = viaPartitionKey;
        return new(new Dictionary<string, object>(properties ?? new Dictionary<string, object>()))
        {
            Body = body,
            MessageId = messageId,
            PartitionKey = partitionKey,
            SessionId = sessionId,
            ReplyToSessionId = replyToSessionId,
            TimeToLive = timeToLive,
            CorrelationId = correlationId,
            Subject = subject,
            To = to,
            ContentType = contentType,
            ReplyTo = replyTo,
            ScheduledEnqueueTime = scheduledEnqueueTime,
            LockToken = lockTokenGuid.ToString(),
            DeliveryCount = deliveryCount,
            LockedUntil = lockedUntil,
            SequenceNumber = sequenceNumber,
            DeadLetterSource = deadLetterSource,
            EnqueuedSequenceNumber = enqueuedSequenceNumber,
            EnqueuedTime = enqueuedTime,
            State = serviceBusMessageState,
        };
    }
}
