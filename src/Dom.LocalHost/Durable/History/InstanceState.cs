namespace Dom.LocalHost.Durable.History;

/// <summary>What the engine must know of an instance to carry on without reading its history.</summary>
internal sealed record InstanceState
{
    /// <summary>The execution; new at each start and each continue-as-new.</summary>
    public required string ExecutionId { get; init; }

    /// <summary>Number of the execution, from 0; history rows carry it.</summary>
    public int Generation { get; init; }

    /// <summary>Episodes of this execution so far.</summary>
    public int Episodes { get; init; }

    /// <summary>History rows of this execution so far.</summary>
    public int Rows { get; init; }

    /// <summary>The call this instance answers; null when a client started it.</summary>
    public ParentLink? Parent { get; init; }

    /// <summary>The version it was started as.</summary>
    public string Version { get; init; } = "";

    /// <summary>When to start; null at once.</summary>
    public DateTime? StartAt { get; init; }

    /// <summary>Labels.</summary>
    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    /// <summary>What it waits for, by number.</summary>
    public IReadOnlyList<OpenTask> Open { get; init; } = [];

    /// <summary>Ids of consumed events whose sender may still deliver them again.</summary>
    public IReadOnlyList<string> Seen { get; init; } = [];
}
