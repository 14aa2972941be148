using Dom.LocalHost.Durable.History;
using Dom.LocalHost.Durable.Storage;
using DurableTask.Core.Exceptions;
using Microsoft.DurableTask.Client;

namespace Dom.LocalHost.Durable.Engine;

/// <summary>What clients ask for.</summary>
internal sealed partial class DurableEngine
{
    /// <summary>The store, for reading what has ended.</summary>
    public IHistoryStore Store => _store;

    /// <summary>Reads and writes payloads.</summary>
    public Microsoft.DurableTask.DataConverter Payloads => _payloads;

    /// <summary>The clock, for time limits.</summary>
    public TimeProvider Time => _time;

    /// <summary>The instance of an id, if it has not ended.</summary>
    /// <param name="instanceId">The id.</param>
    public OrchestrationInstance? Find(string instanceId) => _instances.GetValueOrDefault(instanceId);

    /// <summary>Says what is wrong with an orchestrator's name; null when nothing is.</summary>
    /// <param name="name">The name.</param>
    public string? FindFault(string name) => _registry.TryGetOrchestrator(name, out _) ? null : _registry.NoOrchestrator(name);

    /// <summary>Starts an instance. It is stored when the call returns.</summary>
    /// <param name="row">Its first row.</param>
    /// <param name="forbidden">Statuses of an ended instance of the same id that forbid another; one that has not ended always does.</param>
    /// <param name="cancellation">Stops waiting; the start goes on.</param>
    /// <exception cref="OrchestrationAlreadyExistsException">An instance of the id forbids another.</exception>
    public async Task CreateAsync(InstanceRow row, IReadOnlyCollection<OrchestrationRuntimeStatus> forbidden, CancellationToken cancellation)
    {
        ThrowIfFailed();
        var instance = new OrchestrationInstance(row with { Input = null, CommitId = NewCommitId() }, version: null);
        while (!_instances.TryAdd(row.InstanceId, instance))
        {
            if (_instances.TryGetValue(row.InstanceId, out var other))
            {
                await other.Stored.WaitAsync(cancellation);
                throw AlreadyExists(row.InstanceId, other.Row.Status);
            }
        }

        // It goes on when the caller gives up: storage and memory must not disagree on what has been started.
        await StoreAndStartAsync(instance, row with { CommitId = instance.Row.CommitId }, forbidden).WaitAsync(cancellation);
    }

    /// <summary>Forgets an ended instance.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="recursive">True to forget its sub-orchestrations as well.</param>
    /// <param name="cancellation">Gives up; what is left can be forgotten later.</param>
    /// <returns>Instances forgotten; 0 when there is none of the id.</returns>
    /// <exception cref="InvalidOperationException">The instance has not ended.</exception>
    public async Task<int> PurgeAsync(string instanceId, bool recursive, CancellationToken cancellation)
    {
        ThrowIfFailed();
        if (Find(instanceId) is { } open)
        {
            throw new InvalidOperationException(
                $"Orchestration '{instanceId}' is {open.Row.Status}; only one that is Completed, Failed or Terminated can be purged. Terminate it first.");
        }

        if (await _store.ReadAsync(instanceId, cancellation) is not { } stored)
        {
            return 0;
        }

        var count = 1;
        if (recursive)
        {
            var children = ReplayOf(stored).ReadEpisodes()
                .SelectMany(episode => episode.Actions)
                .Where(action => action.Kind == EventKind.ChildCreated)
                .Select(action => action.InstanceId!)
                .Distinct(StringComparer.Ordinal);
            foreach (var child in children.Where(child => Find(child) is null))
            {
                count += await PurgeAsync(child, recursive, cancellation);
            }
        }

        // The instance's own row goes last: until then the purge can be asked for again.
        await _store.DeleteRowsAsync(instanceId, [.. stored.Rows.Select(row => row.Key), RowKeys.Instance], cancellation);
        return count;
    }

    private async Task StoreAndStartAsync(
        OrchestrationInstance instance, InstanceRow row, IReadOnlyCollection<OrchestrationRuntimeStatus> forbidden)
    {
        Task insertion = WithRetriesAsync(instance.Id, () => InsertAsync(instance, row, forbidden));
        await insertion.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!insertion.IsCompletedSuccessfully)
        {
            _instances.TryRemove(KeyValuePair.Create(instance.Id, instance));
            instance.Abandon(insertion.Exception?.InnerExceptions[0] ?? new OperationCanceledException("The durable engine was stopped."));
            await insertion;
        }

        _replays.Put(instance, new ReplayData(row.Input, []));
        instance.Announce();
        StartWhenDue(instance);
    }

    private async Task<bool> InsertAsync(
        OrchestrationInstance instance, InstanceRow row, IReadOnlyCollection<OrchestrationRuntimeStatus> forbidden)
    {
        var write = new HistoryWrite(row, PayloadParts.All, Expected: null);
        await ForgottenAsync(row.InstanceId);
        try
        {
            instance.Version = await _store.WriteAsync(write, CancellationToken.None);
            return true;
        }
        catch (HistoryConflictException)
        {
            // Somebody is there: who, is read below.
        }

        var stored = await _store.ReadRowAsync(row.InstanceId, CancellationToken.None);
        if (stored is not null && stored.Row.CommitId == row.CommitId)
        {
            instance.Version = stored.Version;
            return true;
        }

        if (stored is { Row.IsEnded: false })
        {
            throw new HistoryConflictException($"Orchestration '{row.InstanceId}' is in storage, but not in this process. {OneProcess}");
        }

        if (stored is not null && forbidden.Contains(stored.Row.Status))
        {
            throw AlreadyExists(row.InstanceId, stored.Row.Status);
        }

        await ClearAsync(row.InstanceId, CancellationToken.None);
        instance.Version = await _store.WriteAsync(write with { Expected = stored?.Version }, CancellationToken.None);
        return true;
    }

    private static OrchestrationAlreadyExistsException AlreadyExists(string instanceId, OrchestrationRuntimeStatus status) =>
        new($"An orchestration with id '{instanceId}' exists already, in status {status}.");
}
