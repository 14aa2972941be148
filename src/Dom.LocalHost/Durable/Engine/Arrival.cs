using Dom.LocalHost.Durable.History;

namespace Dom.LocalHost.Durable.Engine;

/// <summary>Something an instance has to receive, in one episode.</summary>
/// <param name="Events">What arrived, in order.</param>
/// <param name="RowKey">Its inbox row; null for what needs none because a restart brings it about again.</param>
/// <param name="ExecutionId">The execution it is for; null for whichever is current.</param>
internal sealed record Arrival(IReadOnlyList<HistoryEvent> Events, string? RowKey = null, string? ExecutionId = null)
{
    /// <summary>The begin of an execution.</summary>
    public static Arrival Start { get; } = new([new HistoryEvent(EventKind.Started)]);

    /// <summary>True for the begin of an execution.</summary>
    public bool IsStart => Events is [{ Kind: EventKind.Started }];

    /// <summary>True when it ends the instance, whether that has begun or not.</summary>
    public bool IsTermination => Events.Any(item => item.Kind == EventKind.Terminated);
}
