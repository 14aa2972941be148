using Dom.LocalHost.Durable.History;
using Microsoft.DurableTask.Client;

namespace Dom.LocalHost.Durable.Execution;

/// <summary>Where an episode has led.</summary>
/// <param name="Status">The instance's status from now on.</param>
/// <param name="Actions">What the code did and the engine must bring about, in the order of its numbers.</param>
/// <param name="CustomStatus">The custom status as JSON.</param>
internal sealed record EpisodeOutcome(OrchestrationRuntimeStatus Status, IReadOnlyList<HistoryEvent> Actions, string? CustomStatus)
{
    /// <summary>The output as JSON.</summary>
    public string? Output { get; init; }

    /// <summary>Why it failed.</summary>
    public FailureRecord? Failure { get; init; }

    /// <summary>True when a termination also ends the sub-orchestrations.</summary>
    public bool TerminatesChildren { get; init; }

    /// <summary>How it begins again; null when it does not.</summary>
    public Continuation? Continuation { get; init; }
}

/// <summary>A continue-as-new.</summary>
/// <param name="Input">The next execution's input as JSON.</param>
/// <param name="Carried">What the next execution receives, in order.</param>
internal sealed record Continuation(string? Input, IReadOnlyList<HistoryEvent> Carried);
