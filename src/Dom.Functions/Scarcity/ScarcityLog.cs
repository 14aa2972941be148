using Microsoft.Extensions.Logging;

namespace Dom.Functions.Scarcity;

/// <summary>What the learning of scarcity prices logs. Event ids 1100 to 1199.</summary>
internal static partial class ScarcityLog
{
    [LoggerMessage(EventId = 1100, Level = LogLevel.Information, Message = "Scarcity prices {Version} are learned from orders since {From}; late by a missed run: {IsLate}")]
    public static partial void LearningStarted(this ILogger logger, string version, DateTimeOffset from, bool isLate);

    [LoggerMessage(EventId = 1101, Level = LogLevel.Warning, Message = "Scarcity prices {Version} are not learned: an earlier learning is still under way")]
    public static partial void LearningUnderWay(this ILogger logger, string version);

    [LoggerMessage(EventId = 1102, Level = LogLevel.Information, Message = "Scarcity prices {Version}: {Orders} orders are too few, {Fewest} of one day are needed")]
    public static partial void TooFewOrders(this ILogger logger, string version, int orders, int fewest);

    [LoggerMessage(EventId = 1103, Level = LogLevel.Information, Message = "Scarcity prices {Version}: {Days} days with {Orders} orders, solved to a gap of {GapPerMille} per mille; {Places} places and {Skus} SKUs have prices, drift {DriftPerMille} per mille")]
    public static partial void PricesLearned(this ILogger logger, string version, int days, int orders, int gapPerMille, int places, int skus, int driftPerMille);

    [LoggerMessage(EventId = 1105, Level = LogLevel.Information, Message = "Scarcity prices {Version}: day {Day} with {Orders} parts of orders solved in {SolveMs} ms to a gap of {GapPerMille} per mille")]
    public static partial void DaySolved(this ILogger logger, string version, int day, int orders, long solveMs, int gapPerMille);

    [LoggerMessage(EventId = 1104, Level = LogLevel.Information, Message = "Scarcity prices {Version} are published")]
    public static partial void PricesPublished(this ILogger logger, string version);
}
