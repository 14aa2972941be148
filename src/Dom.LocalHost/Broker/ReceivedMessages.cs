using Azure.Messaging.ServiceBus;

namespace Dom.LocalHost.Broker;

/// <summary>Locked messages as functions see them.</summary>
internal static class ReceivedMessages
{
    /// <summary>A locked message as a function sees it.</summary>
    /// <param name="locked">The message.</param>
    public static ServiceBusReceivedMessage ToReceivedMessage(this LockedMessage locked)
    {
        var message = locked.Message;
        return ServiceBusModelFactory.ServiceBusReceivedMessage(
            body: BinaryData.FromBytes(message.Body),
            messageId: message.MessageId,
            partitionKey: message.PartitionKey,
            sessionId: message.SessionId,
            replyToSessionId: message.ReplyToSessionId,
            timeToLive: message.TimeToLive,
            correlationId: message.CorrelationId,
            subject: message.Subject,
            to: message.To,
            contentType: message.ContentType,
            replyTo: message.ReplyTo,
            scheduledEnqueueTime: message.ScheduledFor ?? default,
            properties: message.Properties.ToDictionary(pair => pair.Key, pair => pair.Value),
            lockTokenGuid: locked.LockToken,
            deliveryCount: locked.DeliveryCount,
            lockedUntil: locked.LockedUntil,
            sequenceNumber: message.SequenceNumber,
            enqueuedSequenceNumber: message.SequenceNumber,
            enqueuedTime: message.EnqueuedAt);
    }
}
