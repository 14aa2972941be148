using System.Collections.Immutable;
using Dom.LocalHost.Durable.History;
using Dom.LocalHost.Durable.Storage;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Dom.LocalHost.Durable;

/// <summary>Reading, waiting and forgetting.</summary>
internal sealed partial class LocalDurableTaskClient
{
    private const int MaxPage = 1_000;

    private static readonly OrchestrationRuntimeStatus[] EndedStatuses =
        [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated];

    /// <inheritdoc/>
    public override async Task<OrchestrationMetadata?> GetInstancesAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        engine.ThrowIfFailed();
        if (engine.Find(instanceId) is { } open && (!getInputsAndOutputs || !open.Stored.IsCompleted))
        {
            return Describe(open.Row, getInputsAndOutputs);
        }

        return await engine.Store.ReadRowAsync(instanceId, cancellation) is { } stored ? Describe(stored.Row, getInputsAndOutputs) : null;
    }

    /// <inheritdoc/>
    public override async Task<OrchestrationMetadata> WaitForInstanceStartAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
    {
        if (engine.Find(instanceId) is { } open)
        {
            await WaitAsync(open.Started, cancellation);
        }

        return await GetInstancesAsync(instanceId, getInputsAndOutputs, cancellation) ?? throw NotFound(instanceId);
    }

    /// <inheritdoc/>
    public override async Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
    {
        if (engine.Find(instanceId) is { } open)
        {
            await WaitAsync(open.Ended, cancellation);
            if (!getInputsAndOutputs)
            {
                return Describe(await open.Ended, false);
            }
        }

        return await GetInstancesAsync(instanceId, getInputsAndOutputs, cancellation) ?? throw NotFound(instanceId);
    }

    /// <inheritdoc/>
    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null)
    {
        filter ??= new OrchestrationQuery();
        var wanted = new InstanceFilter
        {
            CreatedFrom = filter.CreatedFrom,
            CreatedTo = filter.CreatedTo,
            Statuses = filter.Statuses?.ToList(),
            IdPrefix = filter.InstanceIdPrefix,
            WithPayloads = filter.FetchInputsAndOutputs,
        };
        return Pageable.Create<OrchestrationMetadata>(async (token, size, cancellation) =>
        {
            engine.ThrowIfFailed();
            var pageSize = Math.Clamp(size ?? filter.PageSize, 1, MaxPage);
            var page = await engine.Store.QueryAsync(wanted, token ?? filter.ContinuationToken, pageSize, cancellation);
            return new Page<OrchestrationMetadata>(
                [.. page.Instances.Select(stored => Describe(stored.Row, filter.FetchInputsAndOutputs))], page.Continuation);
        });
    }

    /// <inheritdoc/>
    public override async Task<PurgeResult> PurgeInstanceAsync(
        string instanceId, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        return new PurgeResult(await engine.PurgeAsync(instanceId, options?.Recursive == true, cancellation), true);
    }

    /// <inheritdoc/>
    public override async Task<PurgeResult> PurgeAllInstancesAsync(
        PurgeInstancesFilter filter, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var ended = new InstanceFilter
        {
            CreatedFrom = filter.CreatedFrom,
            CreatedTo = filter.CreatedTo,
            Statuses = [.. (filter.Statuses ?? EndedStatuses).Intersect(EndedStatuses)],
        };
        if (ended.Statuses.Count == 0)
        {
            return new PurgeResult(0, true);
        }

        var ids = new List<string>();
        string? continuation = null;
        do
        {
            var page = await engine.Store.QueryAsync(ended, continuation, MaxPage, cancellation);
            ids.AddRange(page.Instances.Select(stored => stored.Row.InstanceId));
            continuation = page.Continuation;
        }
        while (continuation is not null);

        // One may have been started anew, or gone with its parent, since the query.
        var count = 0;
        foreach (var id in ids.Where(id => engine.Find(id) is null))
        {
            count += await engine.PurgeAsync(id, options?.Recursive == true, cancellation);
        }

        return new PurgeResult(count, true);
    }

    private async Task WaitAsync(Task change, CancellationToken cancellation)
    {
        await Task.WhenAny(change, engine.Completion).WaitAsync(cancellation);
        if (!change.IsCompleted)
        {
            engine.ThrowIfFailed();
            throw new OperationCanceledException("The durable engine was stopped while it was waited for.");
        }
    }

    private OrchestrationMetadata Describe(InstanceRow row, bool withPayloads) => new(row.Name, row.InstanceId)
    {
        RuntimeStatus = row.Status,
        CreatedAt = new DateTimeOffset(row.CreatedAt, TimeSpan.Zero),
        LastUpdatedAt = new DateTimeOffset(row.UpdatedAt, TimeSpan.Zero),
        Tags = row.State.Tags ?? ImmutableDictionary<string, string>.Empty,
        DataConverter = withPayloads ? engine.Payloads : null,
        SerializedInput = withPayloads ? row.Input : null,
        SerializedOutput = withPayloads ? row.Output : null,
        SerializedCustomStatus = withPayloads ? row.CustomStatus : null,
        FailureDetails = withPayloads ? row.Failure?.ToDetails() : null,
    };
}
