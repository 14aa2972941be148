using Microsoft.Extensions.Logging;

namespace Dom.LocalHost.Broker;

/// <summary>What the broker logs: event ids 5100 to 5199.</summary>
internal static partial class BrokerLog
{
    /// <summary>A broker has read what it kept.</summary>
    [LoggerMessage(EventId = 5100, Level = LogLevel.Information,
        Message = "Broker open with {QueueCount} queues and subscriptions, {DeadLetterCount} dead letters")]
    public static partial void BrokerOpened(this ILogger logger, int queueCount, int deadLetterCount);

    /// <summary>A duplicate was dropped.</summary>
    [LoggerMessage(EventId = 5101, Level = LogLevel.Information,
        Message = "{Entity}: message id {MessageId} was accepted before; the duplicate is dropped")]
    public static partial void DuplicateDropped(this ILogger logger, string entity, string messageId);

    /// <summary>A message was dead-lettered.</summary>
    [LoggerMessage(EventId = 5102, Level = LogLevel.Warning,
        Message = "{Path}: message {SequenceNumber} dead-lettered: {Reason}")]
    public static partial void DeadLettered(this ILogger logger, string path, long sequenceNumber, string? reason);

    /// <summary>A lock ran out.</summary>
    [LoggerMessage(EventId = 5103, Level = LogLevel.Warning,
        Message = "{Path}: the lock of message {SequenceNumber} ran out at delivery {DeliveryCount}")]
    public static partial void LockExpired(this ILogger logger, string path, long sequenceNumber, int deliveryCount);

    /// <summary>A lock ran out and the message could not be shown at once.</summary>
    [LoggerMessage(EventId = 5104, Level = LogLevel.Information,
        Message = "{Path}: message {SequenceNumber} shows itself later (status {Status})")]
    public static partial void ReleaseDelayed(this ILogger logger, string path, long sequenceNumber, int status);

    /// <summary>A scheduled message could not be shown at its exact time.</summary>
    [LoggerMessage(EventId = 5105, Level = LogLevel.Debug,
        Message = "{Path}: scheduled message {SequenceNumber} was not shown by its timer (status {Status})")]
    public static partial void ScheduledNotShown(this ILogger logger, string path, long sequenceNumber, int status);

    /// <summary>A text in a storage queue is not the broker's.</summary>
    [LoggerMessage(EventId = 5106, Level = LogLevel.Error,
        Message = "{Path}: storage message {StorageId} is not one of the broker's and is set aside for a day: {Why}")]
    public static partial void ForeignMessage(this ILogger logger, string path, string storageId, string why);

    /// <summary>What an ended process left behind was removed.</summary>
    [LoggerMessage(EventId = 5107, Level = LogLevel.Information,
        Message = "{Path}: a left-over of message {SequenceNumber} is removed: {Why}")]
    public static partial void LeftOverRemoved(this ILogger logger, string path, long sequenceNumber, string why);

    /// <summary>A message waited too long and is not kept.</summary>
    [LoggerMessage(EventId = 5108, Level = LogLevel.Information,
        Message = "{Path}: message {SequenceNumber} expired and is dropped")]
    public static partial void ExpiredDropped(this ILogger logger, string path, long sequenceNumber);

    /// <summary>Expired messages could not be forgotten.</summary>
    [LoggerMessage(EventId = 5109, Level = LogLevel.Warning,
        Message = "Expired messages are kept for another while: storage does not answer")]
    public static partial void SweepFailed(this ILogger logger, Exception exception);

    /// <summary>The REST data plane listens.</summary>
    [LoggerMessage(EventId = 5110, Level = LogLevel.Information, Message = "Service Bus REST data plane at {Address}")]
    public static partial void RestListening(this ILogger logger, Uri address);

    /// <summary>A REST request failed inside.</summary>
    [LoggerMessage(EventId = 5111, Level = LogLevel.Error, Message = "{Method} {Path} failed")]
    public static partial void RestFailed(this ILogger logger, Exception exception, string method, string path);
}
