using System.Globalization;
using Dom.LocalHost.Durable.Engine;
using Dom.LocalHost.Durable.History;
using Grpc.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Dom.LocalHost.Durable;

/// <summary>
/// The durable client of the local host. Where Azure's client throws <see cref="RpcException"/> (an instance that is missing: NotFound; one that has
/// ended: FailedPrecondition), this one throws the same.
/// </summary>
/// <param name="engine">The engine it drives.</param>
internal sealed partial class LocalDurableTaskClient(DurableEngine engine) : DurableTaskClient("local")
{
    /// <inheritdoc/>
    public override async Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
    {
        if (engine.FindFault(orchestratorName.Name ?? "") is { } unknown)
        {
            throw new ArgumentException(unknown, nameof(orchestratorName));
        }

        var instanceId = options?.InstanceId ?? Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);
        if (InstanceIdRules.FindFault(instanceId) is { } fault)
        {
            throw new ArgumentException(fault, nameof(options));
        }

        var now = engine.Now;
        var row = new InstanceRow
        {
            InstanceId = instanceId,
            Name = orchestratorName.Name!,
            Status = OrchestrationRuntimeStatus.Pending,
            CreatedAt = now,
            UpdatedAt = now,
            CommitId = "",
            Input = Serialize(input, $"The input of orchestrator '{orchestratorName.Name}'", nameof(input)),
            State = new InstanceState
            {
                ExecutionId = EpisodeCommit.NewExecutionId(),
                StartAt = options?.StartAt?.UtcDateTime,
                Version = options?.Version?.Version ?? "",
                Tags = options is { Tags.Count: > 0 } ? options.Tags : null,
            },
        };
        await engine.CreateAsync(row, Forbidden(options), cancellation);
        return instanceId;
    }

    /// <inheritdoc/>
    public override Task RaiseEventAsync(
        string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        var raised = new HistoryEvent(EventKind.EventRaised)
        {
            Name = eventName,
            Payload = Serialize(eventPayload, $"The payload of event '{eventName}'", nameof(eventPayload)),
        };
        return SendAsync(instanceId, raised, "receive events", cancellation);
    }

    /// <inheritdoc/>
    public override Task TerminateInstanceAsync(
        string instanceId, TerminateInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        var terminated = new HistoryEvent(EventKind.Terminated)
        {
            Payload = Serialize(options?.Output, "The output", nameof(options)),
            Recursive = options?.Recursive == true ? true : null,
        };
        return SendAsync(instanceId, terminated, "be terminated", cancellation);
    }

    /// <inheritdoc/>
    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        SendAsync(instanceId, new HistoryEvent(EventKind.Suspended) { Reason = reason }, "be suspended", cancellation);

    /// <inheritdoc/>
    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        SendAsync(instanceId, new HistoryEvent(EventKind.Resumed) { Reason = reason }, "be resumed", cancellation);

    /// <summary>Does nothing: the engine belongs to the host.</summary>
    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static HashSet<OrchestrationRuntimeStatus> Forbidden(StartOrchestrationOptions? options) =>
    [
        .. (options?.DedupeStatuses ?? []).Select(name => Enum.TryParse<OrchestrationRuntimeStatus>(name, ignoreCase: true, out var status)
            ? status
            : throw new ArgumentException(
                $"'{name}' in DedupeStatuses is not a status; there are {string.Join(", ", Enum.GetNames<OrchestrationRuntimeStatus>())}.",
                nameof(options))),
    ];

    private async Task SendAsync(string instanceId, HistoryEvent item, string what, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        if (engine.Find(instanceId) is { } instance && await engine.SendAsync(instance, item, cancellation))
        {
            return;
        }

        var stored = await engine.Store.ReadRowAsync(instanceId, cancellation) ?? throw NotFound(instanceId);
        throw new RpcException(new Status(
            StatusCode.FailedPrecondition, $"Orchestration '{instanceId}' is {stored.Row.Status} and cannot {what} any more."));
    }

    private string? Serialize(object? payload, string what, string parameter)
    {
        try
        {
            return PayloadLimits.Check(engine.Payloads.Serialize(payload), what);
        }
        catch (OrchestrationRuleException tooLong)
        {
            throw new ArgumentException(tooLong.Message, parameter, tooLong);
        }
    }

    private static RpcException NotFound(string instanceId) =>
        new(new Status(StatusCode.NotFound, $"There is no orchestration with id '{instanceId}'."));
}
