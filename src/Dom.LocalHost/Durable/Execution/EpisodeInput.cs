using Dom.LocalHost.Durable.History;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace Dom.LocalHost.Durable.Execution;

/// <summary>What an episode starts from.</summary>
/// <param name="Row">The instance.</param>
/// <param name="Input">The orchestration's input as JSON.</param>
/// <param name="Orchestrator">Its code.</param>
/// <param name="Past">The episodes so far, to be replayed.</param>
/// <param name="At">The episode's time, in UTC.</param>
/// <param name="Received">What has arrived.</param>
internal sealed record EpisodeInput(
    InstanceRow Row,
    string? Input,
    Func<TaskOrchestrationContext, Task<object?>> Orchestrator,
    IReadOnlyList<Episode> Past,
    DateTime At,
    IReadOnlyList<HistoryEvent> Received)
{
    /// <summary>Reads and writes payloads.</summary>
    public required DataConverter Payloads { get; init; }

    /// <summary>Makes the loggers under the replay-safe ones.</summary>
    public required ILoggerFactory Loggers { get; init; }

    /// <summary>Told when code of this episode is caught running after its end.</summary>
    public required Action<string> OnLateStray { get; init; }
}
