using System.Collections.Immutable;

namespace Microsoft.DurableTask.Client;

/// <summary>What is known of an instance.</summary>
/// <param name="name">The orchestrator's name.</param>
/// <param name="instanceId">The instance's id.</param>
public sealed class OrchestrationMetadata(string name, string instanceId)
{
    /// <summary>The orchestrator's name.</summary>
    public string Name { get; } = name;

    /// <summary>The instance's id.</summary>
    public string InstanceId { get; } = instanceId;

    /// <summary>Reads the payloads; null when they were not asked for.</summary>
    public DataConverter? DataConverter { get; init; }

    /// <summary>Where the instance stands.</summary>
    public OrchestrationRuntimeStatus RuntimeStatus { get; init; }

    /// <summary>When it was started.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset LastUpdatedAt { get; init; }

    /// <summary>Its input as JSON; null when there is none or it was not asked for.</summary>
    public string? SerializedInput { get; init; }

    /// <summary>Its output as JSON; null when there is none or it was not asked for.</summary>
    public string? SerializedOutput { get; init; }

    /// <summary>Its custom status as JSON; null when there is none or it was not asked for.</summary>
    public string? SerializedCustomStatus { get; init; }

    /// <summary>Its labels.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = ImmutableDictionary.Create<string, string>();

    /// <summary>Why it failed; null when it did not or payloads were not asked for.</summary>
    public TaskFailureDetails? FailureDetails { get; init; }

    /// <summary>True in status Running.</summary>
    public bool IsRunning => RuntimeStatus == OrchestrationRuntimeStatus.Running;

    /// <summary>True when it is Completed, Failed or Terminated.</summary>
    public bool IsCompleted => RuntimeStatus is
        OrchestrationRuntimeStatus.Completed or OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated;

    /// <summary>The input.</summary>
    /// <typeparam name="T">What to read it as.</typeparam>
    /// <exception cref="InvalidOperationException">Payloads were not asked for.</exception>
    public T? ReadInputAs<T>() => Read<T>(SerializedInput, nameof(ReadInputAs));

    /// <summary>The output.</summary>
    /// <typeparam name="T">What to read it as.</typeparam>
    /// <exception cref="InvalidOperationException">Payloads were not asked for.</exception>
    public T? ReadOutputAs<T>() => Read<T>(SerializedOutput, nameof(ReadOutputAs));

    /// <summary>The custom status.</summary>
    /// <typeparam name="T">What to read it as.</typeparam>
    /// <exception cref="InvalidOperationException">Payloads were not asked for.</exception>
    public T? ReadCustomStatusAs<T>() => Read<T>(SerializedCustomStatus, nameof(ReadCustomStatusAs));

    private T? Read<T>(string? data, string method) => DataConverter is null
        ? throw new InvalidOperationException($"{method} needs metadata fetched with getInputsAndOutputs or FetchInputsAndOutputs.")
        : DataConverter.Deserialize<T>(data);
}
