using Dom.LocalHost.Durable.History;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Dom.LocalHost.Durable.Engine;

/// <summary>What the durable engine logs. Event ids 5000 to 5099.</summary>
internal static partial class DurableLog
{
    /// <summary>The engine is ready.</summary>
    [LoggerMessage(EventId = 5000, Level = LogLevel.Information,
        Message = "Durable engine started: {Open} orchestrations go on, {Activities} activities run again, {Timers} timers are armed, {Mail} rows of mail wait")]
    public static partial void EngineStarted(this ILogger logger, int open, int activities, int timers, int mail);

    /// <summary>The engine cannot go on.</summary>
    [LoggerMessage(EventId = 5001, Level = LogLevel.Critical, Message = "The durable engine has stopped and must be started anew; nothing stored is lost")]
    public static partial void EngineFailed(this ILogger logger, Exception exception);

    /// <summary>Storage does not answer.</summary>
    [LoggerMessage(EventId = 5002, Level = LogLevel.Error,
        Message = "Storage failed for orchestration {InstanceId}; it is tried again in {Delay}, and nothing is lost")]
    public static partial void StorageFailed(this ILogger logger, Exception exception, string instanceId, TimeSpan delay);

    /// <summary>Storage refuses an episode.</summary>
    [LoggerMessage(EventId = 5003, Level = LogLevel.Error, Message = "Storage refuses an episode of orchestration {InstanceId}, which therefore fails")]
    public static partial void EpisodeRefused(this ILogger logger, Exception exception, string instanceId);

    /// <summary>What ended long ago was not forgotten.</summary>
    [LoggerMessage(EventId = 5004, Level = LogLevel.Warning, Message = "What ended long ago could not be forgotten; it is tried again in {Delay}")]
    public static partial void SweepFailed(this ILogger logger, Exception exception, TimeSpan delay);

    /// <summary>An orchestration ended.</summary>
    [LoggerMessage(EventId = 5010, Level = LogLevel.Debug, Message = "Orchestration {InstanceId} ({Name}) ended as {Status}")]
    public static partial void InstanceEnded(this ILogger logger, string instanceId, string name, OrchestrationRuntimeStatus status);

    /// <summary>An orchestration failed.</summary>
    [LoggerMessage(EventId = 5011, Level = LogLevel.Error, Message = "Orchestration {InstanceId} ({Name}) failed: {Error}")]
    public static partial void InstanceFailed(this ILogger logger, string instanceId, string name, FailureRecord error);

    /// <summary>An activity threw.</summary>
    [LoggerMessage(EventId = 5012, Level = LogLevel.Warning, Message = "Activity {Name} of orchestration {InstanceId} failed")]
    public static partial void ActivityFailed(this ILogger logger, Exception? exception, string name, string instanceId);

    /// <summary>Nobody receives an event.</summary>
    [LoggerMessage(EventId = 5013, Level = LogLevel.Warning,
        Message = "Orchestration {SenderId} sent '{EventName}' to {InstanceId}, which does not exist or has ended; the event is dropped, as in Azure")]
    public static partial void EventDropped(this ILogger logger, string senderId, string? eventName, string instanceId);

    /// <summary>What ended long ago was forgotten.</summary>
    [LoggerMessage(EventId = 5014, Level = LogLevel.Debug, Message = "Forgot {Count} orchestrations that had ended more than {Age} ago")]
    public static partial void EndedForgotten(this ILogger logger, int count, TimeSpan age);
}
