using Microsoft.Extensions.Logging;

namespace Dom.LocalHost.Hosting;

/// <summary>What the functions host logs: event ids 5200 to 5299.</summary>
internal static partial class HostingLog
{
    /// <summary>The host runs.</summary>
    [LoggerMessage(EventId = 5200, Level = LogLevel.Information, Message = "{FunctionCount} functions, HTTP at {Address}")]
    public static partial void HostStarted(this ILogger logger, int functionCount, Uri address);

    /// <summary>A function failed.</summary>
    [LoggerMessage(EventId = 5201, Level = LogLevel.Error, Message = "Function {Function}, invocation {InvocationId}, failed")]
    public static partial void FunctionFailed(
        this ILogger logger, Exception exception, string function, string invocationId);

    /// <summary>A request had no or a wrong host key.</summary>
    [LoggerMessage(EventId = 5202, Level = LogLevel.Information, Message = "Function {Function}: no or a wrong key")]
    public static partial void KeyRefused(this ILogger logger, string function);

    /// <summary>A trigger listens.</summary>
    [LoggerMessage(EventId = 5203, Level = LogLevel.Information, Message = "Function {Function} listens to {Path}")]
    public static partial void TriggerListens(this ILogger logger, string function, string path);

    /// <summary>A message could not be settled by the host.</summary>
    [LoggerMessage(EventId = 5204, Level = LogLevel.Warning,
        Message = "Function {Function}: message {SequenceNumber} could not be settled or its lock renewed: {Why}")]
    public static partial void SettlementFailed(this ILogger logger, string function, long sequenceNumber, string why);

    /// <summary>The broker's storage is away.</summary>
    [LoggerMessage(EventId = 5205, Level = LogLevel.Error, Message = "Function {Function} cannot receive; it tries again in {Pause}")]
    public static partial void ReceiveFailed(this ILogger logger, Exception exception, string function, TimeSpan pause);

    /// <summary>A timer function waits.</summary>
    [LoggerMessage(EventId = 5206, Level = LogLevel.Debug, Message = "Function {Function} runs next at {Next}")]
    public static partial void TimerWaits(this ILogger logger, string function, DateTimeOffset next);
}
