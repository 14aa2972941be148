using Dom.LocalHost.Durable.History;
using Microsoft.DurableTask.Client;

namespace Dom.LocalHost.Durable.Engine;

/// <summary>Sub-orchestrations.</summary>
internal sealed partial class DurableEngine
{
    // No row is written for a child before its first episode: until then a restart finds it in its parent's open calls.
    private void StartChild(OrchestrationInstance parent, HistoryEvent created)
    {
        var link = new ParentLink(parent.Id, parent.Row.Name, parent.Row.State.ExecutionId, created.Id!.Value);
        var child = new OrchestrationInstance(
            new InstanceRow
            {
                InstanceId = created.InstanceId!,
                Name = created.Name!,
                Status = OrchestrationRuntimeStatus.Pending,
                CreatedAt = Now,
                UpdatedAt = parent.Row.UpdatedAt,
                CommitId = "",
                State = new InstanceState { ExecutionId = EpisodeCommit.NewExecutionId(), Parent = link },
            },
            version: null);
        if (_instances.TryAdd(child.Id, child))
        {
            _replays.Put(child, new ReplayData(created.Payload, []));
            Post(child, Arrival.Start);
        }
        else if (_instances.TryGetValue(child.Id, out var other) && other.Row.State.Parent != link)
        {
            var failure = new FailureRecord(
                "DurableTask.Core.Exceptions.OrchestrationAlreadyExistsException",
                $"Orchestration '{child.Id}' is already running, so it cannot be started as a sub-orchestration. Give each an id of its own.");
            Post(parent, new Arrival(
                [new HistoryEvent(EventKind.ChildFailed) { Id = created.Id, Failure = failure }], null, link.ExecutionId));
        }
    }

    private void ReportToParent(ParentLink link, InstanceRow child)
    {
        if (_instances.TryGetValue(link.InstanceId, out var parent))
        {
            Post(parent, new Arrival([EndOf(link, child)], null, link.ExecutionId));
        }
    }

    private static HistoryEvent EndOf(ParentLink link, InstanceRow child) => child.Status switch
    {
        OrchestrationRuntimeStatus.Completed => new HistoryEvent(EventKind.ChildCompleted) { Id = link.TaskId, Payload = child.Output },
        OrchestrationRuntimeStatus.Failed => new HistoryEvent(EventKind.ChildFailed) { Id = link.TaskId, Failure = child.Failure },
        _ => new HistoryEvent(EventKind.ChildFailed)
        {
            Id = link.TaskId,
            Failure = new FailureRecord("System.OperationCanceledException", $"Sub-orchestration '{child.InstanceId}' was terminated."),
        },
    };
}
