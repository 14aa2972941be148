namespace Dom.LocalHost.Durable;

/// <summary>Limits of the durable engine.</summary>
internal sealed record DurableEngineOptions
{
    /// <summary>Activities that run at the same time. Default 64, at least 1.</summary>
    public int MaxConcurrentActivities { get; init; } = 64;

    /// <summary>Orchestrations whose episodes run or are being stored at the same time. Default 64, at least 1.</summary>
    public int MaxConcurrentOrchestrators { get; init; } = 64;

    /// <summary>Bytes of history kept in memory for the next replays; older ones are read again. Default 64 MiB.</summary>
    public long HistoryCacheBytes { get; init; } = 64L << 20;

    /// <summary>Pause before a failed storage operation is tried again, after the client's own retries. Default 5 s.</summary>
    public TimeSpan StorageRetryDelay { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long an instance that was completed or terminated is kept after it ended, and its sub-orchestrations with it. More than zero; none, the default, keeps all.</summary>
    public TimeSpan? KeepEndedFor { get; init; }

    /// <summary>How long the code of an episode may run before it counts as stuck. It only replays and decides, so it takes milliseconds. Default 1 min.</summary>
    public TimeSpan EpisodeLimit { get; init; } = TimeSpan.FromMinutes(1);
}
