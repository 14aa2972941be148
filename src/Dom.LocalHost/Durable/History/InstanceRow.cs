using Microsoft.DurableTask.Client;

namespace Dom.LocalHost.Durable.History;

/// <summary>The row that says where an instance stands.</summary>
internal sealed record InstanceRow
{
    /// <summary>The instance's id.</summary>
    public required string InstanceId { get; init; }

    /// <summary>The orchestrator's name.</summary>
    public required string Name { get; init; }

    /// <summary>Where it stands.</summary>
    public required OrchestrationRuntimeStatus Status { get; init; }

    /// <summary>When it was started, in UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When its last episode ran, in UTC.</summary>
    public required DateTime UpdatedAt { get; init; }

    /// <summary>What the engine needs to carry on.</summary>
    public required InstanceState State { get; init; }

    /// <summary>The write that made this row, by which a write whose answer was lost is recognised.</summary>
    public required string CommitId { get; init; }

    /// <summary>Input as JSON; null as well where it was not read.</summary>
    public string? Input { get; init; }

    /// <summary>Output as JSON; null as well where it was not read.</summary>
    public string? Output { get; init; }

    /// <summary>Custom status as JSON.</summary>
    public string? CustomStatus { get; init; }

    /// <summary>Why it failed; null as well where it was not read.</summary>
    public FailureRecord? Failure { get; init; }

    /// <summary>True when it is Completed, Failed or Terminated.</summary>
    public bool IsEnded => Status is
        OrchestrationRuntimeStatus.Completed or OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated;
}
