using Microsoft.Extensions.Logging;

namespace Dom.Functions.Waves;

/// <summary>What waves log. Event ids 1400 to 1499.</summary>
internal static partial class WaveLog
{
    [LoggerMessage(EventId = 1400, Level = LogLevel.Information, Message = "Wave {WaveId} is started; late by a missed run: {IsLate}")]
    public static partial void WaveStarted(this ILogger logger, string waveId, bool isLate);

    [LoggerMessage(EventId = 1401, Level = LogLevel.Information, Message = "No wave is started: wave {WaveId} is still under way")]
    public static partial void WaveUnderWay(this ILogger logger, string? waveId);

    [LoggerMessage(EventId = 1402, Level = LogLevel.Information, Message = "Wave {WaveId}: {Offered} orders with offers and {Waiting} that wait, {Together} of them solved together; {Moves} are moved and {Served} served, decided in {SolveMs} ms")]
    public static partial void WavePlanned(this ILogger logger, string waveId, int offered, int waiting, int together, int moves, int served, long solveMs);

    [LoggerMessage(EventId = 1403, Level = LogLevel.Information, Message = "Wave {WaveId} moves order {OrderId}: {Shipments} offers, saving {SavingMinorUnits}; others give back first: {NeedsOthers}")]
    public static partial void OrderMoved(this ILogger logger, string waveId, string orderId, int shipments, long savingMinorUnits, bool needsOthers);
}
