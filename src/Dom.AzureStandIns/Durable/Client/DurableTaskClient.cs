using System.ComponentModel;

namespace Microsoft.DurableTask.Client;

/// <summary>Starts orchestrations, sends them events, reads and ends them.</summary>
public abstract class DurableTaskClient : IAsyncDisposable
{
    /// <summary>Creates a client.</summary>
    /// <param name="name">The client's name.</param>
    protected DurableTaskClient(string name)
    {
        Name = name;
    }

    /// <summary>The client's name.</summary>
    public string Name { get; }

    /// <summary>Starts an orchestration without input.</summary>
    /// <param name="orchestratorName">The orchestrator.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The new instance's id.</returns>
    public virtual Task<string> ScheduleNewOrchestrationInstanceAsync(TaskName orchestratorName, CancellationToken cancellation) =>
        ScheduleNewOrchestrationInstanceAsync(orchestratorName, null, null, cancellation);

    /// <summary>Starts an orchestration.</summary>
    /// <param name="orchestratorName">The orchestrator.</param>
    /// <param name="input">Its input.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The new instance's id.</returns>
    public virtual Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input, CancellationToken cancellation) =>
        ScheduleNewOrchestrationInstanceAsync(orchestratorName, input, null, cancellation);

    /// <summary>Starts an orchestration without input.</summary>
    /// <param name="orchestratorName">The orchestrator.</param>
    /// <param name="options">Id, start time, statuses that forbid a start.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The new instance's id.</returns>
    public virtual Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, StartOrchestrationOptions options, CancellationToken cancellation = default) =>
        ScheduleNewOrchestrationInstanceAsync(orchestratorName, null, options, cancellation);

    /// <summary>Starts an orchestration.</summary>
    /// <param name="orchestratorName">The orchestrator.</param>
    /// <param name="input">Its input.</param>
    /// <param name="options">Id, start time, statuses that forbid a start.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The new instance's id.</returns>
    /// <exception cref="ArgumentException">The orchestrator is not known, or the id breaks a rule.</exception>
    /// <exception cref="global::DurableTask.Core.Exceptions.OrchestrationAlreadyExistsException">An instance of the id is in a status that forbids another.</exception>
    public abstract Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName,
        object? input = null,
        StartOrchestrationOptions? options = null,
        CancellationToken cancellation = default);

    /// <summary>Sends an event without payload to an instance.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="eventName">The event's name.</param>
    /// <param name="cancellation">Gives up.</param>
    public virtual Task RaiseEventAsync(string instanceId, string eventName, CancellationToken cancellation) =>
        RaiseEventAsync(instanceId, eventName, null, cancellation);

    /// <summary>Sends an event to an instance.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="eventName">The event's name.</param>
    /// <param name="eventPayload">Its payload.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="global::Grpc.Core.RpcException">The instance is missing or has ended.</exception>
    public abstract Task RaiseEventAsync(
        string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default);

    /// <summary>Waits until an instance is no longer pending.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="cancellation">Gives up.</param>
    public virtual Task<OrchestrationMetadata> WaitForInstanceStartAsync(string instanceId, CancellationToken cancellation) =>
        WaitForInstanceStartAsync(instanceId, false, cancellation);

    /// <summary>Waits until an instance is no longer pending.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="getInputsAndOutputs">True to read payloads and failure as well.</param>
    /// <param name="cancellation">Gives up.</param>
    public abstract Task<OrchestrationMetadata> WaitForInstanceStartAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default);

    /// <summary>Waits until an instance has ended.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="cancellation">Gives up.</param>
    public virtual Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(string instanceId, CancellationToken cancellation) =>
        WaitForInstanceCompletionAsync(instanceId, false, cancellation);

    /// <summary>Waits until an instance has ended.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="getInputsAndOutputs">True to read payloads and failure as well.</param>
    /// <param name="cancellation">Gives up.</param>
    public abstract Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default);

    /// <summary>Ends an instance as terminated.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="cancellation">Gives up.</param>
    public virtual Task TerminateInstanceAsync(string instanceId, CancellationToken cancellation) =>
        TerminateInstanceAsync(instanceId, null, cancellation);

    /// <summary>Ends an instance as terminated, with an output.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="output">The output.</param>
    /// <param name="cancellation">Gives up.</param>
    public virtual Task TerminateInstanceAsync(string instanceId, object? output, CancellationToken cancellation = default) =>
        TerminateInstanceAsync(instanceId, output is null ? null : new TerminateInstanceOptions(output), cancellation);

    /// <summary>Ends an instance as terminated.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="options">Output, and whether its sub-orchestrations end too.</param>
    /// <param name="cancellation">Gives up.</param>
    public virtual Task TerminateInstanceAsync(
        string instanceId, TerminateInstanceOptions? options = null, CancellationToken cancellation = default) =>
        throw new NotSupportedException($"{GetType()} does not terminate orchestrations.");

    /// <summary>Holds an instance.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="cancellation">Gives up.</param>
    public virtual Task SuspendInstanceAsync(string instanceId, CancellationToken cancellation) =>
        SuspendInstanceAsync(instanceId, null, cancellation);

    /// <summary>Holds an instance: what arrives waits until it is resumed.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellation">Gives up.</param>
    public abstract Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default);

    /// <summary>Lets a held instance go on.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="cancellation">Gives up.</param>
    public virtual Task ResumeInstanceAsync(string instanceId, CancellationToken cancellation) =>
        ResumeInstanceAsync(instanceId, null, cancellation);

    /// <summary>Lets a held instance go on.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellation">Gives up.</param>
    public abstract Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default);

    /// <summary>Reads an instance; null when there is none.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="cancellation">Gives up.</param>
    public virtual Task<OrchestrationMetadata?> GetInstanceAsync(string instanceId, CancellationToken cancellation) =>
        GetInstanceAsync(instanceId, false, cancellation);

    /// <summary>Reads an instance; null when there is none.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="getInputsAndOutputs">True to read payloads, custom status and failure as well.</param>
    /// <param name="cancellation">Gives up.</param>
    public virtual Task<OrchestrationMetadata?> GetInstanceAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        GetInstancesAsync(instanceId, getInputsAndOutputs, cancellation);

    /// <summary>What <see cref="GetInstanceAsync(string, bool, CancellationToken)"/> calls.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="getInputsAndOutputs">True to read payloads, custom status and failure as well.</param>
    /// <param name="cancellation">Gives up.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public abstract Task<OrchestrationMetadata?> GetInstancesAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default);

    /// <summary>Lists instances.</summary>
    /// <param name="filter">Which ones; null for all.</param>
    public abstract AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null);

    /// <summary>Forgets an ended instance.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="cancellation">Gives up.</param>
    public virtual Task<PurgeResult> PurgeInstanceAsync(string instanceId, CancellationToken cancellation) =>
        PurgeInstanceAsync(instanceId, null, cancellation);

    /// <summary>Forgets an ended instance.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="options">Whether its sub-orchestrations go too.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="InvalidOperationException">The instance has not ended.</exception>
    public virtual Task<PurgeResult> PurgeInstanceAsync(
        string instanceId, PurgeInstanceOptions? options = null, CancellationToken cancellation = default) =>
        throw new NotSupportedException($"{GetType()} does not purge orchestrations.");

    /// <summary>Forgets ended instances.</summary>
    /// <param name="filter">Which ones.</param>
    /// <param name="cancellation">Gives up.</param>
    public virtual Task<PurgeResult> PurgeAllInstancesAsync(PurgeInstancesFilter filter, CancellationToken cancellation) =>
        PurgeAllInstancesAsync(filter, null, cancellation);

    /// <summary>Forgets ended instances.</summary>
    /// <param name="filter">Which ones.</param>
    /// <param name="options">Whether their sub-orchestrations go too.</param>
    /// <param name="cancellation">Gives up.</param>
    public virtual Task<PurgeResult> PurgeAllInstancesAsync(
        PurgeInstancesFilter filter, PurgeInstanceOptions? options = null, CancellationToken cancellation = default) =>
        throw new NotSupportedException($"{GetType()} does not purge orchestrations.");

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}
