using Microsoft.Extensions.Logging;

namespace Dom.Functions.Intake;

/// <summary>What intake logs. Event ids 1000 to 1099.</summary>
internal static partial class IntakeLog
{
    [LoggerMessage(EventId = 1000, Level = LogLevel.Information, Message = "Order {OrderId}: {Outcome}")]
    public static partial void OrderReceived(this ILogger logger, string orderId, IntakeOutcome outcome);

    [LoggerMessage(EventId = 1001, Level = LogLevel.Warning, Message = "Message {MessageId} is dead-lettered: {Reason}")]
    public static partial void MessageDeadLettered(this ILogger logger, string messageId, string reason);
}
